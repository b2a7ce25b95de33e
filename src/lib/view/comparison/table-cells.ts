import type { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import type { AbsentEntry, ComparisonCell, ComparisonTable } from './types.ts';

export function headLabel(name: string, unit: string, lang: Lang): string {
  if (unit === '') return name;
  return lang === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;
}

export function words(text: string, row: MetricRow | null): ComparisonCell {
  return { text, value: null, row };
}

export function number(text: string, value: Decimal, row: MetricRow | null): ComparisonCell {
  return { text, value: value.toFixed(), row };
}

export function sentenceOf(entry: AbsentEntry, lang: Lang): string {
  return lang === 'zh' ? `${entry.text}。` : `${entry.text.charAt(0).toUpperCase()}${entry.text.slice(1)}.`;
}

/** An agency without figures: name, year, why in short in every one of `columns`, and the whole reason. */
export function absentLine(entry: AbsentEntry, columns: number, lang: Lang): ComparisonTable['rows'][number] {
  return {
    agencyId: entry.agencyId,
    cells: [
      words(entry.name, null),
      words(entry.row ? String(entry.row.fiscal_year) : '—', null),
      ...Array.from({ length: columns }, () => words(entry.short, entry.row)),
      words(sentenceOf(entry, lang), entry.row),
    ],
  };
}
