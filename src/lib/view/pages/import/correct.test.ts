import { describe, expect, it } from 'vitest';
import { NO_OVERRIDES, overridesSchema, type Overrides } from '../../../core/overrides/index.ts';
import { correctColumn, correctDocument, correctHeadcount, correctTable } from './correct.ts';

describe('corrections made on the page', () => {
  const unit = correctTable(NO_OVERRIDES, 't05', { unit: '元' });
  const column = correctColumn(unit, 't05', 3, { role: 'amount', measure: 'basic' });
  const staff = correctHeadcount(NO_OVERRIDES, 'on-board', { count: 21, as_of: null });
  it.each<[string, Overrides, unknown]>([
    ['a unit', unit, { tables: { t05: { unit: '元' } } }],
    [
      'a column beside it',
      column,
      { tables: { t05: { unit: '元', columns: { 3: { role: 'amount', measure: 'basic' } } } } },
    ],
    ['the column taken back', correctColumn(column, 't05', 3, null), { tables: { t05: { unit: '元' } } }],
    ['the unit taken back', correctTable(unit, 't05', { unit: undefined }), { tables: {} }],
    ['a year', correctDocument(NO_OVERRIDES, { fiscal_year: 2031 }), { document: { fiscal_year: 2031 } }],
    [
      'the year taken back',
      correctDocument(correctDocument(NO_OVERRIDES, { fiscal_year: 2031 }), { fiscal_year: undefined }),
      { document: {} },
    ],
    ['a headcount', staff, { headcounts: [{ kind: 'on-board', category: 'total', count: 21, as_of: null }] }],
    [
      'another of the same kind',
      correctHeadcount(staff, 'on-board', { count: 5, as_of: '2025-12-31' }),
      { headcounts: [{ kind: 'on-board', category: 'total', count: 5, as_of: '2025-12-31' }] },
    ],
    ['the headcount taken back', correctHeadcount(staff, 'on-board', null), { headcounts: [] }],
  ])('%s', (_, made, expected) => {
    expect(made).toEqual({ ...NO_OVERRIDES, ...(expected as object) });
    expect(overridesSchema.safeParse(made).success).toBe(true);
  });
});
