import type { Mark, Series } from './types.ts';

/** What a screen reader says of one mark: agency, year or item, value with unit. */
export function spokenMark(series: Series, mark: Mark, unitLabel: string): string {
  const unit = unitLabel === '%' ? '%' : ` ${unitLabel}`;
  const unlike = series.unlike.map((words) => `（${words}）`).join('');
  const when = mark.key === '' ? String(mark.year) : mark.label;
  return [`${series.name}${unlike}`, when, `${mark.text}${unit}`.trim()].join(' ');
}
