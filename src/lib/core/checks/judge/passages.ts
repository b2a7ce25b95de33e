import type { Claim } from '../../model/extract.ts';
import type { SourceParagraph } from '../../model/source.ts';
import { compactText } from '../../text/normalise.ts';

/** Words after which a sentence tells why, not how much: amounts there are no statements of their subject. */
const WHY = /原因|主要是(?!用于)|由于|因为|是因/;
/** A heading whose whole passage tells why (增减变化原因说明：1. …). */
const WHY_LIST = /原因(说明|如下|分析)?(是|为)?[：:]/;

/** Where the figures of claims stand in the text. */
export class Passages {
  readonly #before = new Map<Claim, string>();

  constructor(paragraphs: readonly Pick<SourceParagraph, 'locator' | 'text'>[], claims: readonly Claim[]) {
    const texts = new Map(paragraphs.map(({ locator, text }) => [locator, compactText(text)]));
    const reached = new Map<string, number>();
    for (const claim of claims) {
      const text = texts.get(claim.locator);
      if (text === undefined) continue;
      const raw = compactText(claim.raw);
      const from = text.indexOf(raw, reached.get(claim.locator) ?? 0);
      const at = from < 0 ? text.indexOf(raw) : from;
      if (at < 0 || raw === '') continue;
      reached.set(claim.locator, at);
      this.#before.set(claim, text.slice(0, at));
    }
  }

  /** The amount stands where the text tells a reason, so that its subject is a guess. False where the text isn’t known. */
  isReason(claim: Claim): boolean {
    const before = this.#before.get(claim);
    if (before === undefined) return false;
    return WHY.test(ownWords(before)) || WHY_LIST.test(before);
  }
}

/** What a list of reasons goes on with after a semicolon; anything else there is a statement of its own. */
const GOES_ON = /^(?:[一二三四五六七八九十]是|[（(]?\d{1,2}[)）.．、]|另|同时|此外|以及|并)/;

/** The words of the sentence that the text before a figure breaks off in, from its last statement on. */
function ownWords(before: string): string {
  const parts = before.slice(before.lastIndexOf('。') + 1).split(/[；;]/);
  const fresh = parts.findLastIndex((part, index) => index === 0 || !GOES_ON.test(part));
  return parts.slice(fresh).join('；');
}
