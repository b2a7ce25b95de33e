import type { Localised } from '../model/localised.ts';

/** A subject of the prose: its id in `claims`, and the words that name it there (compact text, half-width brackets). */
export interface SideTerm {
  subject: string;
  name: Localised;
  prose: RegExp;
}
