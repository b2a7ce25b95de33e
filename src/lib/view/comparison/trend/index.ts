import type { Decimal } from '../../../core/money/index.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { figuresFor } from '../figures.ts';
import type { Figures } from '../figures.ts';
import { agencyName, makeAbsent, makeMark, makeSeries, measure, sortEntries } from '../marks.ts';
import type { ComparisonPart } from '../part.ts';
import { isValued, pickRow, restatementOf, rowsByAgency } from '../selection.ts';
import type { AgencyRows, Selection } from '../selection.ts';
import { trendTable } from './table.ts';
import { trendSentence, trendStatements } from './words.ts';
import type { TrendEntry, Trend } from './model.ts';

/** Years of one item: two where each agency has this year and last, more where several years' documents are there. */
export function compareTrend(selection: Selection, item: string, name: string, lang: Lang): ComparisonPart {
  const picked = rowsByAgency(selection).map((rows) => pickYears(selection, rows, item, name, lang));
  const values = picked.flatMap(({ years }) => years.flatMap(({ row }) => row?.value ?? []));
  const figures = figuresFor(selection.unit, selection.state.unit, values, lang);
  const entries = picked.map(({ agency, years }): TrendEntry => {
    const marks = years.flatMap(({ year, row, restated }) =>
      isValued(row) ? [makeMark(row, figures, String(year), String(year), restated)] : [],
    );
    const span = [years[0]?.year, years.at(-1)?.year].filter((year) => year !== undefined);
    return {
      agency,
      years,
      series: makeSeries(selection, agency, lang, marks, [...new Set(span)].join('→')),
    };
  });
  const shown = entries.filter(({ series }) => series.marks.length > 0);
  const absent = entries.flatMap(({ years, series }) =>
    series.marks.length > 0
      ? years.flatMap(({ absence }) => absence ?? [])
      : years.slice(-1).flatMap(({ absence }) => (absence ? [{ ...absence, key: '' }] : [])),
  );
  const sorted = sortEntries<TrendEntry>(
    shown,
    selection.state.sort,
    ({ years }) => lastValue(years, figures),
    ({ agency }) => agencyName(agency, lang),
    lang,
  );
  const trend: Trend = { entries: sorted, absent, figures, unit: selection.unit, name };
  const keys = [...new Set(sorted.flatMap(({ years }) => years.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  );
  return {
    form: 'slope',
    unitLabel: figures.label,
    columns: keys.map((year) => ({
      key: String(year),
      label: lang === 'zh' ? `${year} 年` : String(year),
      kind: 'year',
    })),
    series: sorted.map(({ series }) => series),
    absent,
    median: null,
    sentence: trendSentence(selection, trend, lang),
    statements: trendStatements(selection, trend, lang),
    table: trendTable(selection, trend, lang),
    rows: entries.flatMap(({ years }) => years.flatMap(({ row }) => row ?? [])),
  };
}

function pickYears(
  selection: Selection,
  rows: AgencyRows,
  item: string,
  name: string,
  lang: Lang,
): Pick<TrendEntry, 'agency' | 'years'> {
  const { agency } = rows;
  if (rows.year === null) {
    const { row, absence } = pickRow(selection, rows, null, item);
    const reason = absence ?? 'figure-not-disclosed';
    return {
      agency,
      years: [{ year: 0, row, absence: makeAbsent(agency, reason, row, name, lang), restated: null }],
    };
  }
  const last = rows.year;
  const held = rows.rows.filter((row) => row.item === item && isValued(row));
  const first = Math.min(
    selection.state.compareYear ?? Math.min(last - 1, ...held.map((row) => row.fiscal_year)),
    last,
  );
  const between = held.filter((row) => row.fiscal_year > first && row.fiscal_year < last);
  const asked = [...new Set([first, ...between.map((row) => row.fiscal_year), last])].sort((a, b) => a - b);
  return {
    agency,
    years: asked.map((year) => {
      const { row, absence } = pickRow(selection, rows, year, item);
      return {
        year,
        row,
        absence:
          absence && makeAbsent(agency, absence, row, absenceName(name, year, lang), lang, String(year)),
        restated: isValued(row) ? restatementOf(rows, row) : null,
      };
    }),
  };
}

function absenceName(name: string, year: number, lang: Lang): string {
  return lang === 'zh' ? ` ${year} 年的${name}` : `${name} of ${year}`;
}

function lastValue(years: TrendEntry['years'], figures: Figures): Decimal | null {
  const row = years.at(-1)?.row;
  return isValued(row) ? measure(row, figures).value : null;
}
