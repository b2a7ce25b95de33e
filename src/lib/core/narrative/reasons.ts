import type { Figure } from './figures.ts';

/** The words that explain a change. `start` is where the announcement (主要原因是) begins, `end` where the reason ends. */
export interface Reason {
  start: number;
  end: number;
  text: string;
}

const ANNOUNCED =
  /(本年|预算|决算|收支|收入|支出|数|额)*(增加|减少|增长|下降|变动|变化|增减|大于|小于|持平)?(预算数|决算数)?的?(主要)?(变动|增减|变化)?原因(说明)?(主要)?(是|为|系|在于|:)*|主要是因?|主要为|主要由于|系因|是因为|由于/g;
const LONGEST_REASON = 80;
/** A part behind a semicolon that starts something new instead of going on with the reason. */
const STARTS_ANEW = /^(本部门|本单位|我局|我单位|上年|20\d{2}年|无|其中|当年)|本部门无|本单位无/;

/** Reasons in a compact passage: up to the full stop, the clause of the next figure, or a part that starts anew. */
export function findReasons(text: string, figures: readonly Figure[]): Reason[] {
  const reasons: Reason[] = [];
  for (const match of text.matchAll(ANNOUNCED)) {
    const start = match.index;
    if (start < (reasons.at(-1)?.end ?? 0)) continue;
    if (!/原因|主要是|主要为|由于|因/.test(match[0])) continue;
    const from = start + match[0].length;
    let end = text.indexOf('。', from);
    if (end < 0) end = text.length;
    const next = figures.find(
      (figure) => figure.kind !== 'flat' && figure.start >= from && figure.start < end,
    );
    if (next) {
      const cut = Math.max(...[',', ';', ':'].map((mark) => text.lastIndexOf(mark, next.start)));
      end = cut > from ? cut : Math.min(end, next.start);
    }
    const list = /[,;:]?其中/.exec(text.slice(from, end))?.index;
    if (list !== undefined) end = from + list;
    let semicolon = text.indexOf(';', from);
    while (semicolon > 0 && semicolon < end) {
      if (STARTS_ANEW.test(text.slice(semicolon + 1, end))) {
        end = semicolon;
        break;
      }
      semicolon = text.indexOf(';', semicolon + 1);
    }
    const reason = text.slice(from, end).replace(/^[:,是为]+|[;,、]+$/g, '');
    if (reason.length >= 2) reasons.push({ start, end, text: reason.slice(0, LONGEST_REASON) });
  }
  return reasons;
}
