import { describe, expect, it } from 'vitest';
import { METRICS } from '../data/metrics/index.ts';
import { defaultState } from './state.ts';

describe('defaultState', () => {
  it.each(Object.values(METRICS))(
    '$id starts from the first variant and denominator of its record',
    (metric) => {
      const { variant, denominator } = defaultState(metric.id);
      expect(variant).toBe(metric.variants[0]?.id);
      const divides = (metric.variants[0]?.unit ?? metric.unit) === 'yuan-per-head';
      expect(denominator).toBe(divides ? metric.denominators[0]?.id : '');
    },
  );
});
