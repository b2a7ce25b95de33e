import type { PageTable } from '$lib/view/document/index';

const NARROWEST = 4;
const WIDEST = 13;
/** The badge, and the room between columns. */
const BESIDE = 2.6;

/**
 * Widths of a table's columns for CSS grid, the same in every row, so that a row out of sight needn't be measured: a
 * label column, then one for each amount, wide enough for its longest figure. `--label` is the page's to set.
 */
export function columnWidths({ groups, rows }: Pick<PageTable, 'groups' | 'rows'>): string {
  return groups
    .flatMap(({ columns }, g) => [
      'var(--label)',
      ...columns.map((label, c) => {
        const figures = rows.map(({ parts }) => parts[g]?.cells[c]?.text ?? '');
        const heads = label.split(' / ').map((line) => Math.min(emOf(line), WIDEST / 2));
        const widest = Math.max(NARROWEST, ...heads, ...figures.map(emOf));
        return `${(Math.min(widest, WIDEST) + BESIDE).toFixed(1)}em`;
      }),
    ])
    .join(' ');
}

/** About how wide a text is: Han and full-width marks one em, the rest a little over half. */
function emOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e80' ? 1 : 0.58;
  return width;
}
