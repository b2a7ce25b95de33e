import type { Decimal } from '../../../core/money/index.ts';
import type { Lang } from '../../../core/model/localised.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { divisionOf } from '../division.ts';
import { figuresFor } from '../figures.ts';
import { makeAbsent, makeMark, makeSeries, measure, sortEntries } from '../marks.ts';
import type { ComparisonPart } from '../part.ts';
import { medianOf, rankByInterval } from '../ranks.ts';
import { rankedSentence, rankedStatements } from './words.ts';
import { rankedTable } from './table.ts';
import { pickRow, rowsByAgency } from '../selection.ts';
import type { Selection } from '../selection.ts';
import type { RankedEntry, Ranked } from './model.ts';

/** One value an agency, of one item or of the metric's whole (''), ranked. */
export function compareRanked(selection: Selection, item: string, lang: Lang): ComparisonPart {
  const ranked = rankAgencies(selection, item, lang);
  const { entries, absent, median, figures } = ranked;
  return {
    form: 'ranked-bars',
    unitLabel: figures.label,
    columns: [],
    series: entries.map((entry) => entry.series),
    absent,
    median: median && {
      value: median.value.toFixed(),
      number: median.value.toNumber(),
      text: figures.text(median.value),
      label: lang === 'zh' ? '中位数' : 'median',
    },
    sentence: rankedSentence(selection, ranked, lang),
    statements: rankedStatements(selection, ranked, lang),
    table: rankedTable(selection, ranked, lang),
    rows: [...entries.map((entry) => entry.row), ...absent.flatMap((entry) => entry.row ?? [])],
  };
}

function rankAgencies(selection: Selection, item: string, lang: Lang): Ranked {
  const picked = rowsByAgency(selection).map((rows) => ({
    agency: rows.agency,
    ...pickRow(selection, rows, rows.year, item),
  }));
  const present = picked.flatMap(({ agency, row, absence }) => (absence === null ? [{ agency, row }] : []));
  const figures = figuresFor(
    selection.unit,
    selection.state.unit,
    present.map(({ row }) => row.value ?? 0),
    lang,
  );
  const yearsDiffer = new Set(present.map(({ row }) => row.fiscal_year)).size > 1;
  const entries = present.map(({ agency, row }) => {
    const detail = detailOf(row, yearsDiffer, lang);
    const mark = makeMark(row, figures, '', figures.label);
    return {
      agency,
      row,
      measured: measure(row, figures),
      series: makeSeries(selection, agency, lang, [mark], detail),
    };
  });
  const published = entries.filter(({ row }) => row.status !== 'reader');
  rankByInterval(published.map((entry) => entry.measured)).forEach(({ rank, tied }, index) => {
    const series = published[index]?.series;
    if (series) Object.assign(series, { rank, rankTied: tied });
  });
  return {
    entries: sortEntries<RankedEntry>(
      entries,
      selection.state.sort,
      (entry): Decimal => entry.measured.value,
      (entry) => entry.series.name,
      lang,
    ),
    absent: picked.flatMap(({ agency, row, absence }) =>
      absence === null ? [] : [makeAbsent(agency, absence, row, missingName(selection, row, lang), lang)],
    ),
    median: medianOf(published.map((entry) => entry.measured)),
    figures,
  };
}

/** What is missing from a row, by its name: the numerator, the denominator, or the figure itself. */
function missingName(selection: Selection, row: MetricRow | null, lang: Lang): string {
  if (selection.input.metric.signed)
    return lang === 'zh' ? '上年的支出总计' : 'total expenditure of the year before';
  const division = divisionOf(selection, lang);
  if (!division) return selection.input.metric.name[lang];
  const counted = row?.reason === 'headcount-not-disclosed' || row?.reason === 'denominator-zero';
  return counted || (row && row.numerator !== null) ? division.bottom : division.top;
}

function detailOf(row: MetricRow, yearsDiffer: boolean, lang: Lang): string {
  const parts: string[] = [];
  if (yearsDiffer) parts.push(String(row.fiscal_year));
  if (row.status === 'reader')
    parts.push(lang === 'zh' ? `按自填 ${row.denominator} 人` : `your headcount: ${row.denominator}`);
  return parts.join(lang === 'zh' ? '，' : ', ');
}
