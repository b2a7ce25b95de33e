import { DEFAULT_SCATTER, firstVariant, SCATTER_METRICS } from '../../scatter/state.ts';
import type { ScatterState } from '../../scatter/state.ts';
import type { MetricId } from '../../../data/metrics/types.ts';
import { defineLink } from '../define.ts';
import type { Link } from '../define.ts';
import { choice, id, named, nullable, own, release } from '../parameters.ts';

/** What the page of two metrics has. */
export interface TwoMetricsKnown {
  peers: readonly string[];
  /** Of a metric, the variants that give an agency one value. */
  variants: (metric: MetricId) => readonly string[];
}

const variantOf = (axis: 'x' | 'y') => (known: TwoMetricsKnown, state: ScatterState) =>
  known.variants(state[axis]);

/** Links to two metrics against each other. */
export const twoMetricsLink: Link<ScatterState, TwoMetricsKnown> = defineLink<ScatterState, TwoMetricsKnown>({
  page: () => '/compare',
  start: () => DEFAULT_SCATTER,
  defaults: ({ x, y }) => ({ ...DEFAULT_SCATTER, xVariant: firstVariant(x), yVariant: firstVariant(y) }),
  parameters: {
    release,
    x: choice<MetricId>(named('x', '横轴', 'metric across'), SCATTER_METRICS),
    xVariant: id(named('xnum', '横轴的口径', 'variant across'), variantOf('x')),
    y: choice<MetricId>(named('y', '纵轴', 'metric upwards'), SCATTER_METRICS),
    yVariant: id(named('ynum', '纵轴的口径', 'variant upwards'), variantOf('y')),
    peers: nullable(id(named('peers', '比较范围', 'peer group'), ({ peers }: TwoMetricsKnown) => peers)),
    own,
  },
});
