import { describe, expect, it } from 'vitest';
import { sampleRow } from '../../../data/arrow/sample-rows.ts';
import type { RowOf } from '../../../data/arrow/tables.ts';
import { DISCLOSURE_ITEMS } from '../../../data/metrics/disclosure-items.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { disclosureLines } from './completeness.ts';

function answer(item: string, found: boolean, facts: string[] = []): MetricRow {
  return {
    document_id: 'd',
    agency_id: 'a',
    stage: 'budget',
    fiscal_year: 2024,
    variant: 'items',
    denominator_kind: '',
    item,
    numerator: found ? '1' : '0',
    numerator_slack: '0',
    denominator: null,
    denominator_slack: null,
    value: found ? '1' : '0',
    low: null,
    high: null,
    status: found ? 'reported' : 'zero',
    reason: null,
    absent_inputs: 0,
    numerator_facts: facts,
    denominator_facts: [],
    notes: [],
  };
}
type Table = RowOf<'tables'>;
const table = (statement: Table['statement'], status: Table['status'], reason: string | null = null): Table =>
  sampleRow('tables', { table_id: `${status}-${statement}`, statement, status, reason, title: '某表' });
const stateOf = (item: string, rows: MetricRow[], tables: Table[]) =>
  disclosureLines(rows, tables, 'zh').find(({ id }) => id === item);

describe('disclosureLines', () => {
  it.each([
    ['published', true, [table('three-public', 'published')], 'published', 'table:published-three-public'],
    [
      'published beside an empty one',
      true,
      [table('three-public', 'declared-empty', '无支出'), table('three-public', 'published')],
      'published',
      'table:published-three-public',
    ],
    [
      'declared empty',
      true,
      [table('three-public', 'declared-empty', '无支出')],
      'declared-empty',
      'table:declared-empty-three-public',
    ],
    [
      'only listed',
      false,
      [table('three-public', 'listed-only')],
      'listed-only',
      'table:listed-only-three-public',
    ],
    ['nowhere', false, [table('income-summary', 'published')], 'missing', null],
  ])('a table that is %s', (_, found, tables, state, ref) => {
    expect(stateOf('three-public', [answer('three-public', found)], tables)).toMatchObject({ state, ref });
  });
  it('keeps the reason of an empty table, and none that is not given', () => {
    const rows = [answer('three-public', true)];
    expect(stateOf('three-public', rows, [table('three-public', 'declared-empty', '无支出')])?.reason).toBe(
      '无支出',
    );
    expect(stateOf('three-public', rows, [table('three-public', 'declared-empty')])?.reason).toBeNull();
  });
  it('leads to the sentence where the figures stand in the text', () => {
    expect(stateOf('operating-cost', [answer('operating-cost', true, ['claim:L9'])], [])).toMatchObject({
      state: 'prose',
      ref: 'claim:L9',
    });
  });
  it('has a line for every item, those that do not apply too', () => {
    const lines = disclosureLines([], [], 'en');
    expect(lines.map(({ id }) => id)).toEqual(DISCLOSURE_ITEMS.map(({ id }) => id));
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['not-applicable']));
  });
});
