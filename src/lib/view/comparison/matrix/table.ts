import type { Lang } from '../../../core/model/localised.ts';
import { absenceText } from '../absence.ts';
import { formatDecimal } from '../figures.ts';
import { measure } from '../marks.ts';
import type { Matrix, MatrixEntry } from './model.ts';
import { absentLine, headLabel, number, words } from '../table-cells.ts';
import { isValued } from '../selection.ts';
import type { ComparisonTable } from '../types.ts';
import { running } from '../words.ts';

/** The table twin of the matrix: the same counts with their sum, the shares, absent agencies with the reason. */
export function matrixTable(matrix: Matrix, lang: Lang): Omit<ComparisonTable, 'caption'> {
  const zh = lang === 'zh';
  const { items, shares, counts, percents } = matrix;
  const columns: ComparisonTable['columns'] = [
    { id: 'agency', label: zh ? '机构' : 'agency', numeric: false },
    { id: 'year', label: zh ? '年度' : 'year', numeric: true },
    ...items.map((item) => ({ id: item.id, label: item.name[lang], numeric: true })),
    { id: 'total', label: headLabel(zh ? '合计' : 'total', counts.label, lang), numeric: true },
    ...shares.map((share) => ({
      id: share.id,
      label: headLabel(share.name[lang], '%', lang),
      numeric: true,
    })),
    { id: 'note', label: zh ? '说明' : 'note', numeric: false },
  ];
  const present = matrix.entries.map((entry) => ({
    agencyId: entry.agency.agency_id,
    cells: [
      words(entry.series.name, null),
      words(String(entry.year), null),
      ...entry.counts.map(({ row }) => {
        if (!row) return words('—', null);
        const { value } = measure(row, counts);
        return number(counts.cell(value), value, row);
      }),
      number(formatDecimal(entry.total, 0), entry.total, null),
      ...entry.shares.map(({ picked: { row } }) => {
        if (!isValued(row)) return words('—', row);
        const { value } = measure(row, percents);
        return number(percents.cell(value), value, row);
      }),
      words(missingShares(entry, lang), null),
    ],
  }));
  const blank = items.length + shares.length + 1;
  const absent = matrix.absent.map((entry) => absentLine(entry, blank, lang));
  return { columns, rows: [...present, ...absent] };
}

/** Why a share is missing, share by share. */
function missingShares({ shares }: MatrixEntry, lang: Lang): string {
  const zh = lang === 'zh';
  return shares
    .flatMap(({ variant, picked: { row, absence } }) => {
      if (absence === null) return [];
      const name = variant.name[lang];
      const [top = name, bottom = name] = variant.note[lang].replace(/[。.（(].*$/s, '').split(/\s*÷\s*/);
      const missing = row?.denominator === null ? bottom : top;
      const text = absenceText(absence, running(missing, lang), lang);
      return [zh ? `${name}：${text}。` : `${name}: ${text}.`];
    })
    .join(zh ? '' : ' ');
}
