import { describe, expect, it } from 'vitest';
import { checkExtract } from '../lib/core/checks/index.ts';
import { claim, fact, input, table, total } from '../lib/core/checks/judge/invented.ts';
import { formatReport } from './report.ts';

describe('formatReport', () => {
  const facts = [
    total('300.00', { row: 1 }),
    fact('200.00', { row: 2, code: '208', label: '社会保障和就业支出' }),
    fact('110.00', { row: 3, code: '210', label: '卫生健康支出' }),
  ];
  const parts = input({
    facts,
    claims: [claim('3 万元', 'meeting', { locator: 'L40' })],
    tables: [
      table({ table_id: 't1', number: '表1', title: '一般公共预算支出表', locator: 'L7' }),
      table({
        table_id: 't2',
        number: '表2',
        title: '收入总表',
        statement: 'income-summary',
        status: 'listed-only',
      }),
    ],
    headcounts: [
      { locator: 'L3', as_of: null, kind: 'on-board', category: 'total', count: 12, raw: '12 人' },
    ],
  });
  const result = {
    schema: 'mingzhang.extract/1' as const,
    ...parts,
    checks: checkExtract(parts),
    issues: Array.from({ length: 15 }, (_, index) => ({
      code: 'unplaced-cell',
      severity: 'warning' as const,
      locator: `L${index}#1`,
      text: '没有归入任何项目。',
    })),
  };
  const report = formatReport(result);

  it.each([
    ['tables with their state', /表2.*收入总表.*目录有、正文无/],
    ['headcounts, and that their date is missing', /实有.*12 人.*时点未写明/],
    ['key figures in yuan with their place', /支出总计.*300\.00.*= 300\.00 元.*L1#1/],
    [
      'what breaks, with the amounts and the places',
      /1\. 表1“合计” 300\.00 元.*310\.00 元.*相差 10\.00 元.*L1#1/,
    ],
    ['what can’t be checked', /会议费.*无法核对/],
    ['issues by kind, the rest counted', /警告 unplaced-cell：15 处/],
    ['how many are left out', /另有 3 处/],
    ['counts by status', /可以核对的 1 项中，0 项相符/],
  ])('says %s', (_, pattern) => {
    expect(report).toMatch(pattern);
  });
  it('ends with one line feed and says so where nothing was found', () => {
    expect(report.endsWith('\n')).toBe(true);
    expect(report.endsWith('\n\n')).toBe(false);
    const empty = formatReport({ ...result, ...input({}), checks: [], issues: [] });
    for (const text of ['没有认出任何表', '没有披露人数', '没有可以核对的数字'])
      expect(empty).toContain(text);
  });
});
