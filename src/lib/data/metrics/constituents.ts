import type { Localised } from '../../core/model/localised.ts';
import { part } from './compose.ts';
import type { Part } from './compose.ts';
import { BASIC_LINES } from './inputs/basic.ts';

/** Lines that explain figures: of money, or counts below zero where a share is short by them. */
export interface LineTable {
  id: string;
  /**
   * A query with the columns document_id, code, label and amount. A code of 3, 5 or 7 digits holds the longer ones that
   * begin with it; another is an id. The label is as the document prints it, '' where the code is an id that `names` or the
   * product's terms name.
   */
  lines: Part;
  /** `rules`: the ids are those of the reconciliation rules, which pages that show metrics don't load. */
  names?: readonly { id: string; name: Localised }[] | 'rules';
  /** How a step is to be read, where it is more than a line of money. */
  note?: Localised;
}

/** Lines of the documents that a figure is made of, and how they are to be read. */
export interface LineSource {
  table: LineTable;
  /** Beginnings of the codes that belong to the figure; all where there are none. */
  starts?: readonly string[];
  /** Lengths of codes at which lines don't overlap, the best first; none where they never do. */
  depths?: readonly number[];
  /** Lines are what the figure is short of: an agency without lines is short of nothing. */
  shortfall?: true;
  /** An agency's own lines say something even where the middle's are not published. */
  alone?: true;
}

/** What a figure is made of: lines, or answers of the metric itself (items, or variants of a metric that has none). */
export type Constituents = LineSource | { answers: readonly string[] };

/** Depths of a classification whose 款 are printed more often than its 类. */
export const CLASSES = [5, 3];

const BASIC: LineTable = {
  id: 'basic',
  lines: part('basic_items', [BASIC_LINES], 'SELECT document_id, code, label, amount FROM basic_lines'),
};

/** Basic expenditure of the economic classes that begin so. */
export function basicLines(...starts: string[]): LineSource {
  return { table: BASIC, starts, depths: CLASSES };
}
