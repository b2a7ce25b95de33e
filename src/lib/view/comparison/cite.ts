import type { MetricRow } from '../../data/metrics/types.ts';
import type { Comparison } from './types.ts';

/** A piece of a sentence: plain words, or a figure and the row that it was taken from. */
export interface Segment {
  text: string;
  row: MetricRow | null;
}

/** A figure as sentences write it, and whose it is. */
export interface SaidFigure {
  said: string;
  name: string;
  row: MetricRow;
}

/** Every figure that the sentences of a comparison may name; counts of a matrix are summed in them, so none is meant. */
export function saidFigures({ series, columns }: Pick<Comparison, 'series' | 'columns'>): SaidFigure[] {
  const counts = new Set(columns.filter(({ kind }) => kind === 'count').map(({ key }) => key));
  return series.flatMap(({ name, marks }) =>
    marks
      .filter(({ key }) => !counts.has(key))
      .flatMap(({ said, restatement, row }) => [
        { said, name, row },
        ...(restatement ? [{ said: restatement.said, name, row: restatement.row }] : []),
      ]),
  );
}

/**
 * Cuts a sentence at the figures it names. A figure is known by how it is written, and is that of the agency named last
 * before it; written so by no agency named before it, it is nobody's own (a median, a distance) and stays plain.
 */
export function citeFigures(sentence: string, figures: readonly SaidFigure[]): Segment[] {
  const segments: Segment[] = [];
  let plainFrom = 0;
  for (const match of sentence.matchAll(WRITTEN)) {
    const { index } = match;
    const before = sentence.slice(0, index);
    if (isDistance(before, sentence.slice(index + match[0].length))) continue;
    const found = figureAt(sentence, index, before, figures);
    if (!found || found.text.length < match[0].length) continue;
    segments.push({ text: sentence.slice(plainFrom, index), row: null }, found);
    plainFrom = index + found.text.length;
  }
  segments.push({ text: sentence.slice(plainFrom), row: null });
  return segments.filter(({ text }) => text !== '');
}

const WRITTEN = /−?\d[\d,]*(?:\.\d+)?/g;

function figureAt(
  sentence: string,
  index: number,
  before: string,
  figures: readonly SaidFigure[],
): Segment | null {
  let best: { text: string; row: MetricRow; named: number } | null = null;
  for (const { said, name, row } of figures) {
    const text = [said, said.replace(/^−/, '')].find((written) => sentence.startsWith(written, index));
    const named = before.lastIndexOf(name);
    if (text !== undefined && named >= 0 && named > (best?.named ?? -1)) best = { text, row, named };
  }
  return best && { text: best.text, row: best.row };
}

/** 比 2023 年增加 21,400 元 is a distance between two figures, whatever else is as large. */
function isDistance(before: string, after: string): boolean {
  return /年(?:增加|减少) $/.test(before) || /^[a-z ]+(?:\([^)]*\) )?(?:more|less) than/.test(after);
}
