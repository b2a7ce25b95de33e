import { DEPT_ECONOMIC_CODES, FUNCTION_CODES, GOV_ECONOMIC_CODES } from './codes.generated.ts';

/** Functional classification, and the economic classification in its departmental (3xx) and government (5xx) form. */
export const SCHEMES = ['function', 'dept-economic', 'gov-economic'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface CodeEntry {
  scheme: Scheme;
  code: string;
  /** Null where the list doesn't know the code. */
  name: string | null;
  /** 1 类, 2 款, 3 项; null where the length is none of a code's. */
  level: number | null;
  parent: string | null;
  known: boolean;
}

const SOURCES: Record<Scheme, string> = {
  function: FUNCTION_CODES,
  'dept-economic': DEPT_ECONOMIC_CODES,
  'gov-economic': GOV_ECONOMIC_CODES,
};
/** The national lists of economic classes end at the 款; some places number 项 below them (3021101 差旅费). */
const DEEPEST: Record<Scheme, number> = { function: 3, 'dept-economic': 3, 'gov-economic': 3 };
const FIRST_DIGIT: Record<Scheme, string> = { function: '2', 'dept-economic': '3', 'gov-economic': '5' };

const names = new Map<Scheme, ReadonlyMap<string, string>>();

/** Code -> official name of one scheme, in code order. */
export function codeNames(scheme: Scheme): ReadonlyMap<string, string> {
  const known = names.get(scheme);
  if (known) return known;
  const parsed = new Map<string, string>();
  for (const line of SOURCES[scheme].trim().split('\n')) {
    const space = line.indexOf(' ');
    parsed.set(line.slice(0, space), line.slice(space + 1));
  }
  names.set(scheme, parsed);
  return parsed;
}

/** 类 1, 款 2, 项 3 by the code's length (3, 5, 7 digits); null for anything else. */
export function levelOf(code: string): number | null {
  if (!/^\d+$/.test(code)) return null;
  return code.length === 3 ? 1 : code.length === 5 ? 2 : code.length === 7 ? 3 : null;
}

/** The 款 of a 项, the 类 of a 款; null for a 类 and for what is no code. */
export function parentCode(code: string): string | null {
  const level = levelOf(code);
  return level === null || level === 1 ? null : code.slice(0, -2);
}

/** What is known of a code. One that the list doesn't know is answered too: no name, level by its length. */
export function lookUpCode(scheme: Scheme, code: string): CodeEntry {
  const name = codeNames(scheme).get(code) ?? null;
  return { scheme, code, name, level: levelOf(code), parent: parentCode(code), known: name !== null };
}

/** Official name of a code, or null. */
export function codeName(scheme: Scheme, code: string): string | null {
  return codeNames(scheme).get(code) ?? null;
}

/** Codes directly below, in order; of '' the 类. */
export function childrenOf(scheme: Scheme, code: string): string[] {
  const length = code === '' ? 3 : code.length + 2;
  return [...codeNames(scheme).keys()].filter((c) => c.length === length && c.startsWith(code));
}

/** Whether digits have the form of a code of the scheme: 3, 5 or 7 digits behind the scheme's own first digit. */
export function isCodeShaped(scheme: Scheme, code: string): boolean {
  const level = levelOf(code);
  return level !== null && level <= DEEPEST[scheme] && code.startsWith(FIRST_DIGIT[scheme]);
}
