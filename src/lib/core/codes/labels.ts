import { withoutMarks } from '../text/index.ts';
import { NAME_VARIANTS } from './codes.generated.ts';
import { codeNames, levelOf, parentCode, type Scheme } from './schemes.ts';

export interface LabelOptions {
  /** Only codes of this level. */
  level?: number;
  /** Only codes below this one (the scheme's parent code). */
  parent?: string;
}

export interface LabelMatch {
  code: string;
  /** `exact` as in the list, `variant` another published wording, `cut` the beginning of a longer name. */
  match: 'exact' | 'variant' | 'cut';
}

interface LabelIndex {
  exact: Map<string, string[]>;
  variant: Map<string, string[]>;
  loose: Map<string, string[]>;
  /** Every known spelling with its code, sorted, for labels that a narrow cell has cut. */
  spellings: [string, string][];
}

const SIGN = /^(?:减|加)[:：]/;
/** Shorter beginnings of a name fit too many names. */
const SHORTEST_CUT = 4;

/** A printed label as the code list would spell it: no layout spaces, no numbering (一、（二）3、(4) 其中：), half-width brackets. */
export function plainLabel(label: string): string {
  let text = withoutMarks(label);
  while (SIGN.test(text)) text = withoutMarks(text.replace(SIGN, ''));
  return text.replace(/[:：。;；]+$/, '');
}

/** Endings that agencies add and drop freely. */
function looseLabel(plain: string): string {
  return plain.replace(/(支出|费用|费|经费)$/, '').replaceAll('的', '');
}

const indexes = new Map<Scheme, LabelIndex>();

function labelIndex(scheme: Scheme): LabelIndex {
  const known = indexes.get(scheme);
  if (known) return known;
  const index: LabelIndex = { exact: new Map(), variant: new Map(), loose: new Map(), spellings: [] };
  const add = (map: Map<string, string[]>, key: string, code: string) => {
    const codes = map.get(key);
    if (!codes) map.set(key, [code]);
    else if (!codes.includes(code)) codes.push(code);
  };
  const spell = (name: string, code: string, map: Map<string, string[]>) => {
    const plain = plainLabel(name);
    add(map, plain, code);
    add(index.loose, looseLabel(plain), code);
    index.spellings.push([plain, code]);
  };
  for (const [code, name] of codeNames(scheme)) spell(name, code, index.exact);
  for (const line of NAME_VARIANTS.trim().split('\n')) {
    const [of, code, ...name] = line.split(' ');
    if (of === scheme && code !== undefined) spell(name.join(' '), code, index.variant);
  }
  index.spellings.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  indexes.set(scheme, index);
  return index;
}

function fits(code: string, options: LabelOptions): boolean {
  if (options.level !== undefined && levelOf(code) !== options.level) return false;
  return options.parent === undefined || (code !== options.parent && code.startsWith(options.parent));
}

/** One code, or the only one of the highest level among several; null where the name alone can't tell. */
function decide(codes: readonly string[], options: LabelOptions): string | null {
  const fitting = codes.filter((code) => fits(code, options));
  const top = Math.min(...fitting.map((code) => code.length));
  const highest = fitting.filter((code) => code.length === top);
  return highest.length === 1 ? (highest[0] ?? null) : null;
}

/**
 * The code that a printed name stands for, or null where none or several fit (行政运行 stands below dozens of 款: give the
 * parent). Knows the published variants, older class names, brackets of either width, numbering, and names cut by a narrow cell.
 */
export function findByLabel(scheme: Scheme, label: string, options: LabelOptions = {}): LabelMatch | null {
  const plain = plainLabel(label);
  if (plain === '') return null;
  const index = labelIndex(scheme);
  const exact = decide(index.exact.get(plain) ?? [], options);
  if (exact !== null) return { code: exact, match: 'exact' };
  const variant =
    decide(index.variant.get(plain) ?? [], options) ??
    decide(index.loose.get(looseLabel(plain)) ?? [], options);
  if (variant !== null) return { code: variant, match: 'variant' };
  if (plain.length < SHORTEST_CUT) return null;
  const cut = decide(codesBeginning(index, plain), options);
  return cut === null ? null : { code: cut, match: 'cut' };
}

/**
 * The code that a name stands for in a list without codes, read behind the class `above`: a class right below that one or below
 * one that it belongs to, before one from anywhere. So 其他支出 behind 229 is 22999, and behind that 2299999.
 */
export function findBelow(scheme: Scheme, label: string, above: string | null): string | null {
  for (let parent = above; parent !== null; parent = parentCode(parent)) {
    const found = findByLabel(scheme, label, { parent, level: (levelOf(parent) ?? 0) + 1 });
    if (found && found.match !== 'cut') return found.code;
  }
  const found = findByLabel(scheme, label);
  return found && found.match !== 'cut' ? found.code : null;
}

function codesBeginning(index: LabelIndex, beginning: string): string[] {
  let low = 0;
  let high = index.spellings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.spellings[middle]?.[0] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const codes: string[] = [];
  for (let i = low; index.spellings[i]?.[0].startsWith(beginning); i++) {
    const code = index.spellings[i]?.[1];
    if (code !== undefined && !codes.includes(code)) codes.push(code);
  }
  return codes;
}

/** Whether a printed name agrees with a code: its own name, a variant, or a cut of one. */
export function labelAgrees(scheme: Scheme, code: string, label: string): boolean {
  const plain = plainLabel(label);
  if (plain === '') return false;
  const loose = looseLabel(plain);
  return labelIndex(scheme).spellings.some(
    ([name, of]) => of === code && (name.startsWith(plain) || looseLabel(name) === loose),
  );
}
