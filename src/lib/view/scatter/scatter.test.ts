import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import { comparisonInput } from '../comparison/index.ts';
import { SAMPLE_METRICS } from '../comparison/sample-metrics.ts';
import { scatterOf } from './scatter.ts';
import type { ScatterState } from './state.ts';

const { staffCost, projectShare } = SAMPLE_METRICS;
const STATE: ScatterState = {
  x: 'project-share',
  xVariant: 'all',
  y: 'staff-cost-per-head',
  yVariant: 'personnel',
  peers: null,
  release: null,
  own: [],
};

describe('two metrics against each other', () => {
  const answers = sampleAnswers();
  const inputs = { x: comparisonInput(answers, projectShare), y: comparisonInput(answers, staffCost) };
  const scatter = scatterOf(STATE, inputs, 'zh');
  it('place who has both, with intervals, and list who lacks one with the reason', () => {
    expect(scatter.points.map(({ agencyId }) => agencyId)).toEqual([
      'jiachuan-ybj',
      'yiling-ybj',
      'binghe-ybj',
    ]);
    for (const { x, y } of scatter.points) {
      expect(x.low).toBeLessThanOrEqual(x.number);
      expect(y.high).toBeGreaterThanOrEqual(y.number);
    }
    expect(scatter.missing.map(({ name, text }) => `${name}：${text}`)).toEqual([
      '丁洲医保局：文件没有给出实有在职人数',
      '戊泉医保局：文件没有给出实有在职人数',
    ]);
  });
  it('are summed up as far as rounding allows', () => {
    expect(scatter.sentence).toMatch(/^3 家机构两项都有数。/);
    expect(scatter.sentence).toContain('丁洲医保局、戊泉医保局：文件没有给出实有在职人数。');
    expect(scatter.sentence).toContain('最高的并列：甲川医保局、乙岭医保局');
  });
});
