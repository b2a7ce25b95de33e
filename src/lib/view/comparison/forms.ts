import type { ChartForm, ViewState } from '../state.ts';
import type { ComparisonInput } from './input.ts';
import { isValued, selectView } from './selection.ts';
import type { Selection } from './selection.ts';

/** Whether marks stand for years. */
export function isOverYears(form: ChartForm): boolean {
  return form === 'slope' || form === 'year-panels';
}

/** Whether marks stand for the metric's parts, all in one unit. */
export function isOfParts(form: ChartForm): boolean {
  return form === 'stacked' || form === 'item-panels';
}

/** Whether the variant chosen has several values an agency: items, classes, categories. */
export function isItemised({ input, variant }: Pick<Selection, 'input' | 'variant'>): boolean {
  return (
    input.metric.items.length > 0 && input.rows.some((row) => row.variant === variant.id && row.item !== '')
  );
}

/** Chart forms that fit what is selected, the one that suits it best first. */
export function fittingForms(selection: Selection): ChartForm[] {
  const { input, items } = selection;
  const { metric } = input;
  const years: ChartForm[] = hasYears(selection) ? ['slope', 'year-panels'] : [];
  if (!isItemised(selection)) return ['ranked-bars', 'dots', ...years];
  if (metric.form === 'matrix' || metric.form === 'ranked-bars') return ['matrix'];
  const single: ChartForm[] = items.length === 1 ? ['ranked-bars', 'dots'] : [];
  if (metric.form === 'stacked') return ['stacked', 'item-panels', ...single];
  if (items.length > 1) return ['stacked', 'item-panels'];
  return ['slope', 'year-panels', 'ranked-bars', 'dots', ...(items.length === 0 ? parts(selection) : [])];
}

/** The form asked for where it fits, else the one that suits best. */
export function chosenForm(selection: Selection): ChartForm {
  const fitting = fittingForms(selection);
  const { form } = selection.state;
  return form !== null && fitting.includes(form) ? form : (fitting[0] ?? 'ranked-bars');
}

/** The forms that a reader can choose from in this view, the default first. */
export function formsOf(state: ViewState, input: ComparisonInput): ChartForm[] {
  return fittingForms(selectView(state, input));
}

function parts({ input }: Selection): ChartForm[] {
  return input.metric.items.length > 2 ? ['stacked', 'item-panels'] : [];
}

/** Whether an agency chosen has values of two years; changes (signed) are between years already. */
function hasYears({ input, variant, agencies, stage }: Selection): boolean {
  if (input.metric.signed) return false;
  const years = new Map(agencies.map((agency) => [agency.agency_id, new Set<number>()]));
  for (const row of input.rows)
    if (row.variant === variant.id && row.stage === stage && isValued(row))
      years.get(row.agency_id)?.add(row.fiscal_year);
  return [...years.values()].some((held) => held.size > 1);
}
