/** One `name=value` of a query string, percent-decoded. */
export interface QueryPair {
  name: string;
  value: string;
}

const MOST_ENCODINGS = 3;

/**
 * The pairs of a query string as it arrives from chat apps and mail: with or without `?`, with something behind
 * `#`, with `&amp;`, with percent-encoding applied more than once or cut in the middle, with text glued to its end.
 */
export function splitQuery(search: string): QueryPair[] {
  const given = search.replace(/^[^?]*\?/, '').replace(/#.*$/s, '');
  const query = given.includes('=') ? given : decodePercent(given);
  return query.split('&').flatMap((part) => {
    const pair = decodePercent(part).replace(/^amp;/, '');
    if (pair === '') return [];
    const at = pair.indexOf('=');
    return [at < 0 ? { name: pair, value: '' } : { name: pair.slice(0, at), value: pair.slice(at + 1) }];
  });
}

/** A value of ours without what the sentence around the link left on it: 「…unit=wan，看」 or 「…unit=wan).」 */
export function withoutGluedText(value: string): string {
  return value.replace(/[^\x21-\x7e].*$/s, '').replace(/[.,;:!?'")>\]]+$/, '');
}

function decodePercent(text: string): string {
  let decoded = text;
  for (let i = 0; i < MOST_ENCODINGS && decoded.includes('%'); i++) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}
