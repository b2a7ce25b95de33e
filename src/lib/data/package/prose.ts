import type { Row } from '../arrow/column.ts';
import { rowsByTable } from '../arrow/records.ts';
import type { DocumentRows } from '../arrow/records.ts';

/** A run of Chinese as long as this is a sentence, not a label; what is kept of it is short enough to be none. */
const SENTENCE = /[\u4e00-\u9fff，。、；：“”（）]{32,}/g;
const KEPT = 22;
const REASON_LENGTH = 16;
const FIGURE = /[-+−]?[\d,，]+(\.\d+)?\s*(%|％|亿元|万元|元|人|名|个|辆|台|套|次|批|平方米)?/;
const UNCHANGED = /持平|无(增减)?变化|一致/;

/** The rows without the document's prose: figures and labels stay, sentences are cut, reasons become a few words. */
export function withoutProse(rows: DocumentRows): DocumentRows {
  const without = rowsByTable((name) => rows[name].map(cutSentences)) as DocumentRows;
  return {
    ...without,
    claims: without.claims.map((claim) => ({
      ...claim,
      raw: figureOf(claim.raw),
      reason: shortened(claim.reason, REASON_LENGTH),
    })),
    headcounts: without.headcounts.map((headcount) => ({
      ...headcount,
      raw: figureOf(headcount.raw) ?? '',
    })),
  };
}

/** Titles are labels, however long. */
const LABELS: ReadonlySet<string> = new Set(['title']);
/** Sentences of issues and checks are ours; the document's own words stand in them in quotation marks, which may hold others. */
const OURS: ReadonlySet<string> = new Set(['text']);
const QUOTED = /“(?:[^“”]|“[^“”]*”)*”/g;

function cutSentences(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => {
      if (typeof cell !== 'string' || LABELS.has(name)) return [name, cell];
      return [name, OURS.has(name) ? cell.replace(QUOTED, cutQuoted) : cut(cell)];
    }),
  );
}

function cut(text: string): string {
  return text.replace(SENTENCE, (run) => `${run.slice(0, KEPT)}…`);
}

function cutQuoted(quoted: string): string {
  return `“${cut(quoted.slice(1, -1))}”`;
}

function figureOf(raw: string | null): string | null {
  if (raw === null) return null;
  return (FIGURE.exec(raw) ?? UNCHANGED.exec(raw))?.[0].trim() ?? shortened(raw, REASON_LENGTH);
}

function shortened(text: string | null, length: number): string | null {
  return text !== null && text.length > length ? `${text.slice(0, length)}…` : text;
}
