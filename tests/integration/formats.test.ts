import { beforeAll, describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../src/lib/core/extract.ts';
import type { Fact, SourceDocument, SourceTable } from '../../src/lib/core/model/index.ts';
import { readSource } from '../../src/lib/core/readers/index.ts';
import { nodePdfAssets } from '../../src/lib/core/readers/pdf/assets.node.ts';
import { compactText } from '../../src/lib/core/text/index.ts';
import { DISCLOSURE } from '../support/disclosure.ts';
import {
  convertWithOffice,
  hasChromium,
  hasLibreOffice,
  printPdf,
  renderHtml,
  renderText,
  renderXlsx,
} from '../support/render-disclosure.ts';
import { smallDocx } from '../support/small-office.ts';

/**
 * The same content in every format. Where columns are only inferred, spans are not compared; where nothing but white
 * space shows what a heading spans, only the rows that carry amounts are.
 */
const FORMATS: {
  name: string;
  present: boolean;
  spans: boolean;
  headings?: false;
  render: () => Uint8Array;
}[] = [
  { name: 'text', present: true, spans: false, render: () => renderText(DISCLOSURE) },
  { name: 'html', present: true, spans: true, render: () => renderHtml(DISCLOSURE) },
  { name: 'docx', present: true, spans: true, render: () => smallDocx(DISCLOSURE) },
  { name: 'xlsx', present: true, spans: true, render: () => renderXlsx(DISCLOSURE) },
  { name: 'xls', present: true, spans: true, render: () => renderXlsx(DISCLOSURE, 'biff8') },
  {
    name: 'pdf by Chromium',
    present: hasChromium,
    spans: true,
    render: () => printPdf(renderHtml(DISCLOSURE)),
  },
  {
    name: 'pdf by Chromium, no lines',
    present: hasChromium,
    spans: false,
    headings: false,
    render: () => printPdf(renderHtml(DISCLOSURE, 'plain')),
  },
  {
    name: 'pdf by LibreOffice',
    present: hasLibreOffice,
    spans: true,
    render: () => convertWithOffice(smallDocx(DISCLOSURE), 'docx', 'pdf'),
  },
  {
    name: 'ods by LibreOffice',
    present: hasLibreOffice,
    spans: true,
    render: () => convertWithOffice(renderXlsx(DISCLOSURE), 'xlsx', 'ods'),
  },
];

/** A table that a page break parted is one again; a header repeated after the break would be a difference. */
function tablesOf(document: SourceDocument): SourceTable[] {
  const tables: SourceTable[] = [];
  let open: SourceTable | null = null;
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') open = null;
    else if (open && open.columnCount === block.columnCount) open.rows.push(...block.rows);
    else tables.push((open = { ...block, rows: [...block.rows] }));
  }
  return tables;
}

function cellsOf(document: SourceDocument, spans: boolean): string[][][] {
  return tablesOf(document).map((table) =>
    table.rows.map((row) =>
      row.cells
        .filter((cell) => cell.text.trim() !== '')
        .map(
          (cell) => (spans ? `${cell.column}+${cell.colSpan}x${cell.rowSpan} ` : '') + compactText(cell.text),
        ),
    ),
  );
}

/** What a fact says, without where it was found. */
const meaningOf = (fact: Fact): string =>
  [
    fact.statement,
    fact.axis,
    fact.code,
    compactText(fact.label),
    fact.flow,
    fact.measure,
    fact.fund,
    fact.item,
    fact.fiscal_year,
    fact.raw.trim(),
    fact.yuan,
  ].join(' | ');

async function readOf(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await readSource({ name: 'file', bytes }, { pdfAssets: nodePdfAssets() });
  if (!result.ok) throw new Error(result.refusal.text.en);
  return result.document;
}

async function factsOf(bytes: Uint8Array): Promise<string[]> {
  const answer = await extractDisclosure([{ name: 'file', bytes }], { pdfAssets: nodePdfAssets() });
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  return answer.result.facts
    .filter((fact) => fact.yuan !== null)
    .map(meaningOf)
    .sort();
}

describe.each(FORMATS)('one disclosure as $name', ({ present, spans, headings, render }) => {
  let bytes: Uint8Array;
  beforeAll(() => {
    if (present) bytes = render();
  });

  it.skipIf(!present)(
    'has the same tables (skipped where the program that makes it is missing)',
    async () => {
      const reference = cellsOf(await readOf(renderHtml(DISCLOSURE)), spans);
      expect(reference.map((table) => table.length)).toEqual([7, 13, 5]);
      const compared = (tables: string[][][]): string[][][] =>
        headings === false
          ? tables.map((rows) => rows.filter((row) => row.some((cell) => /\d\.\d/.test(cell))))
          : tables;
      expect(compared(cellsOf(await readOf(bytes), spans))).toEqual(compared(reference));
    },
  );

  it.skipIf(!present)(
    'gives the same facts (skipped where the program that makes it is missing)',
    async () => {
      const expected = await factsOf(renderHtml(DISCLOSURE));
      expect(expected.length).toBeGreaterThan(50);
      expect(await factsOf(bytes)).toEqual(expected);
    },
  );
});
