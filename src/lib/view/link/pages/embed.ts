import type { ViewState } from '../../state.ts';
import { defineLink } from '../define.ts';
import type { Link } from '../define.ts';
import { choice, named, nullable } from '../parameters.ts';
import { COMPARISON } from './comparison.ts';
import type { ComparisonKnown } from './comparison.ts';

export interface EmbedState extends ViewState {
  /** Null for the one that the reader's system has. */
  theme: 'light' | 'dark' | null;
}

/** Addresses of a comparison in a frame on somebody else's page. */
export const embedLink: Link<EmbedState, ComparisonKnown> = defineLink<EmbedState, ComparisonKnown>({
  page: ({ metric }) => `/embed/${metric}`,
  start: (known) => ({ ...COMPARISON.start(known), theme: null }),
  defaults: (state) => ({ ...COMPARISON.defaults(state), theme: null }),
  parameters: {
    ...COMPARISON.parameters,
    theme: nullable(choice(named('theme', '明暗', 'theme'), ['light', 'dark'])),
  },
});
