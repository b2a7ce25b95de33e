import { DATASET_TABLES } from '../../lib/data/arrow/tables.ts';
import type { Caveat, MetricRecord, MetricVariant } from '../../lib/data/metrics/types.ts';
import { ABSENCE_REASONS, METRIC_IDS, METRICS, ROW_NOTES } from '../../lib/data/metrics/types.ts';
import { NOTE_TEXTS } from '../../lib/data/metrics/notes.ts';
import { absenceText } from '../../lib/view/comparison/absence.ts';
import { code, markdownTable, type Sections } from './fill.ts';

/** The made sections of docs/metrics.md: from the records of the register. */
export function metricSections(): Sections {
  const records = METRIC_IDS.map((id) => METRICS[id]);
  return {
    overview: markdownTable(
      ['id', '中文', 'formula', 'unit'],
      records.map(({ id, name, formula, unit }) => [code(id), name.zh, formula.en, code(unit)]),
    ),
    metrics: records.map(metricSection).join('\n\n'),
    caveats: markdownTable(
      ['id', 'says', 'of'],
      caveatsOf(records).map(([caveat, metrics]) => [
        code(caveat.id),
        caveat.text(['A'], 'en'),
        metrics.map(code).join(' '),
      ]),
    ),
    reasons: markdownTable(
      ['id', 'says', '中文'],
      ABSENCE_REASONS.map((reason) => [
        code(reason),
        absenceText(reason, 'the figure', 'en'),
        absenceText(reason, '这个数', 'zh'),
      ]),
    ),
    notes: markdownTable(
      ['id', 'says', '中文'],
      ROW_NOTES.map((note) => [code(note), NOTE_TEXTS[note].en, NOTE_TEXTS[note].zh]),
    ),
  };
}

/** The tables of the data set that a metric's query names. */
export function readsOf({ sql }: Pick<MetricRecord, 'sql'>): string[] {
  return DATASET_TABLES.filter((table) => new RegExp(`(?:FROM|JOIN) ${table}\\b`).test(sql));
}

function metricSection(metric: MetricRecord): string {
  const { id, name, question, definition, goodFor, variants, denominators, items, signed, caveats } = metric;
  const choices = [
    ...variants.map((entry) => choice('variant', entry)),
    ...denominators.map((entry) => choice('denominator', entry)),
    ...items.map((entry) => choice('item', entry)),
  ];
  return [
    `### ${name.en} ${name.zh}`,
    `${code(id)}. ${question.en} ${definition.en}`,
    `Good for: ${goodFor.en}${signed ? ' Values below zero have a meaning.' : ''}`,
    `Reads the tables ${readsOf(metric).map(code).join(', ')}.`,
    markdownTable(['', 'id', 'name', 'what it is'], choices),
    `Caveats: ${caveats.map((caveat) => code(caveat.id)).join(', ')}.`,
  ].join('\n\n');
}

function choice(kind: string, { id, name, note }: MetricVariant): string[] {
  return [kind, code(id), `${name.en} ${name.zh}`, note.en];
}

function caveatsOf(records: readonly MetricRecord[]): [Caveat, string[]][] {
  const all = new Map<Caveat, string[]>();
  for (const { id, caveats } of records)
    for (const caveat of caveats) all.set(caveat, [...(all.get(caveat) ?? []), id]);
  return [...all];
}
