import { isForeign } from '../link/foreign.ts';
import { notice } from '../link/notices.ts';
import type { LinkNotice } from '../link/notices.ts';
import { splitQuery, withoutGluedText } from '../link/query.ts';

/** What a link to the leads carries. */
export interface LeadsState {
  release: string | null;
  /** Peer group, or null for the default one. */
  peers: string | null;
  /** The lead that the link is about, or null for all. */
  lead: string | null;
}

const NOTHING: LeadsState = { release: null, peers: null, lead: null };
const PARAMETERS: Record<keyof LeadsState, string> = { release: 'd', peers: 'peers', lead: 'lead' };
const FIELDS = Object.keys(PARAMETERS) as (keyof LeadsState)[];
const SCHEMA = 'v';

/** As a query string without the `?`, ASCII without `#`, `+` or `%`. */
export function encodeLeads(state: LeadsState): string {
  const parts = FIELDS.flatMap((field) => {
    const value = state[field];
    return value === null ? [] : [`${PARAMETERS[field]}=${value}`];
  });
  return [`${SCHEMA}=1`, ...parts].join('&');
}

/** What a query string names; what isn't known is left out and said. */
export function decodeLeads(
  search: string,
  known: { peers: readonly string[]; leads: readonly string[] },
): { state: LeadsState; notices: LinkNotice[] } {
  const state = { ...NOTHING };
  const notices: LinkNotice[] = [];
  for (const { name, value } of splitQuery(search)) {
    const field = FIELDS.find((candidate) => PARAMETERS[candidate] === name);
    const text = withoutGluedText(value);
    if (field === undefined) {
      if (name !== SCHEMA && !isForeign(name)) notices.push(unread('unknown-parameter', name, name));
    } else if (state[field] === null) {
      if (allowed(field, text, known)) state[field] = text;
      else notices.push(unread(field === 'lead' ? 'unknown-value' : 'broken-text', name, text));
    }
  }
  return { state, notices };
}

function allowed(
  field: keyof LeadsState,
  text: string,
  { peers, leads }: { peers: readonly string[]; leads: readonly string[] },
): boolean {
  if (field === 'release') return /^[A-Za-z0-9._-]{1,64}$/.test(text);
  return (field === 'peers' ? peers : leads).includes(text);
}

function unread(code: LinkNotice['code'], name: string, raw: string): LinkNotice {
  if (code === 'unknown-value')
    return notice(
      code,
      name,
      raw,
      (quoted) => `链接所指的线索${quoted}在现在的数据里已不突出，下面是现有的线索。`,
      (quoted) => `The lead ${quoted} of this link no longer stands out; these are the leads of now.`,
    );
  return notice(
    code,
    name,
    raw,
    (quoted) => `链接中的${quoted}无法识别，已忽略。`,
    (quoted) => `${quoted} in this link could not be read and was ignored.`,
  );
}
