import { describe, expect, it } from 'vitest';
import { grid, hanText, line, smallPdf, text } from '../../../../../tests/support/small-pdf.ts';
import type { ReadOptions, ReadResult, SourceTable } from '../../model/index.ts';
import { readSource } from '../index.ts';
import { nodePdfAssets } from './assets.node.ts';

const read = (bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> =>
  readSource({ name: 'x.pdf', bytes }, { pdfAssets: nodePdfAssets(), ...options });

async function document(bytes: Uint8Array, options: ReadOptions = {}) {
  const result = await read(bytes, options);
  if (!result.ok) throw new Error(result.refusal.text.en);
  return result.document;
}

const textsOf = (table: SourceTable | undefined): string[][] =>
  (table?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));

async function tables(bytes: Uint8Array): Promise<SourceTable[]> {
  return (await document(bytes)).blocks.filter((block) => block.kind === 'table');
}

const ROWS = [
  ['Code', 'Name', 'Total', 'Basic'],
  ['208', 'Social security', '1,234.50', '34.50'],
  ['20805', 'Retirement', '1,200.00', ''],
];
const WIDTHS = [60, 150, 80, 80];

describe('ruled tables', () => {
  it('come with every cell in its column and a locator in points from the top left', async () => {
    const [table] = await tables(smallPdf([{ content: grid(50, 700, WIDTHS, 20, ROWS) }]));
    expect(textsOf(table)).toEqual(ROWS);
    expect(table?.geometry).toBe('exact');
    expect(table?.rows[1]?.cells[2]).toMatchObject({ locator: 'p1@260,162,340,182', column: 2 });
  });

  it.each([90, 180, 270] as const)('are read on a page turned by %i degrees', async (rotate) => {
    const [table] = await tables(smallPdf([{ content: grid(50, 700, WIDTHS, 20, ROWS), rotate }]));
    expect(textsOf(table)).toEqual(ROWS);
  });

  it('are read where the text itself runs upwards on an upright page', async () => {
    const content = [
      ...[100, 130, 160].map((x) => line(x, 100, x, 400)),
      ...[100, 250, 400].map((y) => line(100, y, 160, y)),
      text(118, 110, 'Name', 10, 90),
      text(118, 260, 'Total', 10, 90),
      text(148, 110, 'Salaries', 10, 90),
      text(148, 260, '1,234.50', 10, 90),
    ].join('');
    const [table] = await tables(smallPdf([{ content }]));
    expect(textsOf(table)).toEqual([
      ['Name', 'Total'],
      ['Salaries', '1,234.50'],
    ]);
    expect(table?.rows[0]?.cells[0]?.locator).toBe('p1@100,592,130,742');
  });

  it('give merged cells their spans', async () => {
    const content = [
      line(50, 700, 350, 700),
      line(150, 680, 350, 680),
      line(50, 660, 350, 660),
      line(50, 640, 350, 640),
      line(50, 700, 50, 640),
      line(150, 700, 150, 640),
      line(250, 680, 250, 640),
      line(350, 700, 350, 640),
      text(55, 676, 'Item'),
      text(200, 686, 'Budget'),
      text(155, 666, 'Basic'),
      text(255, 666, 'Project'),
      text(55, 646, 'Staff'),
      text(155, 646, '10.00'),
      text(255, 646, '2.50'),
    ].join('');
    const [table] = await tables(smallPdf([{ content }]));
    expect(
      table?.rows.map((row) =>
        row.cells.map(({ text: t, column, colSpan, rowSpan }) => [t, column, colSpan, rowSpan]),
      ),
    ).toEqual([
      [
        ['Item', 0, 1, 2],
        ['Budget', 1, 2, 1],
      ],
      [
        ['Basic', 1, 1, 1],
        ['Project', 2, 1, 1],
      ],
      [
        ['Staff', 0, 1, 1],
        ['10.00', 1, 1, 1],
        ['2.50', 2, 1, 1],
      ],
    ]);
  });

  it.each([
    [
      'each border drawn twice and the lines in pieces',
      (x0: number, y0: number, x1: number, y1: number) => {
        const mx = (x0 + x1) / 2;
        const my = (y0 + y1) / 2;
        return (
          line(x0, y0, mx, my) +
          line(mx, my, x1, y1) +
          (x0 === x1 ? line(x0 + 1.5, y0, x1 + 1.5, y1) : line(x0, y0 + 1.5, x1, y1 + 1.5))
        );
      },
    ],
    [
      'filled bars for lines',
      (x0: number, y0: number, x1: number, y1: number) =>
        `${Math.min(x0, x1)} ${Math.min(y0, y1)} ${Math.max(Math.abs(x1 - x0), 0.7)} ${Math.max(Math.abs(y1 - y0), 0.7)} re f\n`,
    ],
    [
      'dashes for lines',
      (x0: number, y0: number, x1: number, y1: number) => {
        let dashes = '';
        const length = Math.hypot(x1 - x0, y1 - y0);
        for (let at = 0; at < length; at += 5) {
          const [a, b] = [at / length, Math.min(at + 3, length) / length];
          dashes += line(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b);
        }
        return dashes;
      },
    ],
  ])('are found with %s', async (_, draw) => {
    const content =
      [700, 680, 660].map((y) => draw(50, y, 250, y)).join('') +
      [50, 150, 250].map((x) => draw(x, 660, x, 700)).join('') +
      text(55, 686, 'Name') +
      text(155, 686, 'Total') +
      text(55, 666, 'Staff') +
      text(155, 666, '12.50');
    const [table] = await tables(smallPdf([{ content }]));
    expect(textsOf(table)).toEqual([
      ['Name', 'Total'],
      ['Staff', '12.50'],
    ]);
  });

  it('need no outer borders', async () => {
    const content =
      [line(50, 680, 250, 680), line(50, 660, 250, 660), line(150, 640, 150, 700)].join('') +
      text(55, 686, 'Name') +
      text(155, 686, 'Total') +
      text(55, 666, 'Staff') +
      text(155, 666, '12.50') +
      text(55, 646, 'Rent') +
      text(155, 646, '1.00');
    const [table] = await tables(smallPdf([{ content }]));
    expect(textsOf(table)).toEqual([
      ['Name', 'Total'],
      ['Staff', '12.50'],
      ['Rent', '1.00'],
    ]);
  });

  it('put numbers and labels that wrap inside a cell together again', async () => {
    const content =
      [700, 660].map((y) => line(50, y, 160, y)).join('') +
      [50, 110, 160].map((x) => line(x, 660, x, 700)).join('') +
      text(113, 686, '1,234,') +
      text(113, 668, '567.00') +
      hanText(55, 686, '机关事业单') +
      hanText(55, 668, '位离退休');
    const [table] = await tables(smallPdf([{ content }]));
    expect(textsOf(table)).toEqual([['机关事业单位离退休', '1,234,567.00']]);
  });

  it('keep a number whole that juts out over its border', async () => {
    const content =
      [700, 680].map((y) => line(50, y, 250, y)).join('') +
      [50, 150, 250].map((x) => line(x, 680, x, 700)).join('') +
      text(60, 686, 'Staff') +
      text(142, 686, '12,345,678.90');
    const [table] = await tables(smallPdf([{ content }]));
    expect(textsOf(table)).toEqual([['Staff', '12,345,678.90']]);
  });

  it('part a ruled row that holds several records', async () => {
    const content =
      [700, 680, 600].map((y) => line(50, y, 350, y)).join('') +
      [50, 150, 250, 350].map((x) => line(x, 600, x, 700)).join('') +
      ['Name', 'Total', 'Basic'].map((t, i) => text(55 + 100 * i, 686, t)).join('') +
      [
        ['Staff', '12.50', '12.50'],
        ['Rent', '1.00', '0.50'],
        ['Books', '3.25', '3.25'],
      ]
        .map((row, r) => row.map((t, i) => text(55 + 100 * i, 666 - 20 * r, t)).join(''))
        .join('');
    const [table] = await tables(smallPdf([{ content }]));
    expect(textsOf(table)).toEqual([
      ['Name', 'Total', 'Basic'],
      ['Staff', '12.50', '12.50'],
      ['Rent', '1.00', '0.50'],
      ['Books', '3.25', '3.25'],
    ]);
  });
});

describe('tables without lines', () => {
  it('are found by what stands under one another', async () => {
    const right = (x: number, y: number, t: string) => text(x - 5.56 * t.length, y, t);
    const rows: [string, string, string, string][] = [
      ['208', 'Social security', '1,234.50', '34.50'],
      ['20805', 'Retirement', '1,200.00', '0.00'],
      ['2080501', 'Retirement of staff', '200.00', '0.00'],
    ];
    const content =
      text(50, 700, 'Code') +
      text(120, 700, 'Name') +
      text(320, 700, 'Total') +
      text(420, 700, 'Basic') +
      rows
        .map(
          ([code, name, total, basic], r) =>
            text(50, 680 - 18 * r, code) +
            text(120, 680 - 18 * r, name) +
            right(360, 680 - 18 * r, total) +
            right(450, 680 - 18 * r, basic),
        )
        .join('');
    const [table] = await tables(smallPdf([{ content }]));
    expect(table?.geometry).toBe('aligned');
    expect(textsOf(table)).toEqual([['Code', 'Name', 'Total', 'Basic'], ...rows]);
  });

  it('are not seen in a sentence that leaves room around its figures', async () => {
    const content =
      hanText(50, 700, '本年支出') +
      text(140, 700, '371.92') +
      hanText(200, 700, '万元，比上年减少') +
      text(330, 700, '81.6') +
      hanText(380, 700, '％。');
    expect(await tables(smallPdf([{ content }]))).toEqual([]);
  });

  it('are not seen in prose', async () => {
    const content = [
      'The budget is 1,234.50 in total and',
      'grew by 2.50 against last year, when',
      'it had been 1,232.00 at the start.',
    ]
      .map((t, i) => text(50, 700 - 16 * i, t))
      .join('');
    expect(await tables(smallPdf([{ content }]))).toEqual([]);
  });
});

describe('prose', () => {
  it('is joined over its lines and pages, page numbers left out', async () => {
    const full = '本部门收入预算总额为一千二百三十四万元比上年增加五十六万元主要原因是';
    const pages = [1, 2, 3].map((n) => ({
      content:
        hanText(72, 700, '　　' + full.slice(0, 28), 12) +
        hanText(72, 680, full.slice(28) + '人员增加。', 12) +
        text(290, 30, `- ${n} -`),
    }));
    const { blocks } = await document(smallPdf(pages));
    expect(blocks).toHaveLength(3);
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: full + '人员增加。', page: 1 });
  });
});

describe('what can not be read', () => {
  const page = { content: grid(50, 700, WIDTHS, 20, ROWS) };
  it.each<[string, Uint8Array, ReadOptions, string]>([
    ['a password', smallPdf([page], { encrypted: true }), {}, 'encrypted'],
    ['nothing but a header', Uint8Array.from('%PDF-1.7\n', (c) => c.charCodeAt(0)), {}, 'damaged'],
    ['no text', smallPdf([{ content: 'q 500 0 0 700 40 40 cm Q' }]), {}, 'no-text-layer'],
    ['ten thousand pages', smallPdf([page], { copies: 10_000 }), {}, 'too-many-pages'],
    ['more cells than allowed', smallPdf([page]), { limits: { cells: 5 } }, 'too-many-cells'],
    ['more bytes than allowed', smallPdf([page]), { limits: { bytes: 100 } }, 'too-large'],
    ['no time left', smallPdf([page]), { limits: { milliseconds: -1 } }, 'too-slow'],
    ['a reader who cancelled', smallPdf([page]), { signal: AbortSignal.abort() }, 'cancelled'],
  ])('%s gives a refusal', async (_, bytes, options, code) => {
    const result = await read(bytes, options);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (!result.ok) expect(result.refusal.text.zh).toMatch(/[。，]/);
  });

  it('a page that is a picture among pages with text is named', async () => {
    const { issues } = await document(smallPdf([page, { content: 'q 500 0 0 700 40 40 cm Q' }]));
    expect(issues).toMatchObject([{ code: 'page-without-text', locator: 'p2' }]);
  });

  it('a file cut off in the middle still gives its whole pages or a refusal', async () => {
    const bytes = smallPdf([page, page, page]);
    const result = await read(bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    if (result.ok) expect(result.document.blocks.length).toBeGreaterThan(0);
    else expect(result.refusal.code).toBe('damaged');
  });
});
