import type { Claim } from '../../model/extract.ts';
import { isItem } from '../../terms/index.ts';
import { asciiKey } from './figures.ts';

/** A claim as part of a check id: what it is about and where it stands. */
export function claimKey(claim: Claim): string {
  const subject = claim.subject.split(':').map(asciiKey).join('.');
  const of = claim.of === null ? '' : `.of.${claim.of.split(':').map(asciiKey).join('.')}`;
  const year = claim.fiscal_year === null ? '' : `.${claim.fiscal_year}`;
  return `${subject}${of}${year}.${asciiKey(claim.locator)}`;
}

/** Subjects whose meaning hangs on what they are a part of. */
export const DEPENDENT: ReadonlySet<string> = new Set(['basic', 'personnel', 'public', 'project', 'other']);
/** The amounts that a budget as a whole comes to. */
export const WHOLES = ['general-public-budget', 'total-expenditure', 'income-and-expenditure'];

/** Subjects that mean one amount a year wherever the text names them. */
const UNAMBIGUOUS =
  /^(total-income|total-expenditure|income-and-expenditure|function:\d{7}|(dept|gov)-economic:\d{3,5})$/;

export function isUnambiguous(subject: string): boolean {
  return isItem(subject) || UNAMBIGUOUS.test(subject);
}
