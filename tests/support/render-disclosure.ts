import { utils, write, type WorkSheet } from '@e965/xlsx';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '../../src/lib/prerender/browser.mjs';
import { cellOf, escapeXml, type SmallBlock, type SmallCell } from './small-office.ts';

export const chromiumPath = findBrowser();
const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

export const hasChromium = chromiumPath !== undefined;
export const hasLibreOffice = OFFICE !== undefined;

/** Rows with every grid position filled: what a span covers is empty. */
function fullGrid(rows: readonly (readonly SmallCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  const busy = new Set<string>();
  rows.forEach((row, r) => {
    let column = 0;
    for (const given of row) {
      while (busy.has(`${r},${column}`)) column++;
      const { text, colSpan, rowSpan } = cellOf(given);
      for (let dr = 0; dr < rowSpan; dr++) {
        for (let dc = 0; dc < colSpan; dc++) {
          busy.add(`${r + dr},${column + dc}`);
          const line = grid[r + dr];
          if (line) line[column + dc] = dr + dc === 0 ? text : '';
        }
      }
      column += colSpan;
    }
  });
  return grid;
}

export function renderText(blocks: readonly SmallBlock[]): Uint8Array {
  const lines = blocks.flatMap((block) =>
    typeof block === 'string' ? [block] : fullGrid(block.rows).map((row) => row.join('\t')),
  );
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** `ruled` draws every border; otherwise only white space parts the columns. */
export function renderHtml(blocks: readonly SmallBlock[], look: 'ruled' | 'plain' = 'ruled'): Uint8Array {
  const body = blocks.map((block) => {
    if (typeof block === 'string') return `<p>${escapeXml(block)}</p>`;
    const rows = block.rows.map((row) => {
      const cells = row.map((given) => {
        const { text, colSpan, rowSpan } = cellOf(given);
        const amount = /^-?[\d,.]+$/.test(text) && text.includes('.') ? ' class="n"' : '';
        return `<td colspan="${colSpan}" rowspan="${rowSpan}"${amount}>${escapeXml(text)}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table>${rows.join('')}</table>`;
  });
  const border = look === 'ruled' ? '0.5pt solid #000' : 'none';
  const style = `body{font:${look === 'ruled' ? 10 : 8}pt serif}table{border-collapse:collapse;page-break-inside:auto}td{border:${border};padding:3pt 10pt;white-space:${look === 'ruled' ? 'normal' : 'nowrap'}}.n{text-align:right}`;
  return new TextEncoder().encode(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${style}</style></head><body>${body.join('\n')}</body></html>`,
  );
}

/** One sheet a table, with the lines before it above it; the prose before the first table on a sheet of its own. */
export function renderXlsx(blocks: readonly SmallBlock[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  let rows: string[][] = [];
  let merges: NonNullable<WorkSheet['!merges']> = [];
  const flush = (): void => {
    if (rows.length === 0) return;
    const sheet = utils.aoa_to_sheet(rows);
    sheet['!merges'] = merges;
    for (const [address, cell] of Object.entries(sheet) as [
      string,
      { t?: string; v?: unknown; z?: string },
    ][]) {
      if (address.startsWith('!') || typeof cell.v !== 'string') continue;
      if (cell.v === '') Object.assign(cell, { t: 'z', v: undefined });
      else if (/^-?\d+\.\d{2}$/.test(cell.v))
        Object.assign(cell, { t: 'n', v: Number(cell.v), z: '#,##0.00' });
    }
    utils.book_append_sheet(book, sheet, `表${book.SheetNames.length + 1}`);
    rows = [];
    merges = [];
  };
  for (const block of blocks) {
    if (typeof block === 'string') {
      rows.push([block]);
      continue;
    }
    const top = rows.length;
    rows.push(...fullGrid(block.rows));
    const grid = new Set<string>();
    block.rows.forEach((row, r) => {
      let column = 0;
      for (const given of row) {
        while (grid.has(`${r},${column}`)) column++;
        const { colSpan, rowSpan } = cellOf(given);
        for (let dr = 0; dr < rowSpan; dr++)
          for (let dc = 0; dc < colSpan; dc++) grid.add(`${r + dr},${column + dc}`);
        if (colSpan * rowSpan > 1) {
          merges.push({
            s: { r: top + r, c: column },
            e: { r: top + r + rowSpan - 1, c: column + colSpan - 1 },
          });
        }
        column += colSpan;
      }
    });
    flush();
  }
  flush();
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-render-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints a web page with Chromium. */
export function printPdf(html: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    writeFileSync(page, html);
    execFileSync(
      chromiumPath ?? 'chromium',
      [
        '--no-sandbox',
        '--headless',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${folder}/profile`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { stdio: 'ignore', timeout: 60_000 },
    );
    return new Uint8Array(readFileSync(pdf));
  });
}

/** Converts an Office file with LibreOffice. */
export function convertWithOffice(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return inFolder((folder) => {
    const source = join(folder, `file.${from}`);
    writeFileSync(source, bytes);
    execFileSync(OFFICE ?? 'soffice', ['--headless', '--convert-to', to, '--outdir', folder, source], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    return new Uint8Array(readFileSync(join(folder, `file.${to}`)));
  });
}
