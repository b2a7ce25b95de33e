import { Decimal } from '../../../core/money/index.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { isPartOf } from '../../../core/terms/index.ts';
import type { MetricVariant } from '../../../data/metrics/types.ts';
import { figuresFor } from '../figures.ts';
import { agencyName, makeAbsent, makeMark, makeSeries, measure, sortEntries } from '../marks.ts';
import type { ComparisonPart } from '../part.ts';
import { pickRow, rowsByAgency } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { stackedSentence, stackedStatements } from './words.ts';
import { stackedTable } from './table.ts';
import type { AbsentEntry } from '../types.ts';
import type { StackedEntry, Stacked } from './model.ts';

/** Several items of one year on top of one another, largest first. */
export function compareStacked(
  selection: Selection,
  chosen: readonly MetricVariant[],
  lang: Lang,
): ComparisonPart {
  const stacked = stackItems(selection, withoutWholes(chosen), lang);
  const { entries, absent, items, figures } = stacked;
  return {
    form: 'stacked',
    unitLabel: figures.label,
    columns: items.map((item) => ({ key: item.id, label: item.name[lang], kind: 'item' })),
    series: entries.map(({ series }) => series),
    absent,
    median: null,
    sentence: stackedSentence(selection, stacked, lang),
    statements: stackedStatements(selection, stacked, lang),
    table: stackedTable(selection, stacked, lang),
    rows: [
      ...entries.flatMap(({ parts }) => parts.flatMap(({ row }) => row ?? [])),
      ...absent.flatMap(({ row }) => row ?? []),
    ],
  };
}

function withoutWholes(chosen: readonly MetricVariant[]): MetricVariant[] {
  return chosen.filter((item) => !chosen.some((other) => isPartOf(other.id, item.id)));
}

function stackItems(selection: Selection, chosen: readonly MetricVariant[], lang: Lang): Stacked {
  const { state, unit, input } = selection;
  const agencies = rowsByAgency(selection).map((rows) => ({
    agency: rows.agency,
    year: rows.year,
    parts: chosen.map((item) => ({ item, picked: pickRow(selection, rows, rows.year, item.id) })),
  }));
  const values = agencies.flatMap(({ parts }) => parts.flatMap(({ picked }) => picked.row?.value ?? []));
  const figures = figuresFor(unit, state.unit, values, lang);
  const weight = (item: MetricVariant): Decimal =>
    agencies.reduce((sum, { parts }) => {
      const value = parts.find((part) => part.item.id === item.id)?.picked.row?.value;
      return sum.plus(value ?? 0);
    }, new Decimal(0));
  const items = chosen
    .filter((item) =>
      agencies.some(({ parts }) => parts.some((part) => part.item === item && part.picked.absence === null)),
    )
    .sort((a, b) => weight(b).cmp(weight(a)));
  const entries: StackedEntry[] = [];
  const absent: AbsentEntry[] = [];
  for (const { agency, year, parts } of agencies) {
    const shown = items.flatMap((item) => parts.find((part) => part.item === item) ?? []);
    if (year === null || shown.every(({ picked }) => picked.absence !== null)) {
      const first = parts[0]?.picked;
      const reason = first?.absence ?? 'figure-not-disclosed';
      absent.push(makeAbsent(agency, reason, first?.row ?? null, input.metric.name[lang], lang));
      continue;
    }
    const cells = shown.map(({ item, picked: { row, absence } }) => ({
      item,
      row: absence === null ? row : null,
      absence: absence && makeAbsent(agency, absence, row, item.name[lang], lang, item.id),
    }));
    const marks = cells.flatMap(({ item, row }) =>
      row ? [makeMark(row, figures, item.id, item.name[lang])] : [],
    );
    const total = cells.reduce(
      (sum, { row }) => (row ? sum.plus(measure(row, figures).value) : sum),
      new Decimal(0),
    );
    const complete = cells.every(({ row }) => row !== null);
    const series = makeSeries(selection, agency, lang, marks, String(year));
    if (complete && unit !== 'percent') series.total = figures.text(total);
    entries.push({ agency, year, parts: cells, total, complete, series });
  }
  if (new Set(entries.map(({ year }) => year)).size < 2) for (const { series } of entries) series.detail = '';
  const first = items[0];
  const size = (entry: StackedEntry): Decimal => {
    if (unit !== 'percent') return entry.total;
    const row = entry.parts.find(({ item }) => item === first)?.row;
    return row ? measure(row, figures).value : new Decimal(0);
  };
  const sorted = sortEntries<StackedEntry>(
    entries,
    state.sort,
    size,
    ({ agency }) => agencyName(agency, lang),
    lang,
  );
  return { entries: sorted, absent, items, figures };
}
