import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../../tests/support/sample-answers.ts';
import { compare, comparisonInput } from '../../comparison/index.ts';
import type { ComparedMetric } from '../../comparison/index.ts';
import { SAMPLE_METRICS } from '../../comparison/sample-metrics.ts';
import { formatDecimal } from '../../comparison/figures.ts';
import { defaultState } from '../../state.ts';
import type { ViewState } from '../../state.ts';
import { comparisonTable } from './comparison.ts';
import type { ExportTable } from '../types.ts';

function exported(metric: ComparedMetric, patch: Partial<ViewState> = {}, lang: 'zh' | 'en' = 'zh') {
  const input = comparisonInput(sampleAnswers(), metric);
  const comparison = compare({ ...defaultState(metric.id), ...patch }, input, lang);
  const verdict = { value: 'exact', numerator: 'exact', denominator: 'rounding' } as const;
  const table = comparisonTable(
    { comparison, input, verdictOf: () => verdict },
    { lang, release: 'r1', site: 'https://example.org', path: '/compare/x?v=1', retrieved: '2026-11-25' },
  );
  return { comparison, table };
}

const column = ({ columns, rows }: ExportTable, id: string) => {
  const index = columns.findIndex((entry) => entry.id === id);
  return rows.map((cells) => cells[index]);
};

const FORMS: [string, ComparedMetric, Partial<ViewState>][] = [
  ['bars', SAMPLE_METRICS.staffCost, {}],
  ['bars in 万元', SAMPLE_METRICS.staffCost, { unit: 'wan' }],
  ['years', SAMPLE_METRICS.threePublic, {}],
  ['a stack', SAMPLE_METRICS.threePublic, { items: ['abroad', 'reception', 'vehicle'] }],
  ['a matrix', SAMPLE_METRICS.indicators, {}],
  ['shares', SAMPLE_METRICS.functionMix, {}],
];

describe('a comparison as a table of its own', () => {
  it.each(FORMS)('of %s has every figure that the page shows, exact', (_, metric, patch) => {
    const { comparison, table } = exported(metric, patch);
    expect(table.rows).toHaveLength(comparison.table.rows.length);
    comparison.table.rows.forEach(({ cells }, row) => {
      cells.forEach(({ text, value }, index) => {
        const cell = table.rows[row]?.[index];
        const { type, decimals = 0, id } = table.columns[index] ?? { type: 'text', id: '' };
        if (type !== 'number' || id === 'slack' || cell?.value === null || cell?.value === undefined) return;
        expect(cell.value).toBe(value);
        if (/^[−\d]/.test(text)) expect(formatDecimal(cell.value, decimals)).toBe(text);
      });
    });
  });
  it('says filters with their defaults, unit, basis and address', () => {
    const { table } = exported(SAMPLE_METRICS.staffCost, { unit: 'wan' });
    expect(table.unit).toBe('万元/人');
    expect(table.basis).toBe('预算');
    expect(table.link).toBe('https://example.org/compare/x?v=1');
    expect(table.filters).toEqual(
      expect.arrayContaining([
        { name: '分母', value: '实有在职人数' },
        { name: '年度', value: '各机构最近年度' },
        { name: '排序', value: '从高到低' },
      ]),
    );
  });
  it('names a headcount typed in by the reader among the filters', () => {
    const { table } = exported(SAMPLE_METRICS.staffCost, { headcounts: { 'wuquan-ybj': 21 } }, 'en');
    expect(table.filters.at(-1)).toEqual({
      name: 'headcounts typed in by the reader',
      value: expect.stringContaining(' 21') as string,
    });
  });
  it('keeps what is missing missing, with the reason', () => {
    const { table } = exported(SAMPLE_METRICS.staffCost);
    expect(column(table, 'value').slice(-2)).toEqual([
      { value: null, absent: '未披露' },
      { value: null, absent: '未披露' },
    ]);
  });
  it('has ranks as whole numbers and rounding as an amount', () => {
    const { table } = exported(SAMPLE_METRICS.staffCost);
    expect(column(table, 'rank').map((cell) => cell?.value)).toEqual(['1', '1', '3', null, null]);
    for (const cell of column(table, 'slack').slice(0, 3)) expect(cell?.value).toMatch(/^\d+(\.\d+)?$/);
  });
  it('ties each figure to its cells and to the verdict of its side', () => {
    const { table } = exported(SAMPLE_METRICS.staffCost);
    expect(column(table, 'numerator')[0]?.proof).toMatchObject({
      documentId: 'jiachuan-ybj-2024',
      verdict: 'exact',
    });
    expect(column(table, 'denominator')[0]?.proof).toMatchObject({ verdict: 'rounding' });
    expect(table.sources.map(({ sha256 }) => sha256.length > 0)).not.toContain(false);
  });
});
