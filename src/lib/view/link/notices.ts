import type { Localised } from '../../core/model/localised.ts';

export type LinkNoticeCode =
  | 'unknown-agency'
  | 'unknown-value'
  | 'broken-number'
  | 'broken-headcount'
  | 'broken-text'
  | 'repeated-parameter'
  | 'unknown-parameter'
  | 'newer-link'
  | 'broken-schema';

/** What of a link could not be read; the rest is shown. */
export interface LinkNotice {
  code: LinkNoticeCode;
  /** Name in the query string. */
  parameter: string;
  /** What stood there, shortened. */
  raw: string;
  text: Localised;
}

const LONGEST_RAW = 40;

/** A notice whose texts are made from the raw value, quoted in each language's own way. */
export function notice(
  code: LinkNoticeCode,
  parameter: string,
  raw: string,
  zh: (quoted: string) => string,
  en: (quoted: string) => string,
): LinkNotice {
  const shown = raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw;
  return { code, parameter, raw: shown, text: { zh: zh(`“${shown}”`), en: en(`“${shown}”`) } };
}
