import { defineLink } from '../define.ts';
import type { Link } from '../define.ts';
import { notice } from '../notices.ts';
import type { LinkNotice } from '../notices.ts';
import { id, named, nullable, read, release } from '../parameters.ts';

/** What a link to the leads carries. */
export interface LeadsState {
  release: string | null;
  /** Peer group, or null for the default one. */
  peers: string | null;
  /** The lead that the link is about, or null for all. */
  lead: string | null;
}

/** Peer groups and leads of the page. */
export interface LeadsKnown {
  peers: readonly string[];
  leads: readonly string[];
}

const NOTHING: LeadsState = { release: null, peers: null, lead: null };
const LEAD = named('lead', '线索', 'lead');

/** Links to the leads, all of them or one. */
export const leadsLink: Link<LeadsState, LeadsKnown> = defineLink<LeadsState, LeadsKnown>({
  page: () => '/leads',
  start: () => NOTHING,
  defaults: () => NOTHING,
  parameters: {
    release,
    peers: nullable(id(named('peers', '比较范围', 'peer group'), ({ peers }: LeadsKnown) => peers)),
    lead: {
      ...LEAD,
      encode: (value) => value,
      decode: (text, { leads }) => (leads.includes(text) ? read(text) : { notices: [gone(text)] }),
    },
  },
});

function gone(lead: string): LinkNotice {
  return notice(
    'unknown-value',
    LEAD.parameter,
    lead,
    (quoted) => `链接所指的线索${quoted}在现在的数据里已不突出，下面是现有的线索。`,
    (quoted) => `The lead ${quoted} of this link no longer stands out; these are the leads of now.`,
  );
}
