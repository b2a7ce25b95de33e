import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallDocx } from '../../../../tests/support/small-office.ts';
import { grid, hanText, smallPdf } from '../../../../tests/support/small-pdf.ts';
import { readSource } from './index.ts';
import { nodePdfAssets } from './pdf/assets.node.ts';

const ROWS = [
  ['Code', 'Name', 'Total'],
  ['208', 'Social', '1,234.50'],
  ['20805', 'Retired', '1,200.00'],
];

function workbook(bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), 'a');
  return new Uint8Array(write(book, { type: 'array', bookType, compression: false }) as ArrayBuffer);
}

const HTML = `<!DOCTYPE html><html><meta charset=utf-8><table><tr><td rowspan=2>科目<td colspan=2>预算数</tr><tr><td>1,234.50</table>
<div style="position:relative;width:595pt;height:842pt"><div style="position:absolute;left:3pt;top:9pt;font-size:9pt">收入</div></div></html>`;

const SEEDS: [string, Uint8Array, number][] = [
  ['pdf', smallPdf([{ content: grid(50, 700, [60, 100, 80], 20, ROWS) + hanText(50, 600, '收支总表') }]), 60],
  ['html', new TextEncoder().encode(HTML), 200],
  ['docx', smallDocx(['收支总表', { rows: ROWS }]), 60],
  ['xlsx', workbook('xlsx'), 40],
  ['xls', workbook('biff8'), 60],
];

/** Ways to damage a file: some bytes changed, a piece cut out of it, or its end cut off. */
const damage = fc.oneof(
  fc.record({
    kind: fc.constant('flip' as const),
    at: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 12,
    }),
  }),
  fc.record({
    kind: fc.constant('cut' as const),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
  }),
  fc.record({ kind: fc.constant('end' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

function damaged(seed: Uint8Array, how: typeof damage extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const place = (share: number): number => Math.min(seed.length - 1, Math.floor(share * seed.length));
  if (how.kind === 'end') return seed.slice(0, place(how.at));
  if (how.kind === 'cut') {
    const from = place(how.from);
    return Uint8Array.from([...seed.subarray(0, from), ...seed.subarray(from + how.length)]);
  }
  const copy = seed.slice();
  for (const [share, value] of how.at) copy[place(share)] = value;
  return copy;
}

describe.each(SEEDS)('a damaged %s', (_, seed, runs) => {
  it('always gives a document or a refusal, and in time', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const bytes = damaged(seed, how);
        const before = bytes.slice();
        const result = await readSource(
          { name: 'x', bytes },
          { pdfAssets: nodePdfAssets(), limits: { milliseconds: 10_000 } },
        );
        if (result.ok) {
          for (const block of result.document.blocks) {
            if (block.kind === 'paragraph') continue;
            for (const row of block.rows) {
              for (const cell of row.cells)
                expect(cell.column + cell.colSpan).toBeLessThanOrEqual(block.columnCount);
            }
          }
        } else {
          expect(result.refusal.code).not.toBe('too-slow');
          expect(result.refusal.text.zh.length).toBeGreaterThan(5);
        }
        expect(bytes).toEqual(before);
      }),
      { numRuns: runs },
    );
  });
});
