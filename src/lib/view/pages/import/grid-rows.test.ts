import { describe, expect, it } from 'vitest';
import type { ReviewCell } from '../../../core/review.ts';
import { gridRows } from './grid-rows.ts';

const cell = (column: number, text: string, colSpan = 1, rowSpan = 1): ReviewCell => ({
  text,
  column,
  colSpan,
  rowSpan,
  locator: `L1#${column}`,
});
const drawn = (rows: ReviewCell[][], columns: number): string[] =>
  gridRows(rows, columns).map((row) =>
    row.map((place) => `${place.cell?.text ?? '-'}×${place.colSpan}`).join(' '),
  );

describe('rows of a printed grid', () => {
  it.each<[string, ReviewCell[][], number, string[]]>([
    ['plain', [[cell(0, 'a'), cell(1, 'b')]], 2, ['a×1 b×1']],
    ['short rows are filled up', [[cell(0, 'a')], [cell(2, 'c')]], 3, ['a×1 -×2', '-×2 c×1']],
    [
      'spans over rows',
      [
        [cell(0, 'a', 1, 2), cell(1, 'b', 2)],
        [cell(1, 'c'), cell(2, 'd')],
      ],
      3,
      ['a×1 b×2', 'c×1 d×1'],
    ],
    ['a span wider than the table', [[cell(0, 'a', 9)]], 2, ['a×2']],
    [
      'a span that reaches into another',
      [[cell(1, 'b', 1, 2)], [cell(0, 'a', 3)]],
      3,
      ['-×1 b×1 -×1', 'a×1 -×1'],
    ],
    ['a row span beyond the end', [[cell(0, 'a', 1, 99)]], 1, ['a×1']],
  ])('%s', (_, rows, columns, expected) => {
    expect(drawn(rows, columns)).toEqual(expected);
  });
});
