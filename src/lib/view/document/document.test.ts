import { describe, expect, it } from 'vitest';
import { sampleFact, sampleProof, sampleTable } from '../proof/sample-proof.ts';
import { documentPage, knownCell, rebuildDocument } from './index.ts';

describe('a table rebuilt', () => {
  const data = sampleProof({
    tables: [
      sampleTable({ table_id: 't02', number: '表3', locator: 'L40' }),
      sampleTable({ table_id: 't01', number: '表1', locator: 'L8' }),
      sampleTable({
        table_id: 'c02',
        number: '表2',
        locator: 'L2#1',
        status: 'declared-empty',
        reason: '不涉及',
      }),
    ],
    facts: [
      sampleFact({ fact_id: 't01.a.1', row: 1, column: 1, label: '拨款', locator: 'L11#1' }),
      sampleFact({
        fact_id: 't01.b.3',
        row: 1,
        column: 3,
        label: '工资',
        locator: 'L11#3',
        column_label: '支出',
      }),
      sampleFact({
        fact_id: 't01.b.4',
        row: 1,
        column: 4,
        label: '工资',
        locator: 'L11#4',
        column_label: '上年',
      }),
      sampleFact({
        fact_id: 't01.c.3',
        row: 0,
        column: 3,
        label: '办公',
        locator: 'L10#3',
        column_label: '支出',
      }),
    ],
    issues: [
      { code: 'row-moved', severity: 'warning', locator: 'L11#4', text: '移了一列' },
      { code: 'unplaced-cell', severity: 'warning', locator: 'L30#2', text: '不知属于哪一列' },
      { code: 'missing-unit', severity: 'warning', locator: null, text: '没有单位' },
    ],
  });
  const rebuilt = rebuildDocument(data);
  const [first] = rebuilt.tables;

  it('stands in published order, empty tables at their number', () => {
    expect(rebuilt.tables.map(({ table }) => table.table_id)).toEqual(['t01', 'c02', 't02']);
  });
  it('gives labels that differ in one row columns of their own', () => {
    expect(first?.groups.map(({ columns }) => columns.map(({ column }) => column))).toEqual([[1], [3, 4]]);
    expect(first?.rows.map(({ parts }) => parts.map((part) => part?.label ?? null))).toEqual([
      [null, '办公'],
      ['拨款', '工资'],
    ]);
  });
  it('leaves no figure out', () => {
    const shown = rebuilt.tables.flatMap(({ rows }) =>
      rows.flatMap(({ parts }) => parts.flatMap((part) => part?.cells.filter((cell) => cell !== null) ?? [])),
    );
    expect(shown.map(({ fact_id }) => fact_id).sort()).toEqual(
      data.facts.map(({ fact_id }) => fact_id).sort(),
    );
  });
  it('puts every issue where it belongs', () => {
    expect(first?.rows.map(({ moved }) => moved)).toEqual([false, true]);
    expect(first?.issues.map(({ code }) => code)).toEqual(['unplaced-cell']);
    expect(rebuilt.issues.map(({ code }) => code)).toEqual(['missing-unit']);
  });
});

describe('a cell link', () => {
  const { tables } = documentPage(sampleProof({ facts: [sampleFact({ fact_id: 't01.a.1' })] }), 'zh');
  const stands = (ref: string): boolean => ['t01.a.1', 'table:t01'].includes(ref);
  it.each([
    [null, { kind: 'none' }],
    ['t01.a.1', { kind: 'found', ref: 't01.a.1' }],
    ['table:t01', { kind: 'found', ref: 'table:t01' }],
    ['t01.gone.1', { kind: 'lost', ref: 't01.gone.1', tableId: 't01' }],
    ['t04.gone.1', { kind: 'lost', ref: 't04.gone.1', tableId: 't01' }],
    ['claim:L9', { kind: 'lost', ref: 'claim:L9', tableId: null }],
    ['<script>', { kind: 'lost', ref: '<script>', tableId: null }],
  ])('%j', (ref, expected) => {
    expect(knownCell(ref, tables, stands)).toEqual(expected);
  });
});
