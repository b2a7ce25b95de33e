import { defineLink } from '../define.ts';
import type { Link } from '../define.ts';
import { packText, unpackText } from '../packed-text.ts';
import { notice } from '../notices.ts';
import type { LinkNotice } from '../notices.ts';
import { named, read, release } from '../parameters.ts';

/** What a link to the SQL page carries. */
export interface SqlState {
  release: string | null;
  /** The query, or null for the page's own first example. */
  sql: string | null;
}

/** Links longer than this are cut by some chat apps. */
export const LINK_CHARACTERS = 500;

const NOTHING: SqlState = { release: null, sql: null };
const QUERY = named('q', '查询', 'query');

/** Links to a query, which they show and never run. */
export const sqlLink: Link<SqlState, unknown> = defineLink<SqlState, unknown>({
  page: () => '/sql',
  start: () => NOTHING,
  defaults: () => NOTHING,
  parameters: {
    release,
    sql: {
      ...QUERY,
      verbatim: true,
      encode: (value) => (value === null ? null : packText(value)),
      decode: (given) => {
        const sql = unpackText(given);
        return sql === null || sql === '' ? { notices: [broken(given)] } : read(sql);
      },
    },
  },
});

function broken(given: string): LinkNotice {
  return notice(
    'broken-text',
    QUERY.parameter,
    given,
    (quoted) => `链接里的查询${quoted}读不出来，可能在转发时被截断，下面是示例。请向发链接的人再要一次。`,
    (quoted) =>
      `The query ${quoted} in this link cannot be read, perhaps because it was cut; an example is shown. Ask for the link again.`,
  );
}
