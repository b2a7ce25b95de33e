import type { Claim, ExtractContext } from '../model/index.ts';
import { clausesBetween, sentenceStarts, structuralBrackets } from './clauses.ts';
import { beforeComparison, isComparedFigure, readComparison, type LastChange } from './comparison.ts';
import { countSubject } from './counts.ts';
import { readDate } from './dates.ts';
import { findFigures, type Figure } from './figures.ts';
import { onSideOf, wholesFor } from './parts.ts';
import type { Passage } from './passages.ts';
import { findReasons, type Reason } from './reasons.ts';
import { subjectOf, type PrintedClasses } from './subject-of.ts';

const SHARE = /占[^,。;]{0,30}$/;
const COMPLETION = /(完成|达到|执行率|完成率)[^,。;]{0,12}$/;
const LIST = /(其中|包括|分别为|分别是|具体为)/;
const LIST_FOLLOWS = /(其中|包括|如下|分别为|具体为|情况)[::]?$/;
const DUTIES = /(职责|职能|工作任务|工作目标|主要任务|工作重点|工作保障)/;
const DEFINITIONS = /名词解释/;
/** 较上年减少部门支出 1 万元: what moved is a part that has no name of its own. */
const MOVED_PART = /(增加|减少|压减|新增)[一-龥]{2,}$/;
const HELD = /^(vehicles|equipment|floor-area)(?!.*planned)/;
/** How far behind a full stop a reason for the sentence before may begin: 预算收支减少主要原因说明：… */
const REASON_REACH = 24;
/** Brackets within brackets past this are damage. */
const DEEPEST = 12;

/** A claim with where it stands in its passage, for what is derived from it. */
export interface PlacedClaim {
  claim: Claim;
  passage: Passage;
  start: number;
  /** Stated as only roughly unchanged (基本持平). */
  rough: boolean;
}

/** Every figure of the prose outside headcounts, definitions and ordinals, with what it is about. */
export function readClaims(
  passages: readonly Passage[],
  context: ExtractContext,
  classes: PrintedClasses = new Map(),
): PlacedClaim[] {
  const claims: PlacedClaim[] = [];
  let listed: { of: string; headings: string } | null = null;
  for (const passage of passages) {
    if (passage.headings.some((heading) => DEFINITIONS.test(heading))) continue;
    const place = passage.headings.join('/');
    const within: string | null = listed && listed.headings === place ? listed.of : null;
    const reader: PassageReader = new PassageReader(passage, context, within, classes);
    claims.push(...reader.read());
    if (/[::]$/.test(passage.text) && LIST_FOLLOWS.test(passage.text) && reader.main)
      listed = { of: reader.main, headings: place };
    else if (within === null) listed = null;
  }
  return claims;
}

/** Walks one passage from figure to figure, keeping in mind what the sentence has been about so far. */
class PassageReader {
  /** Subject of the first figure of the last sentence that has one. */
  main: string | null = null;
  private readonly claims: PlacedClaim[] = [];
  private readonly figures: Figure[];
  private readonly reasons: Reason[];
  private readonly brackets: ReturnType<typeof structuralBrackets>;
  private readonly heading: string | null;
  private readonly duties: boolean;
  private current: string | null = null;
  private firstOfPassage: string | null = null;
  private firstOfSentence: string | null = null;
  private wholes: string[];
  /** Subjects that open brackets interrupt. */
  private interrupted: { current: string | null; wholes: string[] }[] = [];
  private year: number | null;
  /** The year that 截至 … names: it holds for what the passage counts, also behind a full stop. */
  private assetYear: number | null = null;
  private lastChange: LastChange = { direction: null, basis: null };
  private unexplained: PlacedClaim[] = [];

  constructor(
    private readonly passage: Passage,
    private readonly context: ExtractContext,
    private readonly within: string | null,
    private readonly classes: PrintedClasses,
  ) {
    this.figures = findFigures(passage.text);
    this.reasons = findReasons(passage.text, this.figures);
    this.brackets = structuralBrackets(passage.text, this.figures);
    this.duties = passage.headings.some((above) => DUTIES.test(above));
    this.heading = headingSubject(passage, context);
    this.wholes = within === null ? [] : [within];
    this.year = context.fiscalYear;
  }

  read(): PlacedClaim[] {
    const { text } = this.passage;
    const starts = sentenceStarts(text, this.brackets);
    let from = 0;
    for (const figure of this.figures) {
      this.followBrackets(from, figure.start);
      const reason = this.reasons.find(
        (candidate) => candidate.start >= from - 1 && candidate.start < figure.start,
      );
      const sentence = starts.filter((start) => start > from - 1 && start <= figure.start).at(-1);
      if (sentence !== undefined) {
        if (reason && reason.start < sentence + REASON_REACH) this.explain(reason);
        this.beginSentence();
      }
      if (reason) this.explain(reason);
      const clauses = clausesBetween(
        text,
        Math.max(from, sentence ?? 0),
        figure.start,
        this.brackets,
        this.reasons,
      );
      this.openList(clauses);
      this.readYear(clauses);
      this.place(figure, clauses, sentence !== undefined);
      from = figure.end;
    }
    const tail = this.reasons.find((candidate) => candidate.start >= from - 1);
    if (tail) this.explain(tail);
    return this.claims;
  }

  private followBrackets(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const role = this.brackets.get(at);
      if (role === 'open' && this.interrupted.length < DEEPEST) {
        this.interrupted.push({ current: this.current, wholes: [...this.wholes] });
        if (this.current !== null) this.wholes = [...this.wholes, this.current];
      } else if (role === 'close') {
        const before = this.interrupted.pop();
        if (before) ({ current: this.current, wholes: this.wholes } = before);
      }
    }
  }

  private beginSentence(): void {
    this.firstOfSentence = null;
    this.year = this.context.fiscalYear;
    this.lastChange = { direction: null, basis: null };
    this.unexplained = [];
    if (this.interrupted.length === 0) this.wholes = this.within === null ? [] : [this.within];
  }

  private explain(reason: Reason): void {
    for (const { claim } of this.unexplained) claim.reason ??= reason.text;
    this.unexplained = [];
  }

  /** 其中, 包括: what stands in front of the word, or the sentence's subject, is the whole of what follows. */
  private openList(clauses: readonly string[]): void {
    for (const clause of clauses) {
      const at = LIST.exec(clause)?.index;
      if (at === undefined) continue;
      const named = at > 0 ? this.withinAppropriation(this.subject([clause.slice(0, at)])) : null;
      // A sentence that begins with 其中 breaks down the one before.
      const whole = named ?? this.firstOfSentence ?? this.firstOfPassage ?? this.heading;
      const nearest = named ?? (this.firstOfSentence === null ? whole : this.current);
      if (nearest !== null && this.wholes.at(-1) !== nearest)
        this.wholes = [...wholesFor(nearest, this.wholes), nearest];
      if (named !== null && this.current === null) this.current = named;
    }
  }

  /** 收入包括 in a passage on appropriations means the appropriated income. */
  private withinAppropriation(subject: string | null): string | null {
    if (!/^appropriation-/.test(this.firstOfPassage ?? this.heading ?? '')) return subject;
    if (subject === 'total-income') return 'appropriation-income';
    return subject === 'total-expenditure' ? 'appropriation-expenditure' : subject;
  }

  /** The year that the sentence has reached; a year that is only compared with does not count. */
  private readYear(clauses: readonly string[]): void {
    const fiscalYear = this.context.fiscalYear;
    for (const clause of clauses) {
      const own = beforeComparison(clause);
      const date = /截[至止]/.test(own) ? readDate(own, fiscalYear) : null;
      if (date) this.assetYear = Number(date.slice(0, 4));
      const year = date ? Number(date.slice(0, 4)) : statedYear(own);
      if (year !== null) this.year = year;
      else if (/当年|本年/.test(own)) this.year = fiscalYear;
      else if (/上年(末|底)/.test(own) && fiscalYear !== null) this.year = fiscalYear - 1;
    }
  }

  private subject(phrases: readonly string[]): string | null {
    if (this.duties) return null;
    const about = {
      headings: this.passage.headings,
      current: this.current,
      parent: this.wholes.at(-1) ?? null,
      agency: this.context.agency,
      spoken: phrases.join(','),
      classes: this.classes,
    };
    const found = [...phrases].reverse().flatMap((phrase) => subjectOf(phrase, about) ?? []);
    const [nearest] = found;
    if (nearest === undefined || !nearest.startsWith('total-')) return nearest ?? null;
    // 检察（款）：2018年预算支出合计 …: the code says whose total.
    return found.find((subject) => /^(function|dept-economic|gov-economic):/.test(subject)) ?? nearest;
  }

  private place(figure: Figure, clauses: readonly string[], opensSentence: boolean): void {
    const clause = clauses.at(-1) ?? '';
    const inReason = this.reasons.some((reason) => reason.start < figure.start && figure.start < reason.end);
    const inherited = inReason || this.duties ? 'other' : (this.current ?? this.heading ?? 'other');
    if (figure.kind === 'count') {
      this.placeCount(figure, clauses);
      return;
    }
    const change = readComparison(clause, figure, this.lastChange);
    if (change) {
      if (figure.kind === 'flat' && inReason) return;
      if (figure.kind === 'flat' && !/上年|去年|20\d\d|预算|相比|[与比同]|保持/.test(clauses.join(',')))
        return;
      // Behind a figure of the same sentence, words in between say what it is for, not what changes.
      const before = this.firstOfSentence === null ? clauses.slice(0, -1) : [];
      const named = this.subject([...before, change.subjectPhrase]);
      const silent =
        named === null &&
        opensSentence &&
        figure.kind === 'flat' &&
        this.firstOfPassage !== null &&
        !this.claims.some(
          ({ claim }) => claim.direction === 'unchanged' && claim.subject === this.firstOfPassage,
        );
      const subject = this.settle(
        named ?? (silent && !inReason ? (this.firstOfPassage ?? inherited) : inherited),
      );
      if (LIST.test(clauses.join(','))) this.unexplained = [];
      const direction = figure.value.isZero() ? 'unchanged' : change.direction;
      this.lastChange = { direction, basis: change.basis };
      this.unexplained.push(
        this.add(figure, {
          subject,
          measure: figure.kind === 'percent' ? 'percent' : 'change',
          value: signed(figure.value.abs().toFixed(figure.decimals ?? 0), direction),
          unit: figure.kind === 'flat' ? '元' : figure.unit,
          yuan:
            figure.kind === 'flat' ? '0.00' : figure.yuan && signed(figure.yuan.replace('-', ''), direction),
          fiscal_year: this.year,
          direction,
          basis: change.basis,
        }),
      );
      return;
    }
    if (figure.kind === 'percent') {
      this.placePercent(figure, clauses, inherited);
      return;
    }
    const prior = isComparedFigure(clause);
    const stated = prior
      ? MOVED_PART.test(clause)
        ? 'other'
        : null
      : underPerformance(clauses, this.passage, this.current)
        ? 'performance-amount'
        : this.subject(clauses);
    const subject = this.settle(
      stated ?? (prior || !this.hasAnother(inherited, clause, figure) ? inherited : 'other'),
    );
    const whole = this.wholes.at(-1) ?? null;
    this.add(figure, {
      subject,
      measure: 'amount',
      value: figure.value.toFixed(figure.decimals ?? 0),
      unit: figure.unit,
      yuan: figure.yuan,
      fiscal_year: prior ? (statedYear(clause) ?? (this.year === null ? null : this.year - 1)) : this.year,
      of: whole === subject ? null : whole,
      basis: amountBasis(clause, this.context),
    });
  }

  /** An amount without a name of its own is not a second one of a subject that has its amount. */
  private hasAnother(subject: string, clause: string, figure: Figure): boolean {
    const basis = amountBasis(clause, this.context);
    return this.claims.some(
      ({ claim }) =>
        claim.measure === 'amount' &&
        claim.subject === subject &&
        claim.fiscal_year === this.year &&
        claim.basis === basis &&
        claim.yuan !== figure.yuan,
    );
  }

  /** Makes a subject the one that is being spoken of. */
  private settle(subject: string): string {
    if (subject === 'other') return subject;
    this.wholes = wholesFor(subject, this.wholes);
    const sided = onSideOf(subject, this.wholes.at(-1));
    this.current = sided;
    if (this.firstOfSentence === null) this.main = sided;
    this.firstOfSentence ??= sided;
    this.firstOfPassage ??= sided;
    return sided;
  }

  private placeCount(figure: Figure, clauses: readonly string[]): void {
    if (this.reasons.some((reason) => reason.start < figure.start && figure.start < reason.end)) return;
    const counted = countSubject(clauses, figure.unit ?? '', this.passage.headings, this.current);
    if (!counted || this.duties) return;
    if (counted.of === null) this.current = counted.subject;
    this.add(figure, {
      subject: counted.subject,
      measure: 'count',
      value: figure.value.toFixed(figure.decimals ?? 0),
      unit: figure.unit,
      yuan: null,
      fiscal_year:
        HELD.test(counted.subject) && !/planned/.test(counted.of ?? '')
          ? (this.assetYear ?? this.year)
          : this.year,
      of: counted.of,
    });
  }

  private placePercent(figure: Figure, clauses: readonly string[], inherited: string): void {
    const clause = clauses.at(-1) ?? '';
    const completion = COMPLETION.test(clause);
    const at = SHARE.test(clause) ? clause.lastIndexOf('占') : -1;
    const part = at < 0 ? null : this.subject([...clauses.slice(0, -1), clause.slice(0, at)]);
    const total =
      at < 0 ? null : this.subject([clause.slice(at + 1).replace(/的?(比例|比重|比)?(为|约|的)*$/, '')]);
    const named = at < 0 && !completion ? this.subject(clauses) : part;
    const subject =
      named !== null && !/^(item|project):/.test(named)
        ? this.settle(named)
        : at >= 0 || completion
          ? inherited
          : 'other';
    const whole = this.wholes.at(-1) ?? null;
    const of = total !== null && !total.startsWith('item:') ? total : whole === subject ? null : whole;
    this.add(figure, {
      subject,
      measure: 'percent',
      value: figure.value.toFixed(figure.decimals ?? 0),
      unit: '%',
      yuan: null,
      fiscal_year: this.year,
      of: completion ? 'initial-budget' : at >= 0 ? of : null,
    });
  }

  private add(
    figure: Figure,
    claim: Pick<Claim, 'subject' | 'measure' | 'value' | 'unit' | 'yuan' | 'fiscal_year'> & Partial<Claim>,
  ): PlacedClaim {
    const placed: PlacedClaim = {
      claim: {
        locator: this.passage.paragraphAt(figure.start).locator,
        raw: this.passage.raw(figure.start, figure.end),
        direction: null,
        reason: null,
        decimals: figure.decimals,
        of: null,
        basis: null,
        ...claim,
      },
      passage: this.passage,
      start: figure.start,
      rough: figure.rough,
    };
    this.claims.push(placed);
    return placed;
  }
}

function signed(magnitude: string, direction: Claim['direction']): string {
  return direction === 'decrease' ? `-${magnitude}` : magnitude;
}

function statedYear(clause: string): number | null {
  const last = [...clause.matchAll(/(20\d{2})(?=年|\/)/g)].at(-1)?.[1];
  return last ? Number(last) : null;
}

function amountBasis(clause: string, context: ExtractContext): Claim['basis'] {
  if (/年初预算|预算(数|为|$)/.test(clause) && context.stage === 'final-account') return 'budget';
  if (/年初预算/.test(clause)) return 'budget';
  return /执行数?|决算/.test(clause) ? 'execution' : null;
}

/** 涉及一般公共预算拨款 … in a passage on performance is the money under targets, not that budget. */
function underPerformance(clauses: readonly string[], passage: Passage, current: string | null): boolean {
  const clause = clauses.at(-1) ?? '';
  if (/绩效目标的?(金额|资金)/.test(clause)) return true;
  const spoken =
    current?.startsWith('performance') === true ||
    /绩效/.test(clauses.join(',')) ||
    passage.headings.some((above) => /绩效/.test(above));
  return (
    (spoken && /涉及/.test(clause)) ||
    (/绩效/.test(passage.text) && /涉及[^,]{0,10}(资金|预算|支出|金额)/.test(clause))
  );
}

/** What an unnamed figure under a heading is about: （一）因公出国（境）费, 公务接待费。2026年预算数… */
function headingSubject(passage: Passage, context: ExtractContext): string | null {
  const inline = /^[^,。:;]{2,80}(?=[。:])/.exec(passage.text)?.[0];
  const about = { headings: [], current: null, parent: null, agency: context.agency };
  const candidates = [...passage.headings, ...(inline && !/\d{4}年/.test(inline) ? [inline] : [])].reverse();
  for (const candidate of candidates) {
    if (DUTIES.test(candidate)) return null;
    const subject = subjectOf(candidate.replace(/(情况|说明|安排|预算|的)*$/, ''), about);
    if (subject && !/^(item|project):/.test(subject)) return subject;
  }
  return null;
}
