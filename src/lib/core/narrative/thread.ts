import type { ExtractContext } from '../model/index.ts';
import type { structuralBrackets } from './clauses.ts';
import { beforeComparison } from './comparison.ts';
import { readDate } from './dates.ts';
import { statedYear } from './clause-words.ts';
import { onSideOf, wholesFor } from './parts.ts';

/** Words that open a list of parts: what stands in front of them is the whole. */
export const LIST = /(其中|包括|分别为|分别是|具体为)/;
/** Brackets within brackets past this are damage. */
const DEEPEST = 12;

/** What a passage has been about so far, from figure to figure. */
export class Thread {
  /** Subject of the first figure of the last sentence that has one. */
  main: string | null = null;
  current: string | null = null;
  firstOfPassage: string | null = null;
  firstOfSentence: string | null = null;
  /** What is being broken down, outermost first. */
  wholes: string[];
  year: number | null;
  /** The year that 截至 … names: it holds for what the passage counts, also behind a full stop. */
  assetYear: number | null = null;
  /** Subjects that open brackets interrupt. */
  #interrupted: { current: string | null; wholes: string[] }[] = [];
  readonly #within: string | null;
  readonly #heading: string | null;
  readonly #fiscalYear: ExtractContext['fiscalYear'];

  /** `within` is the whole that a list above the passage breaks down; `heading` what stands above it. */
  constructor(within: string | null, heading: string | null, fiscalYear: ExtractContext['fiscalYear']) {
    this.#within = within;
    this.#heading = heading;
    this.#fiscalYear = fiscalYear;
    this.wholes = within === null ? [] : [within];
    this.year = fiscalYear;
  }

  /** Goes over the brackets that open and close between two places: what stands inside leaves no trace behind them. */
  followBrackets(brackets: ReturnType<typeof structuralBrackets>, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const role = brackets.get(at);
      if (role === 'open' && this.#interrupted.length < DEEPEST) {
        this.#interrupted.push({ current: this.current, wholes: [...this.wholes] });
        if (this.current !== null) this.wholes = [...this.wholes, this.current];
      } else if (role === 'close') {
        const before = this.#interrupted.pop();
        if (before) ({ current: this.current, wholes: this.wholes } = before);
      }
    }
  }

  /** A full stop ends the lists that it is not in brackets of. */
  beginSentence(): void {
    this.firstOfSentence = null;
    this.year = this.#fiscalYear;
    if (this.#interrupted.length === 0) this.wholes = this.#within === null ? [] : [this.#within];
  }

  /** 其中, 包括: what stands in front of the word, or the sentence's subject, is the whole of what follows. */
  openList(clauses: readonly string[], subjectOf: (phrase: string) => string | null): void {
    for (const clause of clauses) {
      const at = LIST.exec(clause)?.index;
      if (at === undefined) continue;
      const named = at > 0 ? this.#withinAppropriation(subjectOf(clause.slice(0, at))) : null;
      // A sentence that begins with 其中 breaks down the one before.
      const whole = named ?? this.firstOfSentence ?? this.firstOfPassage ?? this.#heading;
      const nearest = named ?? (this.firstOfSentence === null ? whole : this.current);
      if (nearest !== null && this.wholes.at(-1) !== nearest)
        this.wholes = [...wholesFor(nearest, this.wholes), nearest];
      if (named !== null && this.current === null) this.current = named;
    }
  }

  /** 收入包括 in a passage on appropriations means the appropriated income. */
  #withinAppropriation(subject: string | null): string | null {
    if (!/^appropriation-/.test(this.firstOfPassage ?? this.#heading ?? '')) return subject;
    if (subject === 'total-income') return 'appropriation-income';
    return subject === 'total-expenditure' ? 'appropriation-expenditure' : subject;
  }

  /** The year that the sentence has reached; a year that is only compared with does not count. */
  readYear(clauses: readonly string[]): void {
    const fiscalYear = this.#fiscalYear;
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

  /** Makes a subject the one that is being spoken of. */
  settle(subject: string): string {
    if (subject === 'other') return subject;
    this.wholes = wholesFor(subject, this.wholes);
    const sided = onSideOf(subject, this.wholes.at(-1));
    this.current = sided;
    if (this.firstOfSentence === null) this.main = sided;
    this.firstOfSentence ??= sided;
    this.firstOfPassage ??= sided;
    return sided;
  }
}
