import { describe, expect, it } from 'vitest';
import { sampleRow } from '../../../data/arrow/sample-rows.ts';
import type { RowOf } from '../../../data/arrow/tables.ts';
import { listedProjects } from './projects.ts';

type Fact = RowOf<'facts'>;
type Check = RowOf<'checks'>;

function line(row: number, name: string, yuan: string | null, patch: Partial<Fact> = {}): Fact {
  return sampleRow('facts', {
    fact_id: `t1.${row}`,
    table_id: 't1',
    row,
    column: 2,
    statement: 'project-expenditure',
    axis: 'project',
    measure: 'total',
    label: name,
    project: name,
    yuan_text: yuan,
    ...patch,
  });
}

function unit(row: number, name: string, yuan: string): Fact {
  return line(row, name, yuan, { axis: 'unit', project: null });
}

function sum(whole: number, parts: number[], status: Check['status'] = 'exact'): Check {
  return sampleRow('checks', {
    rule: 'project-list',
    status,
    facts: [`t1.${whole}`, ...parts.map((part) => `t1.${part}`)],
    weights: [0, ...parts.map(() => 1)],
  });
}

const outline = (facts: Fact[], checks: Check[]): string[] =>
  listedProjects(facts, checks).map(
    ({ name, depth, group }) => `${'-'.repeat(depth)}${name}${group ? '+' : ''}`,
  );

describe('listedProjects', () => {
  it('keeps the printed order and indents by the sums that hold', () => {
    const facts = [line(4, '丙', '40'), line(2, '甲', '60'), line(3, '乙', '20'), line(5, '丁', '7')];
    expect(outline(facts, [sum(2, [3, 4])])).toEqual(['甲+', '-乙', '-丙', '丁']);
  });
  it('does not indent by a sum that does not hold', () => {
    const facts = [line(2, '甲', '60'), line(3, '乙', '20')];
    expect(outline(facts, [sum(2, [3], 'broken')])).toEqual(['甲', '乙']);
  });
  it('shows units where there are several with projects, not a single one', () => {
    const one = [unit(1, '某局', '30'), line(2, '甲', '30')];
    expect(outline(one, [sum(1, [2])])).toEqual(['甲']);
    const two = [...one, unit(3, '某中心', '5'), line(4, '乙', '5')];
    expect(outline(two, [sum(1, [2]), sum(3, [4])])).toEqual(['某局+', '-甲', '某中心+', '-乙']);
  });
  it('takes one column of a list whose columns repeat the amounts', () => {
    const facts = [line(2, '甲', '60'), line(2, '甲', '60', { fact_id: 't1.2b', column: 3 })];
    expect(outline(facts, [])).toEqual(['甲']);
  });
  it('leaves lines without an amount and other tables out', () => {
    expect(outline([line(2, '甲', null), line(3, '乙', '1', { statement: 'procurement' })], [])).toEqual([]);
  });
  it('ends on sums that go round in a circle', () => {
    expect(outline([line(2, '甲', '1'), line(3, '乙', '1')], [sum(2, [3]), sum(3, [2])])).toHaveLength(2);
  });
});
