import { METRICS, METRIC_IDS } from '../../data/metrics/types.ts';
import type { MetricId } from '../../data/metrics/types.ts';
import { decodeOwn, LINK_CODECS } from '../link/codecs.ts';
import { isForeign } from '../link/foreign.ts';
import { notice } from '../link/notices.ts';
import type { LinkNotice } from '../link/notices.ts';
import { splitQuery, withoutGluedText } from '../link/query.ts';

/** Two metrics against each other over a peer group. */
export interface ScatterState {
  x: MetricId;
  xVariant: string;
  y: MetricId;
  yVariant: string;
  /** Peer group id, `all`, or null for the data set's largest group. */
  peers: string | null;
  release: string | null;
  /** Local documents that the view shows, as links name them. */
  own: string[];
}

/** Metrics that give an agency one value; structures have many. */
export const SCATTER_METRICS = METRIC_IDS.filter((id) => METRICS[id].pairs.length > 0);

export function firstVariant(metric: MetricId): string {
  return METRICS[metric].pairs[0] ?? METRICS[metric].defaults.variant;
}

export const DEFAULT_SCATTER: ScatterState = {
  x: 'operating-cost',
  xVariant: firstVariant('operating-cost'),
  y: 'three-public',
  yVariant: firstVariant('three-public'),
  peers: null,
  release: null,
  own: [],
};

const PARAMETERS = ['d', 'x', 'xnum', 'y', 'ynum', 'peers', 'own'] as const;
type Parameter = (typeof PARAMETERS)[number];
const SCHEMA = 'v';

/** As a query string without the `?`: what differs from the defaults, ASCII without `#`, `+` or `%`. */
export function encodeScatter({ x, xVariant, y, yVariant, peers, release, own }: ScatterState): string {
  const parts: [Parameter, string | null][] = [
    ['d', release],
    ['x', x === DEFAULT_SCATTER.x ? null : x],
    ['xnum', xVariant === firstVariant(x) ? null : xVariant],
    ['y', y === DEFAULT_SCATTER.y ? null : y],
    ['ynum', yVariant === firstVariant(y) ? null : yVariant],
    ['peers', peers],
    ['own', LINK_CODECS.own.encode(own)],
  ];
  const written = parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  return [`${SCHEMA}=1`, ...written].join('&');
}

/** What a query string names; what can't be read keeps its default and is said. */
export function decodeScatter(
  search: string,
  known: { peers: readonly string[]; variants: (metric: MetricId) => readonly string[] },
): { state: ScatterState; notices: LinkNotice[] } {
  const given = new Map<string, string>();
  const notices: LinkNotice[] = [];
  for (const { name, value } of splitQuery(search)) {
    if ((PARAMETERS as readonly string[]).includes(name)) {
      if (!given.has(name)) given.set(name, withoutGluedText(value));
    } else if (name !== SCHEMA && !isForeign(name)) notices.push(unread(name, name));
  }
  const pick = (name: Parameter, allowed: readonly string[] | RegExp): string | null => {
    const text = given.get(name);
    if (text === undefined) return null;
    if (allowed instanceof RegExp ? allowed.test(text) : allowed.includes(text)) return text;
    notices.push(unread(name, text));
    return null;
  };
  const metric = (name: 'x' | 'y'): MetricId => {
    const text = pick(name, SCATTER_METRICS);
    return SCATTER_METRICS.find((id) => id === text) ?? DEFAULT_SCATTER[name];
  };
  const [x, y] = [metric('x'), metric('y')];
  const own = decodeOwn(given.get('own') ?? '');
  notices.push(...own.notices);
  const state = {
    x,
    xVariant: pick('xnum', known.variants(x)) ?? firstVariant(x),
    y,
    yVariant: pick('ynum', known.variants(y)) ?? firstVariant(y),
    peers: pick('peers', known.peers),
    release: pick('d', /^[A-Za-z0-9._-]{1,64}$/),
    own: own.value ?? [],
  };
  return { state, notices };
}

function unread(name: string, raw: string): LinkNotice {
  return notice(
    'unknown-value',
    name,
    raw,
    (quoted) => `链接中的${quoted}无法识别，已按默认值显示。`,
    (quoted) => `${quoted} in this link could not be read; the default is shown.`,
  );
}
