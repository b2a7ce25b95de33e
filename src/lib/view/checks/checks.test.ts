import { describe, expect, it } from 'vitest';
import { sampleRow } from '../../data/arrow/sample-rows.ts';
import type { DocumentTable } from '../../data/arrow/records.ts';
import type { RowOf } from '../../data/arrow/tables.ts';
import { cellPath } from '../proof/index.ts';
import {
  checkBook,
  checkKey,
  citeAmounts,
  countStatuses,
  DEFAULT_FILTER,
  filterChecks,
  groupChecks,
} from './index.ts';
import type { CheckLine, ChecksFilter } from './index.ts';

function line(id: string, patch: Partial<CheckLine> = {}): CheckLine {
  return {
    id: checkKey('jiachuan-2024', id),
    document: 'jiachuan-2024',
    agency: 'jiachuan',
    year: 2024,
    rule: 'code-total',
    status: 'broken',
    expected: '100.00',
    actual: '90.00',
    gap: '-10.00',
    slack: '0.01',
    finding: checkKey('jiachuan-2024', id),
    text: '合计 90 元，各项之和 100 元。',
    refs: ['t01.a.1'],
    ...patch,
  };
}

const LINES: CheckLine[] = [
  line('a', { gap: '-10.00' }),
  line('b', { gap: '20000.00', finding: checkKey('jiachuan-2024', 'c') }),
  line('c', { gap: '5.00', rule: 'same-quantity', finding: checkKey('jiachuan-2024', 'c') }),
  line('d', { gap: null, agency: 'yiling', rule: 'year-contradiction' }),
  line('e', { gap: '0.50', status: 'rounding' }),
  line('f', { gap: '0.00', status: 'exact', agency: 'yiling' }),
  line('g', { gap: null, status: 'unchecked' }),
];
const shown = (filter: Partial<ChecksFilter>): string[] =>
  filterChecks(LINES, { ...DEFAULT_FILTER, ...filter }).map(({ id }) => id.split('!')[1] ?? '');

describe('filterChecks', () => {
  it.each<[string, Partial<ChecksFilter>, string]>([
    ['what does not tie by default', {}, 'abcd'],
    ['several results', { statuses: ['exact', 'rounding'] }, 'ef'],
    ['an agency', { agency: 'yiling' }, 'd'],
    ['a rule', { rule: 'same-quantity' }, 'c'],
    ['gaps from a size on, whatever their sign', { gap: '1' }, 'abc'],
    ['larger gaps', { gap: '10000' }, 'b'],
    ['all of it at once', { agency: 'jiachuan', rule: 'code-total', gap: '1', statuses: ['broken'] }, 'ab'],
    ['nothing', { agency: 'nowhere' }, ''],
    [
      'one finding by a check of it, whatever else is chosen',
      { only: 'jiachuan-2024!b', statuses: ['exact'] },
      'bc',
    ],
    ['one that is not there', { only: 'jiachuan-2024!zz' }, ''],
  ])('%s', (_, filter, ids) => {
    expect(shown(filter).join('')).toBe(ids);
  });
});

describe('groupChecks', () => {
  it('makes one finding of one cause, called after the check that names it, worst and widest first', () => {
    const findings = groupChecks(LINES);
    expect(findings.map(({ lines }) => lines.map(({ id }) => id.split('!')[1]).join(''))).toEqual([
      'cb',
      'a',
      'd',
      'g',
      'e',
      'f',
    ]);
  });
  it('loses no check and doubles none', () => {
    const regrouped = groupChecks(LINES).flatMap(({ lines }) => lines);
    expect(regrouped).toHaveLength(LINES.length);
    expect(new Set(regrouped)).toEqual(new Set(LINES));
  });
  it('counts results', () => {
    expect(countStatuses(LINES)).toEqual({ broken: 4, explained: 0, rounding: 1, exact: 1, unchecked: 1 });
  });
});

describe('checkBook', () => {
  const of = <N extends DocumentTable>(table: N, row: Partial<RowOf<N>>): RowOf<N> =>
    sampleRow(table, { document_id: 'jiachuan-2024', ...row });
  const rows = {
    documents: [of('documents', { agency_id: 'jiachuan', fiscal_year: 2024 })],
    tables: [of('tables', { table_id: 't01', number: '1', title: '收支总表' })],
    facts: [
      of('facts', {
        fact_id: 't01.210.2',
        table_id: 't01',
        code: '210',
        label: '卫生健康支出',
        column_label: '支出 / 合计',
      }),
    ],
    claims: [of('claims', { claim_id: 'L9', locator: 'L9' })],
    headcounts: [],
    indicators: [of('indicators', { indicator_id: 'L20#3', locator: 'L20#3', level3: '培训人次' })],
    checks: [
      of('checks', {
        check_id: 'x',
        rule: 'prose-table',
        status: 'broken',
        gap_yuan: '5.00',
        facts: ['t01.210.2'],
        claims: ['L9', 'L20#3', 'L77'],
        finding: 'y',
        text: '中文',
        text_en: 'English',
      }),
      of('checks', {
        check_id: 'y',
        rule: 'prose-table',
        status: 'exact',
        facts: [],
        claims: [],
        finding: null,
      }),
    ],
  };
  it('says where the figures stand, by references that cell links take', () => {
    const { lines, names } = checkBook(rows, 'zh');
    expect(lines.map(({ id, finding }) => [id, finding])).toEqual([
      ['jiachuan-2024!x', 'jiachuan-2024!y'],
      ['jiachuan-2024!y', 'jiachuan-2024!y'],
    ]);
    expect(lines[0]).toMatchObject({
      agency: 'jiachuan',
      year: 2024,
      text: '中文',
      gap: '5.00',
      refs: ['t01.210.2', 'claim:L9', 'indicator:L20#3', 'L77'],
    });
    expect(names['jiachuan-2024']).toEqual({
      't01.210.2': { name: '表1 · 210 卫生健康支出 · 合计', yuan: null },
      'claim:L9': { name: '原文第 9 行', yuan: null },
      'indicator:L20#3': { name: '原文第 20 行第 4 格 · 培训人次', yuan: null },
      L77: { name: '原文第 77 行', yuan: null },
    });
    expect(cellPath('jiachuan-2024', lines[0]?.refs[1] ?? '')).toContain('cell=claim%3AL9');
  });
  it.each([
    ['表6', '表6', 'table 6'],
    ['预算06表', '预算06表', 'table 预算06'],
    ['6', '表6', 'table 6'],
  ])('calls a table numbered %s by its number once', (number, zh, en) => {
    const tables = [of('tables', { table_id: 't01', number, title: '收支总表' })];
    const said = (lang: 'zh' | 'en'): string =>
      checkBook({ ...rows, tables }, lang).names['jiachuan-2024']?.['t01.210.2']?.name.split(' · ')[0] ?? '';
    expect([said('zh'), said('en')]).toEqual([zh, en]);
  });
  it('speaks English', () => {
    const { lines, names } = checkBook(rows, 'en');
    expect(lines[0]?.text).toBe('English');
    expect(names['jiachuan-2024']?.['t01.210.2']?.name).toBe('table 1 · 210 卫生健康支出 · 合计');
  });
});

describe('figures in the sentence of a check', () => {
  const names = {
    a: { name: 'a', yuan: '8489222.00' },
    b: { name: 'b', yuan: '8479422.00' },
    c: { name: 'c', yuan: '1900.00' },
  };
  const cited = (text: string, refs: string[], gap: string | null): [string, string][] =>
    citeAmounts({ text, refs, gap }, names).flatMap((part) =>
      part.ref === null ? [] : [[part.text, part.ref] as [string, string]],
    );

  it('lead to the figures that come to as much, each once; the gap is computed', () => {
    expect(
      cited('表5“210” 8,489,222.00 元，表1“210” 8,479,422.00 元，相差 9,800.00 元。', ['a', 'b'], '9800.00'),
    ).toEqual([
      ['8,489,222.00 元', 'a'],
      ['8,479,422.00 元', 'b'],
    ]);
  });
  it('are known in any unit and language, and a sum that no cell holds stays plain', () => {
    expect(cited('文中接待费 0.19 万元，各项之和 1,950.00 元，不符。', ['c'], null)).toEqual([
      ['0.19 万元', 'c'],
    ]);
    expect(cited('reception 0.19 wan yuan, of 1,900.00 yuan', ['c'], null)).toEqual([['0.19 wan yuan', 'c']]);
  });
  it('leave the sentence as it is', () => {
    const text = '表1的标题与文件同为 2023 年。';
    expect(citeAmounts({ text, refs: ['a'], gap: null }, names)).toEqual([{ text, ref: null }]);
  });
});
