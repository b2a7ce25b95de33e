import type { Lang } from '../../../core/model/localised.ts';
import { measure } from '../marks.ts';
import { absentLine, headLabel, number, sentenceOf, words } from '../table-cells.ts';
import type { Selection } from '../selection.ts';
import type { Stacked } from './model.ts';
import type { ComparisonTable } from '../types.ts';

/** The table twin of the stack: one column a part, their sum where all are there. */
export function stackedTable(
  { unit }: Selection,
  stacked: Stacked,
  lang: Lang,
): Omit<ComparisonTable, 'caption'> {
  const zh = lang === 'zh';
  const { items, figures } = stacked;
  const summed = unit !== 'percent';
  const columns: ComparisonTable['columns'] = [
    { id: 'agency', label: zh ? '机构' : 'agency', numeric: false },
    { id: 'year', label: zh ? '年度' : 'year', numeric: true },
    ...items.map((item) => ({
      id: item.id,
      label: headLabel(item.name[lang], figures.label, lang),
      numeric: true,
    })),
    ...(summed
      ? [{ id: 'total', label: headLabel(zh ? '合计' : 'total', figures.label, lang), numeric: true }]
      : []),
    { id: 'note', label: zh ? '说明' : 'note', numeric: false },
  ];
  const present = stacked.entries.map((entry) => ({
    agencyId: entry.agency.agency_id,
    cells: [
      words(entry.series.name, null),
      words(String(entry.year), null),
      ...entry.parts.map(({ row, absence }) => {
        if (!row) return words(absence?.short ?? '—', absence?.row ?? null);
        const { value } = measure(row, figures);
        return number(figures.cell(value), value, row);
      }),
      ...(summed
        ? [entry.complete ? number(figures.cell(entry.total), entry.total, null) : words('—', null)]
        : []),
      words(
        entry.parts
          .flatMap(({ absence }) => (absence ? [sentenceOf(absence, lang)] : []))
          .join(zh ? '' : ' '),
        null,
      ),
    ],
  }));
  const blank = items.length + (summed ? 1 : 0);
  const absent = stacked.absent.map((entry) => absentLine(entry, blank, lang));
  return { columns, rows: [...present, ...absent] };
}
