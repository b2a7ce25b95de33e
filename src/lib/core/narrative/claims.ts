import type { Claim, ExtractContext } from '../model/index.ts';
import { clausesBetween, sentenceStarts, structuralBrackets } from './clauses.ts';
import { amountBasis, DUTIES, headingSubject, statedYear, underPerformance } from './clause-words.ts';
import { isComparedFigure, readComparison, type Comparison, type LastChange } from './comparison.ts';
import { countSubject } from './counts.ts';
import { findFigures, type Figure } from './figures.ts';
import type { Passage } from './passages.ts';
import { findReasons, type Reason } from './reasons.ts';
import { subjectOf, type PrintedClasses } from './subject-of.ts';
import { LIST, Thread } from './thread.ts';

const SHARE = /占[^,。;]{0,30}$/;
const COMPLETION = /(完成|达到|执行率|完成率)[^,。;]{0,12}$/;
const LIST_FOLLOWS = /(其中|包括|如下|分别为|具体为|情况)[::]?$/;
const DEFINITIONS = /名词解释/;
/** 较上年减少部门支出 1 万元: what moved is a part that has no name of its own. */
const MOVED_PART = /(增加|减少|压减|新增)[一-龥]{2,}$/;
const HELD = /^(vehicles|equipment|floor-area)(?!.*planned)/;
/** How far behind a full stop a reason for the sentence before may begin: 预算收支减少主要原因说明：… */
const REASON_REACH = 24;

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
  private readonly claims: PlacedClaim[] = [];
  private readonly figures: Figure[];
  private readonly reasons: Reason[];
  private readonly brackets: ReturnType<typeof structuralBrackets>;
  private readonly heading: string | null;
  private readonly duties: boolean;
  private readonly thread: Thread;
  private lastChange: LastChange = { direction: null, basis: null };
  private unexplained: PlacedClaim[] = [];

  constructor(
    private readonly passage: Passage,
    private readonly context: ExtractContext,
    within: string | null,
    private readonly classes: PrintedClasses,
  ) {
    this.figures = findFigures(passage.text);
    this.reasons = findReasons(passage.text, this.figures);
    this.brackets = structuralBrackets(passage.text, this.figures);
    this.duties = passage.headings.some((above) => DUTIES.test(above));
    this.heading = headingSubject(passage, context);
    this.thread = new Thread(within, this.heading, context.fiscalYear);
  }

  read(): PlacedClaim[] {
    const { text } = this.passage;
    const starts = sentenceStarts(text, this.brackets);
    let from = 0;
    for (const figure of this.figures) {
      this.thread.followBrackets(this.brackets, from, figure.start);
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
      this.thread.openList(clauses, (phrase) => this.subject([phrase]));
      this.thread.readYear(clauses);
      this.place(figure, clauses, sentence !== undefined);
      from = figure.end;
    }
    const tail = this.reasons.find((candidate) => candidate.start >= from - 1);
    if (tail) this.explain(tail);
    return this.claims;
  }

  /** Subject of the first figure of the last sentence that has one. */
  get main(): string | null {
    return this.thread.main;
  }

  private beginSentence(): void {
    this.thread.beginSentence();
    this.lastChange = { direction: null, basis: null };
    this.unexplained = [];
  }

  private explain(reason: Reason): void {
    for (const { claim } of this.unexplained) claim.reason ??= reason.text;
    this.unexplained = [];
  }

  private subject(phrases: readonly string[]): string | null {
    if (this.duties) return null;
    const about = {
      headings: this.passage.headings,
      current: this.thread.current,
      parent: this.thread.wholes.at(-1) ?? null,
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
    const inherited = inReason || this.duties ? 'other' : (this.thread.current ?? this.heading ?? 'other');
    if (figure.kind === 'count') {
      this.placeCount(figure, clauses);
      return;
    }
    const change = readComparison(clause, figure, this.lastChange);
    if (change) this.placeChange(figure, change, clauses, { inherited, inReason, opensSentence });
    else if (figure.kind === 'percent') this.placePercent(figure, clauses, inherited);
    else this.placeAmount(figure, clauses, inherited);
  }

  private placeChange(
    figure: Figure,
    change: Comparison,
    clauses: readonly string[],
    { inherited, inReason, opensSentence }: { inherited: string; inReason: boolean; opensSentence: boolean },
  ): void {
    if (figure.kind === 'flat' && inReason) return;
    if (figure.kind === 'flat' && !/上年|去年|20\d\d|预算|相比|[与比同]|保持/.test(clauses.join(','))) return;
    // Behind a figure of the same sentence, words in between say what it is for, not what changes.
    const before = this.thread.firstOfSentence === null ? clauses.slice(0, -1) : [];
    const named = this.subject([...before, change.subjectPhrase]);
    const silent =
      named === null &&
      opensSentence &&
      figure.kind === 'flat' &&
      this.thread.firstOfPassage !== null &&
      !this.claims.some(
        ({ claim }) => claim.direction === 'unchanged' && claim.subject === this.thread.firstOfPassage,
      );
    const subject = this.thread.settle(
      named ?? (silent && !inReason ? (this.thread.firstOfPassage ?? inherited) : inherited),
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
        fiscal_year: this.thread.year,
        direction,
        basis: change.basis,
      }),
    );
  }

  private placeAmount(figure: Figure, clauses: readonly string[], inherited: string): void {
    const clause = clauses.at(-1) ?? '';
    const prior = isComparedFigure(clause);
    const stated = prior
      ? MOVED_PART.test(clause)
        ? 'other'
        : null
      : underPerformance(clauses, this.passage, this.thread.current)
        ? 'performance-amount'
        : this.subject(clauses);
    const subject = this.thread.settle(
      stated ?? (prior || !this.hasAnother(inherited, clause, figure) ? inherited : 'other'),
    );
    const whole = this.thread.wholes.at(-1) ?? null;
    this.add(figure, {
      subject,
      measure: 'amount',
      value: figure.value.toFixed(figure.decimals ?? 0),
      unit: figure.unit,
      yuan: figure.yuan,
      fiscal_year: prior
        ? (statedYear(clause) ?? (this.thread.year === null ? null : this.thread.year - 1))
        : this.thread.year,
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
        claim.fiscal_year === this.thread.year &&
        claim.basis === basis &&
        claim.yuan !== figure.yuan,
    );
  }

  private placeCount(figure: Figure, clauses: readonly string[]): void {
    if (this.reasons.some((reason) => reason.start < figure.start && figure.start < reason.end)) return;
    const counted = countSubject(clauses, figure.unit ?? '', this.passage.headings, this.thread.current);
    if (!counted || this.duties) return;
    if (counted.of === null) this.thread.current = counted.subject;
    this.add(figure, {
      subject: counted.subject,
      measure: 'count',
      value: figure.value.toFixed(figure.decimals ?? 0),
      unit: figure.unit,
      yuan: null,
      fiscal_year:
        HELD.test(counted.subject) && !/planned/.test(counted.of ?? '')
          ? (this.thread.assetYear ?? this.thread.year)
          : this.thread.year,
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
        ? this.thread.settle(named)
        : at >= 0 || completion
          ? inherited
          : 'other';
    const whole = this.thread.wholes.at(-1) ?? null;
    const of = total !== null && !total.startsWith('item:') ? total : whole === subject ? null : whole;
    this.add(figure, {
      subject,
      measure: 'percent',
      value: figure.value.toFixed(figure.decimals ?? 0),
      unit: '%',
      yuan: null,
      fiscal_year: this.thread.year,
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
