import { describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../../core/extract.ts';
import { NO_OVERRIDES } from '../../../core/overrides/index.ts';
import { reviewTables } from '../../../core/review.ts';
import { localDocument } from '../../../data/local/document.ts';
import { underReview, type DocumentUnderReview } from './review.ts';

const TEXT = `云溪县档案馆2024年部门预算公开

表1 一般公共预算支出表

单位：元

单位：万元

科目编码	科目名称	合计	基本支出	项目支出
	合计	100.00	70.00	30.00
201	一般公共服务支出	88.00	58.00	1,23.4
221	住房保障支出	13.00	12.00	
`;

async function reviewed(): Promise<DocumentUnderReview> {
  const bytes = new TextEncoder().encode(TEXT);
  const answer = await extractDisclosure([{ name: 'a.txt', bytes }]);
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  const { rows } = await localDocument(answer.result, NO_OVERRIDES, '');
  return underReview(reviewTables(answer.recognised, answer.context), rows);
}

describe('a document under review', () => {
  it('puts issues beside the cell that they name', async () => {
    const { tables } = await reviewed();
    const [first] = tables;
    const unplaced = first?.issues.find(({ code }) => code === 'unplaced-cell');
    expect(unplaced?.cell).toBe('L11#4');
    expect(unplaced?.text).toContain('1,23.4');
  });
  it('puts checks and their verdicts beside the table', async () => {
    const { tables, verdictAt } = await reviewed();
    expect(tables[0]?.counts.broken).toBeGreaterThan(0);
    expect(tables[0]?.checks.some(({ status, text }) => status === 'broken' && text.zh !== '')).toBe(true);
    expect(verdictAt('L12#2')).toBe('broken');
    expect(verdictAt('L9#2')).toBeNull();
  });
  it('loses no issue', async () => {
    const { tables, others } = await reviewed();
    const codes = [...tables.flatMap(({ issues }) => issues), ...others].map(({ code }) => code);
    expect(codes).toContain('conflicting-unit');
    expect(codes).toContain('unplaced-cell');
  });
});
