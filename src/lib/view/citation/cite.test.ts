import { describe, expect, it } from 'vitest';
import { chartCitation, datasetCitation, figureCitation, figureQuote } from './index.ts';
import type { CitedFigure } from './index.ts';

const from = { site: 'https://example.org', release: 'c07fd1298abf', retrieved: '2026-11-25' };
const document = {
  title: '甲川市医疗保障局2024年部门预算',
  agency: '甲川市医疗保障局',
  sha256: 'bc6ec08cbed257219b60027a412b5d70f9d2efa761ceef82e3571496aac77a22',
  local: false,
};
const figure: CitedFigure = {
  ...from,
  heading: '甲川医保局 · 人均人员经费',
  value: '150,000 元/人',
  places: ['表8 PDF 第 12 页', '正文第 3 段'],
  verdict: '相符',
  link: 'https://example.org/compare/staff-cost-per-head?v=1&p=x',
  document,
};

describe('citations', () => {
  it('name the data set after GB/T 7714 with release, date of access and address', () => {
    expect(datasetCitation(from).zh).toBe(
      '明账. 部门预算公开数据集：数据版本 c07fd1298abf[DS/OL]. [2026-11-25]. https://example.org/.',
    );
  });
  it('of a chart carry the hash of every document', () => {
    const { zh, en } = chartCitation({
      ...from,
      title: { zh: '人均人员经费', en: 'Staff cost per head' },
      link: 'https://example.org/compare/staff-cost-per-head?v=1',
      documents: [document],
    });
    expect(zh).toMatch(/^明账\. 人均人员经费：数据版本 c07fd1298abf\[DS\/OL\]\. \[2026-11-25\]\. https:/);
    expect(zh).toContain('《甲川市医疗保障局2024年部门预算》（SHA-256 前 12 位 bc6ec08cbed2）');
    expect(en).toContain('"Staff cost per head", data release c07fd1298abf [data set]. Retrieved 2026-11-25');
    expect(en).toContain('SHA-256 bc6ec08cbed2');
  });
  it('of a figure name the agency that published it, the places and what arranged it', () => {
    const { zh } = figureCitation(figure);
    expect(zh).toMatch(
      /^甲川市医疗保障局\. 甲川市医疗保障局2024年部门预算\[R\/OL\]\. \[2026-11-25\]\. https:/,
    );
    expect(zh).toContain('150,000 元/人。表8 PDF 第 12 页；正文第 3 段。');
    expect(zh).toContain('数据版本 c07fd1298abf');
  });
  it('of a local document say that it is not published here', () => {
    const local = { ...figure, document: { ...document, local: true } };
    expect(figureCitation(local).zh).toContain('本机文件，未公开于本站');
    expect(figureQuote(local, 'zh')).toContain('本机文件，未公开于本站');
    expect(figureQuote(local, 'en')).toContain('not published here');
  });
  it('as a paragraph give figure, source, check and address', () => {
    expect(figureQuote(figure, 'zh')).toBe(
      '甲川医保局 · 人均人员经费：150,000 元/人。据甲川市医疗保障局《甲川市医疗保障局2024年部门预算》表8 PDF 第 12 页；正文第 3 段；勾稽结果：相符。明账，数据版本 c07fd1298abf，https://example.org/compare/staff-cost-per-head?v=1&p=x',
    );
  });
});
