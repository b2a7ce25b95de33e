import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../src/lib/core/extract.ts';
import { extractSchema, type ExtractResult, type Fact } from '../../src/lib/core/model/index.ts';

/**
 * Invented documents, one kind of damage each, in both text layouts. `tables/<name>.json` is the reading; a new case is two
 * files and no code. What differs is written to `tables/<name>-actual.json`.
 */
const fixtures = new URL('../fixtures/text/', import.meta.url);
const expectations = new URL('./tables/', import.meta.url);
const names = readdirSync(fixtures)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''));

async function extract(name: string): Promise<ExtractResult> {
  const bytes = new Uint8Array(readFileSync(new URL(`${name}.txt`, fixtures)));
  const answer = await extractDisclosure([{ name: `${name}.txt`, bytes }]);
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  return answer.result;
}

function factLine(fact: Fact): string {
  const code = [fact.code, fact.gov_code, fact.unit_code].map((part) => part ?? '').join('/');
  const place = [fact.axis, code, fact.label, fact.flow, fact.measure, fact.fund, fact.item ?? '', fact.fiscal_year];
  return `${fact.locator} r${fact.row} c${fact.column} | ${place.join(' ')} | ${fact.raw} = ${fact.yuan ?? fact.quantity}`;
}

function reading(result: ExtractResult) {
  return {
    tables: result.tables.map((t) =>
      [t.table_id, t.number, t.title, t.statement, t.unit, t.status, t.reason].map((part) => part ?? '-').join(' | '),
    ),
    facts: result.facts.filter((fact) => fact.table_id !== null).map(factLine),
    issues: result.issues.map((issue) => `${issue.code} ${issue.severity} ${issue.locator ?? '-'}`),
  };
}

describe('tables of invented documents', () => {
  it.each(names)('%s', async (name) => {
    const result = await extract(name);
    expect(() => extractSchema.parse(result)).not.toThrow();
    const actual = reading(result);
    const file = new URL(`${name}.json`, expectations);
    const expected: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      writeFileSync(new URL(`${name}-actual.json`, expectations), `${JSON.stringify(actual, null, 1)}\n`);
    }
    expect(actual).toEqual(expected);
  });
});
