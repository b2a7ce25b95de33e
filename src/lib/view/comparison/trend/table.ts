import type { Lang } from '../../../core/model/localised.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { measure } from '../marks.ts';
import { headLabel, number, sentenceOf, words } from '../table-cells.ts';
import { rowNotes } from '../row-notes.ts';
import { isValued } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { changeOf, directionOf } from './model.ts';
import type { Trend } from './model.ts';
import type { ComparisonTable } from '../types.ts';

/** The table twin of the years: a line for each agency and year, with the change from the year before it in the list. */
export function trendTable(_: Selection, trend: Trend, lang: Lang): Omit<ComparisonTable, 'caption'> {
  const zh = lang === 'zh';
  const { figures } = trend;
  const columns: ComparisonTable['columns'] = [
    { id: 'agency', label: zh ? '机构' : 'agency', numeric: false },
    { id: 'year', label: zh ? '年度' : 'year', numeric: true },
    { id: 'value', label: headLabel(trend.name, figures.label, lang), numeric: true },
    { id: 'slack', label: zh ? '舍入余地' : 'rounding', numeric: true },
    { id: 'change', label: zh ? '比所列上一年度增减' : 'change from the year listed before', numeric: true },
    { id: 'note', label: zh ? '说明' : 'note', numeric: false },
  ];
  const present = trend.entries.flatMap((entry) =>
    entry.years.map(({ year, row, absence, restated }, index) => {
      const before = entry.years[index - 1];
      const change =
        before && changeOf({ ...entry, years: [before, { year, row, absence, restated }] }, figures);
      const measured = isValued(row) ? measure(row, figures) : null;
      return {
        agencyId: entry.agency.agency_id,
        cells: [
          words(entry.series.name, null),
          words(String(year), null),
          measured
            ? number(figures.cell(measured.value), measured.value, row)
            : words(absence?.short ?? '—', row),
          words(measured ? figures.slack(measured.low, measured.high) : '—', row),
          change
            ? number(
                directionOf(change) === 'same' ? (zh ? '持平' : 'same') : figures.cell(change.value),
                change.value,
                row,
              )
            : words('—', null),
          words(absence ? sentenceOf(absence, lang) : noteOf(row, restated, trend, lang), row),
        ],
      };
    }),
  );
  const shown = new Set(trend.entries.map((entry) => entry.agency.agency_id));
  const absent = trend.absent
    .filter((entry) => !shown.has(entry.agencyId))
    .map((entry) => ({
      agencyId: entry.agencyId,
      cells: [
        words(entry.name, null),
        words(entry.row ? String(entry.row.fiscal_year) : '—', null),
        words(entry.short, entry.row),
        words('—', null),
        words('—', null),
        words(sentenceOf(entry, lang), entry.row),
      ],
    }));
  return { columns, rows: [...present, ...absent] };
}

function noteOf(row: MetricRow | null, restated: MetricRow | null, { figures }: Trend, lang: Lang): string {
  const zh = lang === 'zh';
  if (!row) return '';
  if (!restated) return rowNotes(row, lang).join(zh ? '' : ' ');
  const said = figures.withUnit(measure(restated, figures).value);
  const other = zh ? `后来的文件印 ${said}。` : `A later document prints ${said}.`;
  const rest = rowNotes({ ...row, notes: row.notes.filter((note) => note !== 'restated-later') }, lang);
  return [other, ...rest].join(zh ? '' : ' ');
}
