import { readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers';
import { compare, comparisonInput } from '$lib/view/comparison/index';
import { SAMPLE_METRICS } from '$lib/view/comparison/sample-metrics';
import { comparisonTable } from '$lib/view/export/index';
import { defaultState } from '$lib/view/state';
import { palette } from './palette';
import { renderChart } from './render';
import { standaloneChart } from './standalone';
import { textWidth } from './text-layout';

const tokens = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');

function drawn(theme: 'light' | 'dark', lang: 'zh' | 'en' = 'zh') {
  const metric = SAMPLE_METRICS.staffCost;
  const input = comparisonInput(sampleAnswers(), metric);
  const comparison = compare(defaultState(metric.id), input, lang);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = renderChart(comparison, { width: 724, document });
  const path = `/compare/staff-cost-per-head?v=1&a=${'~jiachuan-ybj'.repeat(12)}`;
  const context = { lang, release: 'r1', site: 'https://example.org', path, retrieved: '2026-11-25' };
  const table = comparisonTable({ comparison, input, verdictOf: () => null }, context);
  return { table, ...standaloneChart({ svg, note: comparison.unlike }, table, palette(tokens, theme)) };
}

describe('a chart that leaves its page', () => {
  it.each(['light', 'dark'] as const)('has the colours of the %s theme written in', (theme) => {
    const { svg } = drawn(theme);
    expect(svg).not.toContain('var(--');
    expect(svg).toContain(`fill="${palette(tokens, theme).get('--paper') ?? ''}"`);
    expect(palette(tokens, 'dark').get('--paper')).not.toBe(palette(tokens, 'light').get('--paper'));
  });
  it('refers to nothing outside and is well formed', () => {
    const { svg } = drawn('light');
    expect(svg).not.toMatch(/href|url\(|<image|<style|<script|<foreignObject|&nbsp;/);
    expect(parseDocument(svg, { xmlMode: true }).children).toHaveLength(1);
  });
  it('says title, unit, filters, sources with hash, release and address', () => {
    const { svg, table } = drawn('light');
    const words = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('');
    for (const said of [table.unit, table.release, '从高到低', '导出日期', 'SHA-256'])
      expect(words).toContain(said);
    expect(words.replaceAll('&amp;', '&')).toContain(table.link);
  });
  it.each(['zh', 'en'] as const)('keeps every line of %s inside the picture', (lang) => {
    const { svg, width, height } = drawn('light', lang);
    for (const [, y = '', size = '', text = ''] of svg.matchAll(
      /<text x="28" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)/g,
    )) {
      expect(textWidth(text.replaceAll('&amp;', '&'), Number(size))).toBeLessThanOrEqual(width - 56);
      expect(Number(y)).toBeLessThan(height);
    }
  });
});
