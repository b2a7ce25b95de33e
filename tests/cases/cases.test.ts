import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../src/lib/core/extract.ts';
import type { RecognisedTable } from '../../src/lib/core/model/index.ts';
import { parseCell } from '../../src/lib/core/money/index.ts';
import { nodePdfAssets } from '../../src/lib/core/readers/pdf/assets.node.ts';
import { shortfalls, type Expectation } from './expectation.ts';
import { FORMATS, VARIANTS, type Format } from './variants.ts';

const FILES = join(import.meta.dirname, 'files');
const names = readdirSync(FILES).filter((name) => !name.endsWith('.json'));
/** Cases that are known not to hold; one that does must leave the list. */
const OPEN = new Set(['html-dept-and-own.html']);

async function extract(name: string, bytes: Uint8Array) {
  const answer = await extractDisclosure([{ name, bytes }], { pdfAssets: nodePdfAssets() });
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  return answer;
}

describe('invented disclosures with one trait of real files each', () => {
  for (const name of names) {
    const test = OPEN.has(name) ? it.fails : it;
    test(`${name} says what it says`, async () => {
      const stem = name.replace(/\.[^.]+$/, '');
      const want = JSON.parse(readFileSync(join(FILES, `${stem}.expected.json`), 'utf8')) as Expectation;
      const { result } = await extract(name, new Uint8Array(readFileSync(join(FILES, name))));
      expect(shortfalls(result, want)).toEqual([]);
    });
  }
});

describe('the same traits in other formats', () => {
  for (const { name, blocks, want, formats } of VARIANTS) {
    it.each(formats ?? (Object.keys(FORMATS) as Format[]))(`${name}: %s`, async (format) => {
      const { result } = await extract(`case.${format}`, FORMATS[format](blocks));
      expect(shortfalls(result, want)).toEqual([]);
    });
  }
});

describe('every figure of a table', () => {
  it.each(names)('is a fact or an issue: %s', async (name) => {
    const { result, recognised } = await extract(name, new Uint8Array(readFileSync(join(FILES, name))));
    const said = new Set([...result.facts, ...result.issues].map(({ locator }) => locator));
    expect(recognised.flatMap(figuresOf).filter((locator) => !said.has(locator))).toEqual([]);
  });
});

/** Places of the cells that print an amount, among them those of repeated rows. */
function figuresOf(table: RecognisedTable): string[] {
  const rows = [...table.rows.slice(table.headerRowCount), ...table.repeated];
  return rows.flatMap((row) =>
    row.cells.flatMap(({ text, locator }) => {
      const { kind } = parseCell(text);
      return kind === 'malformed' || (kind === 'number' && /\d[.,]\d/.test(text)) ? [locator] : [];
    }),
  );
}
