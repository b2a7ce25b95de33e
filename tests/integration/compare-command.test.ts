import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { METRIC_IDS } from '../../src/lib/data/metrics/types.ts';
import { readPackage } from '../../src/lib/data/package/read.node.ts';
import type { AnswerLine } from '../../src/lib/view/answers/lines.ts';

const scratch = mkdtempSync(join(tmpdir(), 'mingzhang-compare-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The command as a person runs it: npm run --silent compare -- … */
function compare(...args: string[]) {
  return spawnSync('npm', ['run', '--silent', 'compare', '--', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

function file(name: string, lines: readonly string[]): string {
  const path = join(scratch, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const LAKE = file('lake-2025.txt', [
  '云溪县医疗保障局2025年部门预算',
  '',
  '截至2024年底，本部门人员编制12人，实有在职人员10人。',
  '',
  '部门支出总表',
  '',
  '单位：万元',
  '',
  '功能科目编码\t功能科目名称\t合计\t基本支出\t项目支出',
  '\t合计\t500.00\t300.00\t200.00',
  '208\t社会保障和就业支出\t100.00\t100.00\t',
  '210\t卫生健康支出\t400.00\t200.00\t200.00',
  '',
]);
const DESK = file('desk-2025.txt', [
  '青山市示范局2025年部门预算',
  '',
  '部门支出总表',
  '',
  '单位：万元',
  '',
  '功能科目编码\t功能科目名称\t合计\t基本支出\t项目支出',
  '\t合计\t80.00\t60.00\t20.00',
  '210\t卫生健康支出\t80.00\t60.00\t20.00',
  '',
]);

describe('npm run --silent compare', () => {
  it('answers for the files given, in their order, and writes nothing else', () => {
    const { status, stdout, stderr } = compare(LAKE, DESK);
    expect([status, stderr]).toEqual([0, '']);
    const lines = JSON.parse(stdout) as AnswerLine[];
    expect([...new Set(lines.map(({ document }) => document))]).toEqual(['lake-2025', 'desk-2025']);
    const find = (document: string, metric: string, variant: string, item = ''): AnswerLine | undefined =>
      lines.find(
        (line) =>
          line.document === document &&
          line.metric === metric &&
          line.variant === variant &&
          line.item === item,
      );
    expect(find('lake-2025', 'project-share', 'all')).toMatchObject({
      value: '40',
      numerator: '2000000',
      denominator: '5000000',
      status: 'reported',
      reason: null,
      agency: '云溪县医疗保障局',
      fiscal_year: 2025,
      unit: 'percent',
    });
    expect(find('desk-2025', 'project-share', 'all')?.value).toBe('25');
    expect(find('lake-2025', 'function-mix', 'class', '208')?.value).toBe('20');
    expect(find('lake-2025', 'function-mix', 'class', '210')?.value).toBe('80');
    expect(find('desk-2025', 'staff-cost-per-head', 'personnel')).toMatchObject({
      value: null,
      low: null,
      status: 'absent',
    });
    const caveats = ['lake-2025', 'desk-2025'].flatMap((id) => find(id, 'project-share', 'all')?.caveats);
    expect(caveats).toEqual(['bodies-differ']);
  });

  it('answers for the shipped data set where no file is given; one metric as CSV for a spreadsheet', () => {
    const { status, stdout } = compare('--metric', 'project-share', '--csv');
    expect(status).toBe(0);
    expect(stdout.startsWith('\uFEFFdocument,metric,variant,denominator_kind,item,value,low,high,')).toBe(
      true,
    );
    const lines = parse<Record<string, string>>(stdout, { bom: true, columns: true });
    const documents = readPackage('datasets').documents.map(({ document_id }) => document_id);
    expect([...new Set(lines.map(({ document }) => document))].sort()).toEqual(documents.sort());
    expect(new Set(lines.map(({ metric }) => metric))).toEqual(new Set(['project-share']));
  });

  it.each([
    [
      'a file that is no budget',
      () => [LAKE, file('letter.txt', ['您好！', '会议改在周五。'])],
      /letter\.txt/,
    ],
    ['a file that is not there', () => [join(scratch, 'nowhere.pdf')], /nowhere\.pdf/],
    ['a metric that there isn’t', () => ['--metric', 'luck'], new RegExp(METRIC_IDS[0] ?? '-')],
    ['an option that there isn’t', () => ['--pdf'], /--pdf/],
  ])('refuses %s with one line and nothing on standard output', (_, args, said) => {
    const { status, stdout, stderr } = compare(...args());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(said);
  });
});
