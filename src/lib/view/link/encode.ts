import type { MetricId } from '../../data/metrics/types.ts';
import { defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { LINK_CODECS } from './codecs.ts';
import { LINK_SCHEMA } from './migrations.ts';

/**
 * The state as a query string without the `?`: `v=` first, `d=` second, then only what differs from the
 * comparison's defaults. ASCII without `#`, `+`, `%`, `{` or `}`. `page` is the comparison that the path already
 * names, the state's own where left out.
 */
export function encodeLink(state: ViewState, page: MetricId = state.metric): string {
  const defaults: ViewState = { ...defaultState(state.metric), metric: page };
  const parts = [`v=${LINK_SCHEMA}`];
  for (const field of Object.keys(LINK_CODECS) as (keyof ViewState)[]) {
    const part = encodeField(field, state, defaults);
    if (part !== null) parts.push(part);
  }
  return parts.join('&');
}

function encodeField<Field extends keyof ViewState>(
  field: Field,
  state: ViewState,
  defaults: ViewState,
): string | null {
  const { parameter, encode } = LINK_CODECS[field];
  const text = encode(state[field]);
  return text === null || text === encode(defaults[field]) ? null : `${parameter}=${text}`;
}
