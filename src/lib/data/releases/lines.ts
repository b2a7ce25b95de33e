import type { Agency, AnsweredDocument, Answers } from '../answers.ts';
import type { MetricId, MetricRow } from '../metrics/types.ts';
import { perMetric, rowKey, withoutPlaces } from './delta.ts';

/** One line of a figures file: the release, an agency, a document or a row of a metric. */
type Line =
  | { release: string }
  | { agency: Agency }
  | { document: AnsweredDocument }
  | ({ metric: MetricId } & CompactRow);

/** A row whose empty fields are left out. */
type CompactRow = Partial<MetricRow>;

const EMPTY: Omit<MetricRow, 'document_id' | 'agency_id' | 'stage' | 'fiscal_year' | 'variant' | 'status'> = {
  denominator_kind: '',
  item: '',
  numerator: null,
  numerator_slack: null,
  denominator: null,
  denominator_slack: null,
  value: null,
  low: null,
  high: null,
  reason: null,
  absent_inputs: 0,
  numerator_facts: [],
  denominator_facts: [],
  notes: [],
};

/** Every figure of a release as JSON, one a line, sorted, so that a change reads well in a diff. */
export function writeLines(answers: Answers): string {
  const rows = Object.entries(answers.rows).flatMap(([metric, own]) =>
    own.map((row) => ({ metric: metric as MetricId, ...compact(withoutPlaces(row)) })),
  );
  const lines: Line[] = [
    { release: answers.release },
    ...answers.agencies.map((agency) => ({ agency })),
    ...answers.documents.map((document) => ({ document })),
    ...rows.sort((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1)),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The answers that `writeLines` wrote, without the places of the figures. */
export function readLines(text: string): Answers {
  const answers: Answers = { release: '', agencies: [], documents: [], rows: perMetric(() => []) };
  for (const line of text.split('\n').filter((entry) => entry !== '')) {
    const read = JSON.parse(line) as Line;
    if ('release' in read) answers.release = read.release;
    else if ('agency' in read) answers.agencies.push(read.agency);
    else if ('document' in read) answers.documents.push(read.document);
    else {
      const { metric, ...row } = read;
      answers.rows[metric].push({ ...EMPTY, ...row } as MetricRow);
    }
  }
  return answers;
}

function compact(row: MetricRow): CompactRow {
  const entries = Object.entries(row).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(EMPTY[name as keyof typeof EMPTY]),
  );
  return Object.fromEntries(entries);
}

function lineKey(line: { metric: MetricId } & CompactRow): string {
  return `${line.metric}|${rowKey({ ...EMPTY, ...line } as MetricRow)}`;
}
