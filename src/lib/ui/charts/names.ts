import { text } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { INK, LABEL, LINE, MUTED, SMALL } from './ink';
import { textWidth, wrapText } from './text-layout';

/** A name with what stands beside it, in lines. */
export interface NameBlock {
  lines: string[];
  detail: string[];
  height: number;
}

const DETAIL_LEADING = 1.3;

/** Wraps names into a column; the column is as wide as its longest line. */
export function layNames(
  entries: readonly { name: string; detail: string; unlike?: readonly string[] }[],
  most: number,
): { blocks: NameBlock[]; width: number } {
  const blocks = entries.map(({ name, detail, unlike }) => {
    const lines = nameLines({ name, unlike }, most, LABEL);
    const detailLines = detail === '' ? [] : wrapText(detail, most, SMALL);
    return {
      lines,
      detail: detailLines,
      height: lines.length * LABEL * LINE + detailLines.length * SMALL * DETAIL_LEADING,
    };
  });
  const width = Math.max(
    0,
    ...blocks.flatMap(({ lines, detail }) => [
      ...lines.map((line) => textWidth(line, LABEL)),
      ...detail.map((line) => textWidth(line, SMALL)),
    ]),
  );
  return { blocks, width: Math.ceil(width) };
}

/** Stands behind the name of an agency that is unlike the others shown. */
export const UNLIKE_MARK = '※';

/** A name in lines, the mark that it is unlike the others behind the last. */
export function nameLines(
  { name, unlike }: { name: string; unlike?: readonly string[] | undefined },
  most: number,
  size: number,
): string[] {
  if (!unlike || unlike.length === 0) return wrapText(name, most, size);
  const lines = wrapText(name, most - size, size);
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${UNLIKE_MARK}` : line));
}

/** Draws name blocks at the left edge, each centred on its `y` (in pixels or in the y scale's own terms). */
export function nameMarks(blocks: readonly NameBlock[], centres: readonly number[], x: number): Markish[] {
  const lines = blocks.flatMap(({ lines: names, detail, height }, index) => {
    const top = (centres[index] ?? 0) - height / 2;
    return [
      ...names.map((line, row) => ({ line, y: top + (row + 0.5) * LABEL * LINE, small: false })),
      ...detail.map((line, row) => ({
        line,
        y: top + names.length * LABEL * LINE + (row + 0.5) * SMALL * DETAIL_LEADING,
        small: true,
      })),
    ];
  });
  const drawn = (small: boolean): Markish =>
    text(
      lines.filter((line) => line.small === small),
      {
        frameAnchor: 'left',
        dx: x,
        y: 'y',
        text: 'line',
        textAnchor: 'start',
        fontSize: small ? SMALL : LABEL,
        fill: small ? MUTED : INK,
      },
    );
  return [drawn(false), drawn(true)];
}
