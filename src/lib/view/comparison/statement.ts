import type { CheckStatus } from '../../core/model/extract.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import type { Comparison } from './types.ts';
import { list, paragraph } from './words.ts';

/** Whose figures take part in a sum that doesn't tie; '' where all tie or none can be checked. */
export function brokenSentence(
  { series, lang }: Pick<Comparison, 'series' | 'lang'>,
  verdictOf: (row: MetricRow) => CheckStatus,
): string {
  const broken = series.filter(({ marks }) => marks.some(({ row }) => verdictOf(row) === 'broken'));
  if (broken.length === 0) return '';
  const names = list(
    broken.map(({ name }) => name),
    lang,
  );
  return lang === 'zh'
    ? `${names}的数所在的合计或文字说明与别处对不上，引用前先看勾稽。`
    : `Figures of ${names} stand in a sum or a sentence that does not tie with another place; look at the checks before quoting.`;
}

/** The comparison as one paragraph of plain statements, for copying. */
export function wholeStatement(
  { sentence, statements, unlike, lang }: Pick<Comparison, 'sentence' | 'statements' | 'unlike' | 'lang'>,
  broken: string,
): string {
  return paragraph([sentence, ...statements, broken, unlike.replace(/^※ ?/, '')], lang);
}

/** What goes on the clipboard: title, paragraph and citation, one a line. */
export function quotation(
  comparison: Pick<Comparison, 'title' | 'sentence' | 'statements' | 'unlike' | 'lang'>,
  broken: string,
  citation: string,
): string {
  return [comparison.title, wholeStatement(comparison, broken), citation].join('\n');
}
