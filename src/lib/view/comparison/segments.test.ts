import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import { METRICS } from '../../data/metrics/index.ts';
import type { MetricId } from '../../data/metrics/types.ts';
import { defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { compare, comparisonInput } from './index.ts';

/** Each figure that the sentence leads to, with the agency, the year and the item of its row. */
function cited(metric: MetricId, lang: 'zh' | 'en', patch: Partial<ViewState> = {}): string[] {
  const comparison = compare(
    { ...defaultState(metric), ...patch },
    comparisonInput(sampleAnswers(), METRICS[metric]),
    lang,
  );
  const { sentence, statements } = comparison.segments;
  return [sentence, ...statements].flatMap((said) =>
    said.flatMap(({ text, figure }) =>
      figure ? [`${text} ${figure.agency_id.replace('-ybj', '')} ${figure.fiscal_year}`] : [],
    ),
  );
}

describe('figures that a sentence names', () => {
  it('are those of the agency named before them; a median and a distance are nobody’s', () => {
    expect(cited('project-share', 'zh')).toEqual(['71.1% dingzhou 2023', '17.4% binghe 2024']);
    expect(cited('project-share', 'en')).toEqual(['71.1% dingzhou 2023', '17.4% binghe 2024']);
  });
  it('are cited for each of two', () => {
    expect(cited('project-share', 'zh', { agencies: ['dingzhou-ybj', 'wuquan-ybj'] })).toEqual([
      '71.1% dingzhou 2023',
      '44.4% wuquan 2024',
    ]);
  });
  it('of a slope are those of its years, not what lies between them', () => {
    expect(cited('three-public', 'zh')[0]).toBe('41,400 元 jiachuan 2024');
    expect(cited('three-public', 'zh').filter((one) => one.startsWith('20,000 元'))).toEqual([]);
  });
  it('of a matrix are its shares; sums of counts have no cell', () => {
    expect(cited('indicator-coverage', 'zh').every((one) => one.includes('%'))).toBe(true);
    expect(cited('indicator-coverage', 'zh').length).toBeGreaterThan(0);
  });
});
