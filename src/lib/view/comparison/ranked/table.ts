import type { Lang } from '../../../core/model/localised.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { divisionOf } from '../division.ts';
import { figuresFor } from '../figures.ts';
import type { Figures } from '../figures.ts';
import type { Ranked, RankedEntry } from './model.ts';
import { rowNotes } from '../row-notes.ts';
import type { Selection } from '../selection.ts';
import { headLabel, number, sentenceOf, words } from '../table-cells.ts';
import type { ComparisonCell, ComparisonTable } from '../types.ts';

type Table = Omit<ComparisonTable, 'caption'>;
type Column = ComparisonTable['columns'][number];

/** The table twin of the bars: what went in, the value, its rank and how far rounding reaches, absent ones with the reason. */
export function rankedTable(selection: Selection, ranked: Ranked, lang: Lang): Table {
  const zh = lang === 'zh';
  const inputs = inputColumns(selection, ranked, lang);
  const columns: Column[] = [
    { id: 'agency', label: zh ? '机构' : 'agency', numeric: false },
    { id: 'rank', label: zh ? '名次' : 'rank', numeric: true },
    { id: 'year', label: zh ? '年度' : 'year', numeric: true },
    ...inputs.map(({ column }) => column),
    {
      id: 'value',
      label: headLabel(selection.input.metric.name[lang], ranked.figures.label, lang),
      numeric: true,
    },
    { id: 'slack', label: zh ? '舍入余地' : 'rounding', numeric: true },
    { id: 'note', label: zh ? '说明' : 'note', numeric: false },
  ];
  const present = ranked.entries.map((entry) => ({
    agencyId: entry.agency.agency_id,
    cells: [
      words(entry.series.name, null),
      words(rankText(entry, lang), entry.row),
      words(String(entry.row.fiscal_year), null),
      ...inputs.map(({ cell }) => cell(entry.row)),
      number(ranked.figures.cell(entry.measured.value), entry.measured.value, entry.row),
      words(ranked.figures.slack(entry.measured.low, entry.measured.high), entry.row),
      words(noteText(entry, lang), entry.row),
    ],
  }));
  const absent = ranked.absent.map((entry) => ({
    agencyId: entry.agencyId,
    cells: [
      words(entry.name, null),
      words('—', null),
      words(entry.row ? String(entry.row.fiscal_year) : '—', null),
      ...inputs.map(({ cell }) => (entry.row ? cell(entry.row) : words('—', null))),
      words(entry.short, entry.row),
      words('—', null),
      words(sentenceOf(entry, lang), entry.row),
    ],
  }));
  return { columns, rows: [...present, ...absent] };
}

interface InputColumn {
  column: Column;
  cell: (row: MetricRow) => ComparisonCell;
}

/** Numerator and denominator, where the metric divides. Amounts follow the reader's unit, counts are whole. */
function inputColumns(selection: Selection, ranked: Ranked, lang: Lang): InputColumn[] {
  const { unit, state } = selection;
  const zh = lang === 'zh';
  if (unit !== 'percent' && unit !== 'yuan-per-head') return [];
  const rows = [
    ...ranked.entries.map((entry) => entry.row),
    ...ranked.absent.flatMap((entry) => entry.row ?? []),
  ];
  const column = (
    id: string,
    name: string,
    value: (row: MetricRow) => string | null,
    slack: (row: MetricRow) => string | null,
  ): InputColumn => {
    const amounts = rows.some((row) => Number(slack(row) ?? 0) > 0);
    const values = rows.flatMap((row) => value(row) ?? []);
    const figures = figuresFor(amounts ? 'yuan' : 'count', state.unit, values, lang);
    return {
      column: { id, label: headLabel(name, amounts ? figures.label : '', lang), numeric: true },
      cell: (row) => inputCell(value(row), figures, row),
    };
  };
  const division = divisionOf(selection, lang);
  const top = division?.top ?? (zh ? '分子' : 'numerator');
  const bottom = division?.bottom ?? (zh ? '分母' : 'denominator');
  return [
    column(
      'numerator',
      top,
      (row) => row.numerator,
      (row) => row.numerator_slack,
    ),
    column(
      'denominator',
      bottom,
      (row) => row.denominator,
      (row) => row.denominator_slack,
    ),
  ];
}

function inputCell(value: string | null, figures: Figures, row: MetricRow): ComparisonCell {
  if (value === null) return words('—', row);
  const converted = figures.convert(value);
  return number(figures.cell(converted), converted, row);
}

function rankText({ series }: RankedEntry, lang: Lang): string {
  if (series.rank === null) return '—';
  if (!series.rankTied) return String(series.rank);
  return lang === 'zh' ? `${series.rank}（并列）` : `${series.rank} (tied)`;
}

function noteText({ row }: RankedEntry, lang: Lang): string {
  const zh = lang === 'zh';
  const own = zh ? '人数由读者自填，不参加排名。' : 'Headcount typed in by the reader; not ranked.';
  return [...(row.status === 'reader' ? [own] : []), ...rowNotes(row, lang)].join(zh ? '' : ' ');
}
