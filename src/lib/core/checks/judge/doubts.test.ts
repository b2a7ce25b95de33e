import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/extract.ts';
import { checkExtract } from '../index.ts';
import { fact, input, statuses, total } from './invented.ts';

const children = (...rows: [string, Omit<Partial<Fact>, 'row' | 'column'>][]): Fact[] => [
  fact('100.00', { row: 1, code: '208' }),
  ...rows.map(([raw, fields], index) => fact(raw, { row: 2 + index, code: '20805', ...fields })),
];

describe('a broken sum that may be our reading', () => {
  it.each<[string, Fact[], string]>([
    ['the parts fall short', children(['60.00', {}], ['30.00', { code: '20899' }]), 'broken'],
    [
      'exactly twice',
      children(['60.00', {}], ['40.00', { code: '20899' }], ['100.00', { code: '20828' }]),
      'unchecked',
    ],
    [
      'one part too many',
      children(['60.00', {}], ['40.00', { code: '20899' }], ['35.00', { code: '20828' }]),
      'unchecked',
    ],
    [
      'a line without a class among them',
      children(
        ['60.00', {}],
        ['25.00', { code: null, axis: 'item', label: '某支出' }],
        ['30.00', { code: '20899' }],
      ),
      'unchecked',
    ],
    [
      'a line of which among them',
      children(
        ['60.00', {}],
        ['25.00', { code: null, axis: 'item', label: '其中：某支出' }],
        ['30.00', { code: '20899' }],
      ),
      'broken',
    ],
  ])('%s', (_, facts, status) => {
    expect(statuses(checkExtract(input({ facts })), 'code-children')).toEqual([status]);
  });
  it('a cell among the lines that is no figure', () => {
    const facts = children(['60.00', {}], ['30.00', { code: '20899' }]);
    const cell = (text: string, locator: string) => ({ text, locator, column: 1, colSpan: 1, rowSpan: 1 });
    const table = (lost: string) => ({
      tableId: 't1',
      statement: 'general-by-function' as const,
      unit: '元' as const,
      notes: [],
      rows: [
        { page: null, cells: [cell('100.00', 'L1#1')] },
        { page: null, cells: [cell('60.00', 'L2#1')] },
        { page: null, cells: [cell(lost, 'L2#9')] },
        { page: null, cells: [cell('30.00', 'L3#1')] },
      ],
    });
    const status = (lost: string) =>
      statuses(checkExtract(input({ facts }), { tables: [table(lost)], narrative: [] }), 'code-children');
    expect(status('10.00')).toEqual(['unchecked']);
    expect(status('—')).toEqual(['broken']);
  });
  it('a column beside the sources that is none of them', () => {
    const row = { row: 1, statement: 'income-summary', flow: 'income' } as const;
    const facts = (other: string) => [
      total('100.00', { ...row, fund: 'all' }),
      total('70.00', { ...row, column: 2 }),
      total('20.00', { ...row, column: 3, fund: 'other-income' }),
      total(other, { ...row, column: 4, fund: 'all', column_label: '实户资金' }),
    ];
    expect(statuses(checkExtract(input({ facts: facts('10.00') })), 'fund-columns')).toEqual(['unchecked']);
    expect(statuses(checkExtract(input({ facts: facts('3.00') })), 'fund-columns')).toEqual(['broken']);
  });

  it('one column of several that may stand in the row', () => {
    const facts = (basic: string) => [
      fact('100.00', { row: 1, code: '208' }),
      fact(basic, { row: 1, column: 2, code: '208', measure: 'basic' }),
      fact('50.00', { row: 1, column: 3, code: '208', measure: 'project' }),
    ];
    expect(statuses(checkExtract(input({ facts: facts('30.00') })), 'measure-columns')).toEqual(['broken']);
    expect(statuses(checkExtract(input({ facts: facts('30.00').slice(0, 2) })), 'measure-columns')).toEqual([
      'unchecked',
    ]);
  });
});
