import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractSchema } from '../../src/lib/core/model/extract.ts';

const SEEDS = '../shared/documents/seeds';
const scratch = mkdtempSync(join(tmpdir(), 'mingzhang-'));

/** The command as a person runs it: npm run --silent extract -- … */
function extract(...args: string[]) {
  return spawnSync('npm', ['run', '--silent', 'extract', '--', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

const SMALL_BUDGET = [
  '青山市示范局2025年部门预算',
  '',
  '一、人员情况',
  '',
  '截至2024年底，本部门人员编制12人，实有人员10人。',
  '',
  '收支总表',
  '',
  '单位：万元',
  '',
  '收入\t\t支出\t',
  '项目\t预算数\t项目\t预算数',
  '一、一般公共预算拨款收入\t120.50\t一、卫生健康支出\t120.50',
  '本年收入合计\t120.50\t本年支出合计\t120.50',
  '收入总计\t120.50\t支出总计\t120.50',
  '',
].join('\n');

describe('npm run --silent extract', () => {
  it('prints one JSON object that keeps the contract', () => {
    const { status, stdout } = extract(file('small-2025.txt', SMALL_BUDGET));
    expect(status).toBe(0);
    const result = extractSchema.parse(JSON.parse(stdout));
    expect(result.document).toMatchObject({
      id: 'small-2025',
      fiscal_year: 2025,
      stage: 'budget',
      format: 'text',
    });
    expect(result.document.agency).toContain('示范局');
    expect(result.facts.map((fact) => fact.yuan)).toContain('1205000.00');
    expect(result.headcounts).toContainEqual(
      expect.objectContaining({ kind: 'on-board', category: 'total', count: 10, as_of: '2024-12-31' }),
    );
  });

  it('takes the document id that it is given', () => {
    const { stdout } = extract(file('named.txt', SMALL_BUDGET), '--id', 'qingshan-2025');
    expect(JSON.parse(stdout)).toMatchObject({ document: { id: 'qingshan-2025' } });
  });

  it.each([
    ['a letter', 'letter.txt', 'Dear all,\n\nthe meeting moves to Friday.\n'],
    ['an empty file', 'empty.txt', ''],
    ['zeros', 'zeros.bin', new Uint8Array(4096)],
    ['a truncated PDF', 'cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'],
  ])('%s: one line on standard error, exit 2, nothing on standard output', (_, name, content) => {
    const { status, stdout, stderr } = extract(file(name, content));
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a file that is not there: one line, exit 2', () => {
    const { status, stdout, stderr } = extract(join(scratch, 'nowhere.pdf'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('nowhere.pdf');
  });
});

describe.skipIf(!existsSync(SEEDS))('the seeds (skipped where ../shared/documents is missing)', () => {
  const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).map((name) => join(SEEDS, name)) : [];
  it.each(seeds)('%s keeps the contract', (path) => {
    const { status, stdout } = extract(path);
    expect(status).toBe(0);
    const result = extractSchema.parse(JSON.parse(stdout));
    const ids = result.facts.map((fact) => fact.fact_id);
    expect(new Set(ids).size).toBe(ids.length);
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const fact of result.facts.filter((f) => f.table_id !== null)) {
      const [, line, cell] = /^L(\d+)#(\d+)$/.exec(fact.locator) ?? [];
      const printed = lines[Number(line) - 1] ?? '';
      // Where a cell stands on a line of its own, tabs before it only indent.
      const own = printed.split('\t')[Number(cell)]?.trim() || printed.trim();
      expect(own, fact.locator).toContain(fact.raw.trim());
    }
  });
});
