import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { say } from '../../words/say.ts';
import type { Said } from '../../words/say.ts';
import type { AbsentEntry, Comparison, ComparisonTable } from './types.ts';
import { list } from './words.ts';

/** What one form of comparison contributes; title, caveats and sources are common to all. */
export interface ComparisonPart extends Pick<
  Comparison,
  'form' | 'columns' | 'series' | 'absent' | 'median' | 'unitLabel'
> {
  sentence: Said<MetricRow>;
  statements: Said<MetricRow>[];
  table: Omit<ComparisonTable, 'caption'>;
  /** Every row that is shown or stands for an absent entry: what caveats and sources are about. */
  rows: MetricRow[];
}

/** Who is missing and why, one sentence for each reason; '' where nobody is. */
export function absentSentences(absent: readonly Pick<AbsentEntry, 'name' | 'text'>[], lang: Lang): string[] {
  const byText = new Map<string, string[]>();
  for (const { text, name } of absent) byText.set(text, [...(byText.get(text) ?? []), name]);
  return [...byText].map(([text, names]) =>
    lang === 'zh' ? `${list(names, lang)}：${text}。` : `${list(names, lang)}: ${text}.`,
  );
}

/** The same as sentences that name no figure. */
export function absentSaid(absent: readonly Pick<AbsentEntry, 'name' | 'text'>[], lang: Lang): Said<never>[] {
  return absentSentences(absent, lang).map((text) => say`${text}`);
}
