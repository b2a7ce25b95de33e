import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import { comparisonInput } from '$lib/view/comparison/index';
import { SAMPLE_METRICS } from '$lib/view/comparison/sample-metrics';
import type { Waterfall } from '$lib/view/outliers/waterfall';
import { scatterOf } from '$lib/view/scatter/scatter';
import { crowded } from './crowd';
import { renderScatter, renderWaterfall } from './render';
import { textWidth } from './text-layout';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Where the names beside dots stand, from the 13 px texts that start at their place. */
function nameBoxes(svg: string): { text: string; left: number; right: number; y: number }[] {
  const group = /<g[^>]*font-size="13"[^>]*>(.*?)<\/g>/s.exec(svg)?.[1] ?? '';
  return [...group.matchAll(/translate\(([-\d.]+),([-\d.]+)\)[^>]*>([^<]+)</g)].map(
    ([, x, y, text = '']) => ({
      text,
      left: Number(x),
      right: Number(x) + textWidth(text, 13),
      y: Number(y),
    }),
  );
}

function expectApart(svg: string, count: number, width: number): void {
  const boxes = nameBoxes(svg);
  expect(boxes).toHaveLength(count);
  boxes.forEach((box, index) => {
    expect(box.left, box.text).toBeGreaterThanOrEqual(0);
    expect(box.right, box.text).toBeLessThanOrEqual(width);
    const met = boxes
      .slice(index + 1)
      .find((other) => box.left < other.right && other.left < box.right && Math.abs(box.y - other.y) < 13);
    expect(met && `${box.text} meets ${met.text}`).toBeUndefined();
  });
}

describe('the points of two metrics', () => {
  const answers = crowded(sampleAnswers());
  const { projectShare, budgetChange } = SAMPLE_METRICS;
  const scatter = scatterOf(
    {
      x: 'project-share',
      xVariant: 'all',
      y: 'budget-change',
      yVariant: 'amount',
      peers: 'all',
      release: null,
      own: [],
    },
    { x: comparisonInput(answers, projectShare), y: comparisonInput(answers, budgetChange) },
    'zh',
  );
  it.each([326, 724])('that lie close together have their names off one another at %d px', (width) => {
    const close = scatter.points.map((point, index) => ({
      ...point,
      x: { ...point.x, number: index / 20, low: index / 20, high: index === 0 ? 100 : index / 20 },
    }));
    expectApart(renderScatter({ ...scatter, points: close }, { width, document }), close.length, width);
  });
  it.each([326, 724])('have their names beside them, off one another and inside, at %d px', (width) => {
    expectApart(renderScatter(scatter, { width, document }), scatter.points.length, width);
  });
});

describe('the steps from the median', () => {
  const waterfall: Waterfall = {
    lang: 'zh',
    title: '某指标：从中位数到甲川',
    unitLabel: '元/人',
    note: '',
    from: { label: '中位数（乙岭）', number: 100, text: '100' },
    to: { label: '甲川', number: 130, text: '130' },
    steps: [
      { id: '30101', label: '基本工资', delta: 40, text: '+40' },
      { id: '30102', label: '津贴补贴', delta: -10, text: '−10' },
    ],
  };
  it('are one bar each, spoken in order, what is less in outline', () => {
    const svg = renderWaterfall(waterfall, 0, { width: 328, document });
    expect(svg.match(/<rect /g)).toHaveLength(4);
    expect(svg).toContain('中位数（乙岭） 100，基本工资 +40，津贴补贴 −10，甲川 130');
    expect(svg).toMatch(/<g[^>]*fill="var\(--paper\)"[^>]*>\s*<rect[^>]*stroke/);
  });
});
