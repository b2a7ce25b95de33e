/** What a reader typed, taken apart as far as is needed to run it as one question. */
export type Statement =
  /** `text` has no semicolon behind it; `explain` is the word or words in front of it. */
  | { ok: true; text: string; explain: 'EXPLAIN' | 'EXPLAIN ANALYZE' | null }
  | { ok: false; reason: 'empty' | 'several' }
  /** `word` is what it begins with. */
  | { ok: false; reason: 'no-question'; word: string };

/** Words that a question begins with in DuckDB; all of them but EXPLAIN may stand in parentheses behind FROM. */
const QUESTIONS = new Set([
  'SELECT',
  'WITH',
  'FROM',
  'VALUES',
  'TABLE',
  'DESCRIBE',
  'DESC',
  'SHOW',
  'SUMMARIZE',
  'PIVOT',
  'UNPIVOT',
  '(',
]);

/** Blanks and comments, quoted text of every kind, the end of a statement, a word, any other character. */
const TOKEN =
  /(\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|([eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$([A-Za-z_]\w*|)\$[\s\S]*?(?:\$\3\$|$))|(;)|([A-Za-z_]\w*)|([\s\S])/g;

/**
 * Reads what a reader typed. This is for clear words only: that nothing is written doesn't rest on it, but on
 * `Engine.ask`, which prepares one statement and runs it in a read-only transaction.
 */
export function readStatement(sql: string): Statement {
  const words: { word: string; end: number }[] = [];
  let end: number | null = null;
  for (const match of sql.matchAll(TOKEN)) {
    const [token, blank, , , semicolon] = match;
    if (blank !== undefined) continue;
    if (semicolon !== undefined) {
      if (words.length > 0) end ??= match.index;
      continue;
    }
    if (end !== null) return { ok: false, reason: 'several' };
    if (words.length < 3) words.push({ word: token.toUpperCase(), end: match.index + token.length });
  }
  const [first, second, third] = words;
  if (!first) return { ok: false, reason: 'empty' };
  const text = sql.slice(0, end ?? undefined);
  if (first.word !== 'EXPLAIN') return question(text, first.word, null);
  const analyse = second?.word === 'ANALYZE' || second?.word === 'ANALYSE';
  const explained = analyse ? third : second;
  if (!explained) return { ok: false, reason: 'empty' };
  return question(
    text.slice((analyse ? second : first).end),
    explained.word,
    analyse ? 'EXPLAIN ANALYZE' : 'EXPLAIN',
  );
}

function question(text: string, word: string, explain: 'EXPLAIN' | 'EXPLAIN ANALYZE' | null): Statement {
  return QUESTIONS.has(word) ? { ok: true, text, explain } : { ok: false, reason: 'no-question', word };
}
