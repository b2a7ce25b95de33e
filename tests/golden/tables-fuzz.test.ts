import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/lib/core/readers/text/index.ts';
import { recogniseTables } from '../../src/lib/core/recognition/index.ts';
import { normaliseTables } from '../../src/lib/core/statements/index.ts';
import type { ExtractContext, Fact, Recognition, SourceDocument } from '../../src/lib/core/model/index.ts';

const fixtures = new URL('../fixtures/text/', import.meta.url);
const texts = readdirSync(fixtures)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(new URL(file, fixtures), 'utf8'));

const context: ExtractContext = {
  documentId: 'fuzz',
  title: '云溪县档案馆2024年部门预算公开',
  agency: '云溪县档案馆',
  regionCode: null,
  fiscalYear: 2024,
  stage: 'budget',
  scope: 'department',
};

interface Read {
  document: SourceDocument;
  recognition: Recognition;
  facts: Fact[];
  locators: Set<string>;
  milliseconds: number;
}

function read(text: string): Read | null {
  const start = performance.now();
  const answer = readText({ name: 'fuzz.txt', bytes: new TextEncoder().encode(text) });
  if (!answer.ok) return null;
  const recognition = recogniseTables(answer.document, { fiscalYear: 2024 });
  const { facts, issues } = normaliseTables(recognition.tables, context);
  const locators = new Set([...facts, ...issues].flatMap((one) => (one.locator === null ? [] : [one.locator])));
  return { document: answer.document, recognition, facts, locators, milliseconds: performance.now() - start };
}

/** Cuts, shuffles, doubles and garbles lines and characters of a fixture. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts),
    edits: fc.array(
      fc.record({
        kind: fc.constantFrom('cut', 'swap', 'drop', 'double', 'tab', 'untab', 'garble', 'end'),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        to: fc.double({ min: 0, max: 1, noNaN: true }),
        garbage: fc.string({ maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ text, edits }) => {
    let lines = text.split('\n');
    for (const edit of edits) {
      const at = Math.min(lines.length - 1, Math.floor(edit.at * lines.length));
      const to = Math.min(lines.length - 1, Math.floor(edit.to * lines.length));
      const line = lines[at] ?? '';
      if (edit.kind === 'cut') lines[at] = line.slice(0, Math.floor(edit.to * line.length));
      if (edit.kind === 'swap') [lines[at], lines[to]] = [lines[to] ?? '', line];
      if (edit.kind === 'drop') lines.splice(at, 1);
      if (edit.kind === 'double') lines.splice(to, 0, line);
      if (edit.kind === 'tab') lines[at] = line.replace('\t', '\t\t');
      if (edit.kind === 'untab') lines[at] = line.replace('\t', '');
      if (edit.kind === 'garble') lines[at] = line.slice(0, Math.floor(edit.to * line.length)) + edit.garbage + line;
      if (edit.kind === 'end') lines = lines.slice(0, Math.max(1, at));
    }
    return lines.join('\n');
  });

describe('damaged documents', () => {
  it('never throw and never hang', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const result = read(text);
        expect(result === null || result.milliseconds < 5_000).toBe(true);
      }),
      { numRuns: 400, seed: 20240101 },
    );
  });

  it('lose no figure in silence: every amount with decimals is a fact, an issue, a header row or a repeat', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const result = read(text);
        if (!result) return;
        const known = new Set(result.locators);
        for (const table of result.recognition.tables) {
          if (table.statement.startsWith('performance')) continue;
          const apart = [...table.rows.slice(0, table.headerRowCount), ...table.repeated];
          for (const row of apart) for (const cell of row.cells) known.add(cell.locator);
          for (const row of table.rows.slice(table.headerRowCount)) {
            for (const cell of row.cells) {
              if (/^\d{1,3}(?:,\d{3})*\.\d{2}$/.test(cell.text)) expect(known).toContain(cell.locator);
            }
          }
        }
      }),
      { numRuns: 400, seed: 20240102 },
    );
  });

  it('invent no figure: a fact is what its cell says', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const result = read(text);
        if (!result) return;
        const cells = new Map(
          result.document.blocks.flatMap((block) =>
            block.kind === 'table'
              ? block.rows.flatMap((row) => row.cells.map((cell) => [cell.locator, cell.text.trim()] as const))
              : [],
          ),
        );
        for (const fact of result.facts) expect(cells.get(fact.locator)).toBe(fact.raw);
      }),
      { numRuns: 200, seed: 20240103 },
    );
  });

  it('have fact ids of their own', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const ids = read(text)?.facts.map((fact) => fact.fact_id) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200, seed: 20240104 },
    );
  });
});
