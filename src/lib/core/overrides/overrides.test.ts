import { describe, expect, it } from 'vitest';
import { extractDisclosure, readDisclosure, understandDisclosure } from '../extract.ts';
import type { ExtractResult } from '../model/index.ts';
import { reviewTables } from '../review.ts';
import { countOverrides, NO_OVERRIDES, overridesSchema, type Overrides } from './index.ts';

const TEXT = `云溪县档案馆2024年部门预算公开

一、部门概况

本部门实有在职人员18人，行政编制20人。

表1

部门收支总表

单位：万元

收入		支出	
项目	预算数	项目	预算数
一、一般公共预算拨款	100.00	一、一般公共服务支出	88.00
二、其他收入	0.00	二、住房保障支出	12.00
本年收入合计	100.00	本年支出合计	100.00
收入总计	100.00	支出总计	100.00

表2

各科目安排情况表

单位：元

科目编码	科目名称	合计	安排一	安排二
	合计	100.00	70.00	30.00
201	一般公共服务支出	88.00	58.00	30.00
221	住房保障支出	12.00	12.00	
`;
const input = { name: 'yunxi.txt', bytes: new TextEncoder().encode(TEXT) };

async function extracted(patch: Partial<Overrides> = {}): Promise<ExtractResult> {
  const answer = await extractDisclosure([input], { overrides: { ...NO_OVERRIDES, ...patch } });
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  return answer.result;
}
const second = async (): Promise<string> => {
  const { tables } = await extracted();
  return tables.find(({ title }) => title.includes('各科目'))?.table_id ?? '';
};

describe('corrections by hand', () => {
  it('change nothing where there are none', async () => {
    expect(await extracted()).toEqual(
      await extractDisclosure([input]).then((answer) => answer.ok && answer.result),
    );
  });

  it('make another unit of a table move its amounts, and only its', async () => {
    const id = await second();
    const before = await extracted();
    const after = await extracted({ tables: { [id]: { unit: '万元' } } });
    const amount = (result: ExtractResult, table: string): (string | null)[] =>
      result.facts.filter((fact) => fact.table_id === table).map((fact) => fact.yuan);
    expect(amount(before, id)).toContain('88.00');
    expect(amount(after, id)).toContain('880000.00');
    expect(amount(after, 't01')).toEqual(amount(before, 't01'));
    expect(after.issues).toContainEqual(expect.objectContaining({ code: 'corrected-by-hand' }));
  });

  it('give a table another statement without changing ids', async () => {
    const id = await second();
    const after = await extracted({ tables: { [id]: { statement: 'general-by-function' } } });
    const facts = after.facts.filter((fact) => fact.table_id === id);
    expect(facts.length).toBeGreaterThan(5);
    expect(facts.every((fact) => fact.statement === 'general-by-function')).toBe(true);
    expect(after.tables.map(({ table_id }) => table_id)).toEqual(
      (await extracted()).tables.map(({ table_id }) => table_id),
    );
  });

  it('say what columns mean', async () => {
    const id = await second();
    const after = await extracted({
      tables: {
        [id]: {
          statement: 'general-by-function',
          columns: { 3: { role: 'amount', measure: 'basic' }, 4: { role: 'amount', measure: 'project' } },
        },
      },
    });
    const measures = after.facts
      .filter((fact) => fact.table_id === id && fact.code === '201')
      .map((fact) => [fact.column, fact.measure]);
    expect(measures).toEqual([
      [2, 'total'],
      [3, 'basic'],
      [4, 'project'],
    ]);
  });

  it('take a column out of the figures, each of which is then accounted for', async () => {
    const id = await second();
    const before = await extracted();
    const after = await extracted({ tables: { [id]: { columns: { 4: { role: 'text' } } } } });
    const of = (result: ExtractResult): number =>
      result.facts.filter((fact) => fact.table_id === id && fact.column === 4).length;
    expect(of(before)).toBe(2);
    expect(of(after)).toBe(0);
    expect(after.issues.filter(({ code }) => code === 'unplaced-cell')).toHaveLength(2);
  });

  it('name the agency, its region, year, stage and scope', async () => {
    const { document, facts } = await extracted({
      document: { agency: '汉中市档案馆', fiscal_year: 2025, stage: 'final-account', scope: 'unit' },
    });
    expect(document).toMatchObject({
      agency: '汉中市档案馆',
      region_code: '610700',
      fiscal_year: 2025,
      stage: 'final-account',
      scope: 'unit',
    });
    expect(new Set(facts.map((fact) => fact.fiscal_year))).toEqual(new Set([2025]));
  });

  it('replace a headcount of the same kind and leave the others', async () => {
    const own = { kind: 'on-board', category: 'total', count: 21, as_of: '2023-12-31' } as const;
    const before = await extracted();
    const after = await extracted({ headcounts: [own] });
    expect(before.headcounts.some(({ count }) => count === 18)).toBe(true);
    expect(
      after.headcounts.filter(({ kind, category }) => kind === 'on-board' && category === 'total'),
    ).toEqual([{ ...own, locator: 'by-hand#1', raw: '21人' }]);
    expect(after.headcounts.filter(({ kind }) => kind === 'establishment')).toEqual(
      before.headcounts.filter(({ kind }) => kind === 'establishment'),
    );
  });

  it('are the same read once and understood twice', async () => {
    const read = await readDisclosure([input]);
    if (!read.ok) throw new Error(read.refusal.text.en);
    const id = await second();
    understandDisclosure(read.disclosure);
    const overrides = { ...NO_OVERRIDES, tables: { [id]: { unit: '亿元' as const } } };
    const again = understandDisclosure(read.disclosure, { overrides });
    const once = await extractDisclosure([input], { overrides });
    expect(again.ok && again.result).toEqual(once.ok && once.result);
  });

  it('that name no table of the document do no harm', async () => {
    expect(await extracted({ tables: { t99: { unit: '元' } } })).toEqual(await extracted());
  });
});

describe('corrections as data', () => {
  const good: unknown = {
    ...NO_OVERRIDES,
    tables: { t05: { unit: '元', columns: { 2: { role: 'amount', measure: 'basic' } } } },
  };
  it('are JSON and counted one by one', () => {
    const parsed = overridesSchema.parse(JSON.parse(JSON.stringify(good)));
    expect(parsed).toEqual(good);
    expect(countOverrides(parsed)).toBe(2);
  });
  it.each([
    ['another unit', { ...NO_OVERRIDES, tables: { t05: { unit: '角' } } }],
    [
      'a column that is no number',
      { ...NO_OVERRIDES, tables: { t05: { columns: { a: { role: 'text' } } } } },
    ],
    [
      'a negative headcount',
      { ...NO_OVERRIDES, headcounts: [{ kind: 'on-board', category: 'total', count: -1, as_of: null }] },
    ],
    ['another schema', { ...NO_OVERRIDES, schema: 'x' }],
  ])('refuse %s', (_, value) => {
    expect(overridesSchema.safeParse(value).success).toBe(false);
  });
});

describe('tables for review', () => {
  it('show the printed grid and what its columns mean', async () => {
    const answer = await extractDisclosure([input]);
    if (!answer.ok) throw new Error(answer.refusal.text.en);
    const table = reviewTables(answer.recognised, answer.context).find(({ title }) =>
      title.includes('各科目'),
    );
    expect(table?.rows.map((row) => row.map(({ text }) => text).join('|'))).toContain(
      '201|一般公共服务支出|88.00|58.00|30.00',
    );
    expect(table?.columns.map(({ role }) => role)).toEqual(['code', 'label', 'amount', 'amount', 'amount']);
    expect(table?.unit).toBe('元');
  });
});
