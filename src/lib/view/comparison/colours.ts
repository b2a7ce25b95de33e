import type { Agency } from '../../data/answers.ts';
import type { Series } from './types.ts';

const COLOURS = [0, 1, 2, 3] as const;

/** The colour of each agency: the first four of the data set have one each, the others are grey, on every page. */
export function seriesColour(agencies: readonly Agency[], agencyId: string): Series['colour'] {
  return COLOURS[agencies.findIndex((agency) => agency.agency_id === agencyId)] ?? null;
}
