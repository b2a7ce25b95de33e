import { Decimal } from 'decimal.js';
import type {
  Check,
  Claim,
  ExtractResult,
  Fact,
  Headcount,
  Indicator,
  Issue,
  TableRecord,
} from '../../src/lib/core/model/index.ts';
import { compactText } from '../../src/lib/core/text/index.ts';
import { field, type Row } from './golden-files.ts';

export interface Mismatch {
  what: string;
  locator: string;
  expected: string;
  actual: string;
}

/** How many of the expected things are right, and everything that is not. */
export interface Score {
  right: number;
  of: number;
  mismatches: Mismatch[];
}

export const share = (score: Score): number => (score.of === 0 ? 1 : score.right / score.of);

/** `a|b` in a golden file: either is right; an empty alternative is null. */
const allows = (gold: string, actual: string | null | undefined): boolean =>
  gold.split('|').includes(actual ?? '');
const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
const letters = (value: string): string => compactText(value).replace(/[^\p{L}\p{N}]/gu, '');

function sameNumber(gold: string, actual: string | null | undefined): boolean {
  if (gold === '' || actual === null || actual === undefined) return gold === (actual ?? '');
  try {
    return new Decimal(gold).eq(new Decimal(actual));
  } catch {
    return gold === actual;
  }
}

/** Golden labels are cut; the actual one has to begin alike. */
function sameLabel(gold: string, actual: string): boolean {
  const want = letters(gold).replace(/^其中/, '');
  const got = letters(actual).replace(/^其中/, '');
  return got.startsWith(want) || want.startsWith(got) ? got !== '' || want === '' : false;
}

export const lineOf = (locator: string): number => Number(/^L(\d+)/.exec(locator)?.[1] ?? -1);

function lines(locator: string): [number, number] {
  const found = /^L(\d+)(?:-L(\d+))?/.exec(locator);
  const first = Number(found?.[1] ?? -1);
  return [first, Number(found?.[2] ?? first)];
}

class Tally implements Score {
  right = 0;
  of = 0;
  mismatches: Mismatch[] = [];
  add(ok: boolean, what: string, locator: string, expected: string, actual: string): void {
    this.of += 1;
    if (ok) this.right += 1;
    else this.mismatches.push({ what, locator, expected, actual });
  }
}

export interface FactScores {
  /** Amount or quantity right, in the right statement, row kind, item and column class. */
  cells: Score;
  code: Score;
  year: Score;
  measure: Score;
  fund: Score;
  unit: Score;
  label: Score;
  /** Facts with a figure where the reading finds none, or finds another. */
  invented: Mismatch[];
  /** Cells that are neither fact nor `unplaced-cell`. */
  dropped: Mismatch[];
  /** Facts read out of prose. */
  derived: Fact[];
}

export function compareFacts(gold: Row[], result: ExtractResult): FactScores {
  const at = new Map<string, Fact[]>();
  for (const fact of result.facts) at.set(fact.locator, [...(at.get(fact.locator) ?? []), fact]);
  const unplaced = new Set(result.issues.map((issue) => issue.locator));
  const scores = {
    cells: new Tally(),
    code: new Tally(),
    year: new Tally(),
    measure: new Tally(),
    fund: new Tally(),
    unit: new Tally(),
    label: new Tally(),
  };
  const dropped: Mismatch[] = [];
  const known = new Set<string>();
  for (const row of gold) {
    const locator = field(row, 'locator');
    known.add(locator);
    const found = at.get(locator) ?? [];
    const fact = found[0];
    if (!fact) {
      if (field(row, 'decision') !== 'must') continue;
      scores.cells.add(false, 'cell', locator, describeGold(row), unplaced.has(locator) ? 'unplaced' : 'nothing');
      if (!unplaced.has(locator))
        dropped.push({ what: 'dropped', locator, expected: describeGold(row), actual: 'nothing' });
      continue;
    }
    const columnCode = field(row, 'column_code');
    const placed =
      found.length === 1 &&
      sameNumber(field(row, 'yuan'), fact.yuan) &&
      sameNumber(field(row, 'quantity'), fact.quantity) &&
      fact.status === field(row, 'status') &&
      allows(field(row, 'statement'), fact.statement) &&
      allows(field(row, 'axis'), fact.axis) &&
      (field(row, 'flow') === '' || allows(field(row, 'flow'), fact.flow)) &&
      allows(field(row, 'item'), fact.item) &&
      (columnCode === '' || fact.column_code === columnCode || fact.code === columnCode) &&
      (field(row, 'project') === '' || sameLabel(field(row, 'project'), fact.project ?? fact.label));
    scores.cells.add(placed, 'cell', locator, describeGold(row), found.map(describeFact).join(' + '));
    const codes =
      allows(field(row, 'code'), fact.code) && allows(field(row, 'gov_code'), fact.gov_code);
    scores.code.add(
      codes,
      'code',
      locator,
      `${field(row, 'code')} / ${field(row, 'gov_code')}`,
      `${text(fact.code)} / ${text(fact.gov_code)}`,
    );
    const year = field(row, 'fiscal_year');
    scores.year.add(allows(year, text(fact.fiscal_year)), 'year', locator, year, text(fact.fiscal_year));
    const measure = field(row, 'measure');
    scores.measure.add(allows(measure, fact.measure), 'measure', locator, measure, fact.measure);
    const fund = field(row, 'fund');
    scores.fund.add(allows(fund, fact.fund), 'fund', locator, fund, fact.fund);
    const label = field(row, 'label');
    if (label !== '')
      scores.label.add(sameLabel(label, fact.label), 'label', locator, label, fact.label.slice(0, 16));
    const unit = field(row, 'unit_code');
    if (unit !== '') scores.unit.add(allows(unit, fact.unit_code), 'unit_code', locator, unit, text(fact.unit_code));
  }
  const invented = result.facts
    .filter((fact) => fact.locator.includes('#') && !known.has(fact.locator))
    .filter((fact) => fact.yuan !== null || fact.quantity !== null)
    .map((fact) => ({ what: 'invented', locator: fact.locator, expected: 'no figure', actual: describeFact(fact) }));
  const derived = result.facts.filter((fact) => !fact.locator.includes('#'));
  return { ...scores, invented, dropped, derived };
}

function describeGold(row: Row): string {
  const names = ['yuan', 'quantity', 'status', 'statement', 'axis', 'flow', 'item', 'column_code', 'project'];
  return names
    .map((name) => field(row, name))
    .filter((value) => value !== '')
    .join(' ');
}

function describeFact(fact: Fact): string {
  const values = [
    fact.yuan,
    fact.quantity,
    fact.status,
    fact.statement,
    fact.axis,
    fact.flow,
    fact.item,
    fact.column_code,
    fact.project?.slice(0, 10),
  ];
  return values.filter((value) => value !== null && value !== undefined).join(' ');
}

export function compareHeadcounts(gold: Row[], actual: Headcount[]): Score {
  const tally = new Tally();
  const left = [...actual];
  for (const row of gold) {
    const dates = field(row, 'as_of').split('|');
    const index = left.findIndex(
      (h) =>
        lineOf(h.locator) === lineOf(field(row, 'locator')) &&
        h.kind === field(row, 'kind') &&
        h.category === field(row, 'category') &&
        String(h.count) === field(row, 'count') &&
        dates.some((date) => (date === '' ? h.as_of === null : (h.as_of ?? '').startsWith(date))),
    );
    tally.add(index >= 0, 'headcount', field(row, 'locator'), Object.values(row).join(' '), 'not found');
    if (index >= 0) left.splice(index, 1);
  }
  for (const h of left) tally.add(false, 'headcount', h.locator, 'none', JSON.stringify(h));
  return tally;
}

/** Claims of the budget's explanation; what stands in table cells or in policy prose is not counted. */
export function compareClaims(gold: Row[], actual: Claim[]): { claims: Score; extra: Claim[]; elsewhere: Claim[] } {
  const tally = new Tally();
  const left = actual.filter((claim) => !claim.locator.includes('#'));
  const near = (claim: Claim, row: Row): number =>
    Math.abs(lineOf(claim.locator) - lineOf(field(row, 'locator')));
  const figure = (claim: Claim, row: Row): boolean =>
    near(claim, row) <= 2 &&
    (claim.measure === field(row, 'measure') ||
      (field(row, 'direction') === 'unchanged' && claim.direction === 'unchanged')) &&
    (field(row, 'direction') === 'unchanged' ||
      (claim.value !== null && new Decimal(claim.value).abs().eq(field(row, 'value'))));
  const subject = (claim: Claim, row: Row): boolean =>
    field(row, 'subject')
      .split('|')
      .some((want) => {
        if (want.endsWith(':*')) return claim.subject.startsWith(want.slice(0, -1));
        const [prefix, name] = want.split(':');
        if (prefix === 'project' && name)
          return claim.subject.startsWith('project:') && sameLabel(name, claim.subject.slice(8));
        return claim.subject === want;
      });
  const whole = (claim: Claim, row: Row): boolean =>
    figure(claim, row) &&
    subject(claim, row) &&
    allows(field(row, 'fiscal_year'), text(claim.fiscal_year)) &&
    (field(row, 'direction') === '' || claim.direction === field(row, 'direction')) &&
    (field(row, 'direction') === 'unchanged' || sameNumber(field(row, 'yuan'), claim.yuan?.replace('-', ''))) &&
    (field(row, 'unit') === '' || field(row, 'direction') === 'unchanged' || compactText(claim.unit ?? '') === compactText(field(row, 'unit')));
  const expected = gold.filter((row) => field(row, 'decision') === 'must');
  const open: Row[] = [];
  for (const row of expected) {
    const fits = left.filter((claim) => whole(claim, row)).sort((a, b) => near(a, row) - near(b, row))[0];
    if (fits) {
      left.splice(left.indexOf(fits), 1);
      tally.add(true, 'claim', field(row, 'locator'), '', '');
    } else open.push(row);
  }
  for (const row of open) {
    const close = left.find((claim) => figure(claim, row));
    if (close) left.splice(left.indexOf(close), 1);
    const names = ['subject', 'measure', 'value', 'unit', 'fiscal_year', 'direction'];
    tally.add(
      false,
      'claim',
      field(row, 'locator'),
      names.map((name) => field(row, name)).join(' '),
      close
        ? [close.subject, close.measure, close.value, close.unit, close.fiscal_year, close.direction].join(' ')
        : 'not found',
    );
  }
  const goldLines = new Set(gold.map((row) => lineOf(field(row, 'locator'))));
  return {
    claims: tally,
    extra: left.filter((claim) => goldLines.has(lineOf(claim.locator))),
    elsewhere: left.filter((claim) => !goldLines.has(lineOf(claim.locator))),
  };
}

export function compareIndicators(gold: Row[], actual: Indicator[]): Score {
  const tally = new Tally();
  const left = [...actual];
  for (const row of gold) {
    const [first, last] = lines(field(row, 'locator'));
    const here = left.filter((i) => lineOf(i.locator) >= first && lineOf(i.locator) <= last);
    const found = here.find((i) => sameLabel(field(row, 'level3'), i.level3)) ?? here[0];
    if (found) left.splice(left.indexOf(found), 1);
    if (field(row, 'decision') !== 'must') continue;
    const names = ['level1', 'level2', 'operator', 'value', 'unit', 'quantitative', 'horizon', 'scope'];
    const wrong = !found
      ? ['missing']
      : names
          .filter((name) => {
            const got = text(found[name as keyof Indicator]);
            const want = field(row, name);
            return name === 'value'
              ? !want.split('|').some((v) => sameNumber(v, got.replace(/^(\S+)(?:~|至|–|,\s*)(\S+)$/, '$1-$2')))
              : !allows(want, got) && !(name === 'unit' && allows(want.replaceAll(' ', ''), got.replaceAll(' ', '')));
          })
          .concat(sameLabel(field(row, 'level3'), found.level3) ? [] : ['level3'])
          .concat(sameLabel(field(row, 'project'), found.project ?? '') ? [] : ['project'])
          .concat(samePrior(field(row, 'prior'), found) ? [] : ['prior'])
          .concat(letters(found.target_raw).startsWith(letters(field(row, 'target'))) ? [] : ['target']);
    const side = (get: (name: string) => string): string =>
      (wrong[0] === 'missing' ? names : wrong).map((name) => `${name}=${get(name)}`).join(' ');
    tally.add(
      wrong.length === 0,
      'indicator',
      field(row, 'locator'),
      side((name) => (name === 'missing' ? '' : (row[name] ?? ''))),
      found ? side((name) => text(found[(name === 'target' ? 'target_raw' : name) as keyof Indicator])) : 'not found',
    );
  }
  for (const i of left)
    tally.add(false, 'indicator', i.locator, 'none', [i.level1, i.level2, i.level3.slice(0, 12), i.value].join(' '));
  return tally;
}

function samePrior(gold: string, found: Indicator): boolean {
  const printed = found.prior
    .filter((p) => compactText(p.raw) !== '/' && compactText(p.raw) !== '')
    .map((p) => `${p.fiscal_year}=${compactText(p.raw)}`);
  const want = gold === '' ? [] : gold.split('; ').map((p) => compactText(p));
  return want.length === printed.length && want.every((p) => printed.includes(p));
}

export function compareTables(gold: Row[], actual: TableRecord[]): Score {
  const tally = new Tally();
  const digits = (value: string | null): string => /\d+/.exec(value ?? '')?.[0] ?? '';
  const starts = gold.map((row) => lineOf(field(row, 'locator'))).sort((a, b) => a - b);
  for (const row of gold) {
    const line = lineOf(field(row, 'locator'));
    const next = starts.find((start) => start > line) ?? Infinity;
    const here = actual.filter(
      (t) =>
        (field(row, 'number') !== '' && digits(t.number) === digits(field(row, 'number'))) ||
        (lineOf(t.locator) >= line - 3 && lineOf(t.locator) < Math.max(next - 3, line + 1)),
    );
    const found = here.find(
      (t) =>
        allows(field(row, 'statement'), t.statement) &&
        allows(field(row, 'status'), t.status) &&
        (field(row, 'unit') === '' || t.unit === field(row, 'unit') || t.status !== 'published') &&
        (field(row, 'reason') === '' || letters(t.reason ?? '').includes(letters(field(row, 'reason')))),
    );
    tally.add(
      found !== undefined,
      'table',
      field(row, 'locator'),
      ['number', 'statement', 'status', 'unit', 'reason'].map((name) => field(row, name)).join(' '),
      here.map((t) => [t.locator, t.number, t.statement, t.status, t.unit, t.reason?.slice(0, 12)].join(' ')).join(' + '),
    );
  }
  return tally;
}

export interface ContradictionScores {
  found: Score;
  /** Alarms that stand at no contradiction of the careful reading: each needs a person's judgement. */
  unexplained: { broken: Check[]; issues: Issue[] };
  broken: number;
}

/** Kinds whose places are instances of one mistake, each enough on its own. */
const ONE_PLACE = new Set(['year', 'unit', 'row']);

/**
 * A contradiction is found where a broken check or an issue touches two of its places; one is enough where it has only one
 * line, or where the check's gap is the contradiction's. A table that is listed and missing is found by its status.
 */
export function compareContradictions(gold: Row[], result: ExtractResult): ContradictionScores {
  const facts = new Map(result.facts.map((fact) => [fact.fact_id, fact.locator]));
  const broken = result.checks.filter((check) => check.status === 'broken');
  const at = (place: string, locators: string[]): boolean =>
    locators.some((l) => l === place || (!place.includes('#') && lineOf(l) === lineOf(place)));
  const placesOf = (check: Check): string[] => [
    ...check.facts.flatMap((id) => facts.get(id) ?? []),
    ...check.claims,
    ...(check.text.match(/L\d+(#\d+)?/g) ?? []),
  ];
  const explained = new Set<Check | Issue>();
  const tally = new Tally();
  for (const row of gold) {
    const places = [...new Set(field(row, 'places').split(' '))];
    const needs = new RegExp(field(row, 'needs'));
    const lone = new Set(places.map(lineOf)).size === 1 || ONE_PLACE.has(field(row, 'kind'));
    const checks = broken.filter((check) => {
      const touched = places.filter((place) => at(place, placesOf(check))).length;
      const gap = field(row, 'gap');
      const sameGap = gap !== '' && check.gap_yuan !== null && new Decimal(check.gap_yuan).abs().eq(gap);
      return touched >= (lone || sameGap ? 1 : 2) && needs.test(`${check.rule} ${check.text}`);
    });
    const issues = result.issues.filter(
      (issue) =>
        issue.locator !== null &&
        places.some((place) => at(place, [issue.locator ?? ''])) &&
        needs.test(`${issue.code} ${issue.text}`),
    );
    const missing = result.tables.filter(
      (table) => field(row, 'kind') === 'listed-only' && table.status === 'listed-only' && at(places[0] ?? '', [table.locator]),
    );
    for (const hit of [...checks, ...issues]) explained.add(hit);
    if (field(row, 'must') !== 'true') continue;
    tally.add(
      checks.length + issues.length + missing.length > 0,
      'contradiction',
      field(row, 'places'),
      `${field(row, 'id')} ${field(row, 'what')} ${field(row, 'figures')}`,
      'not found',
    );
  }
  return {
    found: tally,
    broken: broken.length,
    unexplained: {
      broken: broken.filter((check) => !explained.has(check)),
      issues: result.issues.filter((issue) => issue.severity !== 'note' && !explained.has(issue)),
    },
  };
}
