import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../../tests/support/sample-answers.ts';
import { comparisonInput } from '../../comparison/index.ts';
import { SAMPLE_METRICS } from '../../comparison/sample-metrics.ts';
import { scatterOf } from '../../scatter/scatter.ts';
import type { ScatterState } from '../../scatter/state.ts';
import { formatDecimal } from '../../comparison/figures.ts';
import { scatterTable } from './explore.ts';

const STATE = {
  x: 'project-share',
  xVariant: 'all',
  y: 'staff-cost-per-head',
  yVariant: 'personnel',
  peers: null,
  release: null,
  own: [],
} satisfies ScatterState;

describe('two metrics together as a table', () => {
  const answers = sampleAnswers();
  const inputs = {
    x: comparisonInput(answers, SAMPLE_METRICS.projectShare),
    y: comparisonInput(answers, SAMPLE_METRICS.staffCost),
  };
  const scatter = scatterOf(STATE, inputs, 'zh');
  const table = scatterTable(
    scatter,
    STATE,
    { documents: answers.documents, peerNames: {}, peers: 'all' },
    { lang: 'zh', release: 'r1', site: 'https://example.org', path: '/compare?v=1', retrieved: '2026-11-27' },
  );

  it('has every point exact, with the cells behind it', () => {
    scatter.points.forEach((point, row) => {
      const [agency, x, xYear, y] = table.rows[row] ?? [];
      expect(agency?.value).toBe(point.name);
      expect(xYear?.value).toBe(String(point.x.year));
      for (const [cell, side, column] of [
        [x, point.x, table.columns[1]],
        [y, point.y, table.columns[3]],
      ] as const) {
        expect(formatDecimal(cell?.value ?? '', column?.decimals ?? 0)).toBe(side.text);
        expect(cell?.proof?.refs.length).toBeGreaterThan(0);
      }
    });
  });

  it('says who is missing and why, units, filters and sources', () => {
    expect(table.rows).toHaveLength(scatter.points.length + scatter.missing.length);
    expect(table.rows.at(-1)?.[1]).toEqual({ value: null, absent: scatter.missing.at(-1)?.text });
    expect(table.columns.map(({ unit }) => unit)).toEqual([
      undefined,
      scatter.x.unitLabel,
      undefined,
      scatter.y.unitLabel,
      undefined,
    ]);
    expect(table.filters[0]).toEqual({ name: '比较范围', value: '全部机构' });
    expect(table.sources.map(({ documentId }) => documentId)).toEqual(scatter.documentIds);
  });
});
