import type { Agency } from '../../../data/answers.ts';
import type { ComparisonInput } from '../../comparison/index.ts';
import type { ViewState } from '../../state.ts';
import { choiceOf } from './options.ts';

/** Agencies of the view whose documents give no headcount of the kind that the view divides by. */
export function headcountsMissing(input: ComparisonInput, view: ViewState): Agency[] {
  if (input.metric.denominators.length === 0) return [];
  return choiceOf(input.agencies, view).filter((agency) => {
    if (view.agencies.length > 0 && !view.agencies.includes(agency.agency_id)) return false;
    const rows = input.rows.filter(
      (row) =>
        row.agency_id === agency.agency_id &&
        row.variant === view.variant &&
        row.denominator_kind === view.denominator &&
        (view.year === null || row.fiscal_year === view.year),
    );
    return rows.some((row) => row.reason === 'headcount-not-disclosed' && row.numerator !== null);
  });
}
