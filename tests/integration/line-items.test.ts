import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/lib/data/engine/engine.ts';
import { openNativeEngine } from '../../src/lib/data/engine/native.node.ts';
import { DATASET_TABLES, encodeRows, TABLES } from '../../src/lib/data/arrow/index.ts';
import { loadAnswers, loadEngine } from '../../src/lib/data/answers.node.ts';
import { loadLineItems } from '../../src/lib/data/metrics/line-items.ts';
import type { LineItem } from '../../src/lib/data/metrics/line-items.ts';
import { METRICS } from '../../src/lib/data/metrics/index.ts';
import type { MetricId } from '../../src/lib/data/metrics/index.ts';
import { Decimal } from '../../src/lib/core/money/index.ts';
import { comparisonInput } from '../../src/lib/view/comparison/index.ts';
import { explainGap } from '../../src/lib/view/outliers/explain.ts';
import { standingsOf } from '../../src/lib/view/outliers/standing.ts';
import { defaultState } from '../../src/lib/view/state.ts';
import { claim, datasetOf, document, fact, table } from '../support/small-dataset.ts';

const FUNCTIONS = 'general-by-function';
const line = (id: string, code: string, year: number, yuan: string) =>
  fact('a', 't1', FUNCTIONS, id, yuan, {
    axis: 'function',
    code,
    label: `类 ${code}`,
    fiscal_year: year,
    row: Number(code),
  });
const total = (id: string, year: number, yuan: string) =>
  fact('a', 't1', FUNCTIONS, id, yuan, { fiscal_year: year });

const DATASET = datasetOf({
  agencies: [],
  documents: [
    document('a', 'alpha', 2024),
    document('b', 'beta', 2024),
    document('c-2023', 'gamma', 2023),
    document('c', 'gamma', 2024),
    document('d', 'delta', 2024),
  ],
  tables: [
    table('a', 't1', FUNCTIONS),
    table('a', 't2', 'procurement'),
    table('c', 't1', FUNCTIONS),
    table('d', 't1', 'performance-overall'),
  ],
  facts: [
    // 208 up by 20, 210 new with 50, 221 gone with 30: together the 40 of the total
    line('f1', '208', 2023, '100.00'),
    line('f2', '208', 2024, '120.00'),
    line('f3', '210', 2024, '50.00'),
    line('f4', '221', 2023, '30.00'),
    total('f5', 2023, '130.00'),
    total('f6', 2024, '170.00'),
    // catalogue letters, in brackets and without; a name that begins with a letter is no class of the catalogue
    ...[
      ['A05010201办公桌', '7.00'],
      ['[A02010105]台式计算机', '3.00'],
      ['C-服务', '5.00'],
      ['CT机维护', '9.00'],
    ].map(([label = '', yuan = ''], at) =>
      fact('a', 't2', 'procurement', `p${at}`, yuan, {
        axis: 'procurement',
        label,
        row: at,
        fiscal_year: 2024,
      }),
    ),
    // last year's own document, whose classes do not add up to its total: what stands in one year only is left out
    ...['c-2023', 'c'].flatMap((id, at) => [
      fact(id, 't1', FUNCTIONS, 'f1', at ? '300.00' : '200.00', {
        axis: 'function',
        code: '210',
        label: '卫生',
        row: 1,
      }),
      fact(id, 't1', FUNCTIONS, 'f2', at ? '900.00' : '500.00', { row: 9 }),
    ]),
    fact('c', 't1', FUNCTIONS, 'f3', '40.00', { axis: 'function', code: '208', label: '社保', row: 2 }),
  ],
  claims: [
    claim('b', 'L1', 'function:2101501', '-500.00', { measure: 'change' }),
    claim('b', 'L2', 'basic', '200.00', { measure: 'change' }),
    claim('b', 'L3', 'project', '-700.00', { measure: 'change' }),
    claim('b', 'L4', 'procurement-services', '80.00', { of: 'procurement' }),
    // of last year: no part of this year's procurement
    claim('b', 'L5', 'procurement-goods', '60.00', { of: 'procurement', fiscal_year: 2023 }),
  ],
  checks: (['broken', 'broken', 'exact'] as const).map((status, at) => ({
    document_id: 'd',
    check_id: `k${at}`,
    rule: 'balance',
    status,
    facts: [],
    claims: [],
  })),
  indicators: [true, false, false].map((quantitative, at) => ({
    document_id: 'd',
    indicator_id: `i${at}`,
    scope: 'overall',
    horizon: 'annual',
    level1: '产出指标',
    level2: '质量指标',
    quantitative,
  })),
});

describe('the lines behind a figure', () => {
  let engine: Engine;
  let lines: LineItem[];
  beforeAll(async () => {
    engine = await openNativeEngine();
    for (const name of DATASET_TABLES)
      await engine.load(name, encodeRows(TABLES[name].columns, DATASET[name]));
    lines = await loadLineItems(engine);
  });
  afterAll(() => engine.close());

  const of = (documentId: string, name: string): Record<string, string> =>
    Object.fromEntries(
      lines
        .filter((entry) => entry.document_id === documentId && entry.table === name)
        .map(({ code, amount }) => [code, amount]),
    );

  it('are changes of classes, new and gone ones too where the sum bears them out', () => {
    expect(of('a', 'change-by-function')).toEqual({ '208': '20', '210': '50', '221': '-30' });
  });
  it('leave out a class of one year only where the sum does not', () => {
    expect(of('c', 'change-by-function')).toEqual({ '210': '100' });
  });
  it('are changes that the narrative states, where no table has both years', () => {
    expect(of('b', 'change-by-function')).toEqual({ '2101501': '-500' });
    expect(of('b', 'change-by-nature')).toEqual({ basic: '200', project: '-700' });
  });
  it('are procurement by kind, from the narrative or from the letters of the catalogue', () => {
    expect(of('a', 'procurement')).toEqual({ 'procurement-goods': '10', 'procurement-services': '5' });
    expect(of('b', 'procurement')).toEqual({ 'procurement-services': '80' });
  });
  it('are what a share is short of', () => {
    expect(of('d', 'broken')).toEqual({ balance: '-2' });
    expect(of('d', 'not-quantitative')).toEqual({ quality: '-2' });
    expect(of('d', 'not-published')).toMatchObject({ staff: '-1', 'budget-summary': '-1' });
    expect(of('d', 'not-published')).not.toHaveProperty('performance-overall');
  });
});

/** How many agencies of the shipped data at least have a figure whose distance from the median can be taken apart. */
const TAKEN_APART: [metric: MetricId, variant: string | null, least: number][] = [
  ['procurement-share', null, 8],
  ['budget-change', null, 5],
  ['disclosure-completeness', null, 6],
  ['reconciliation', null, 10],
  ['indicator-coverage', 'quantitative', 8],
];

describe('gaps of the shipped data', () => {
  it.each(TAKEN_APART)('%s: steps that sum to the gap', async (metric, variant, least) => {
    const answers = await loadAnswers();
    const { engine } = await loadEngine();
    const lines = await loadLineItems(engine);
    const state = { ...defaultState(metric), ...(variant === null ? {} : { variant }) };
    const standings = standingsOf(state, comparisonInput(answers, METRICS[metric]), '');
    if (!standings) throw new Error(`${metric} has no median`);
    const gaps = standings.entries.flatMap((entry) => {
      const explained = explainGap(standings, entry, lines, 'zh');
      return explained ? [{ entry, steps: explained.steps }] : [];
    });
    expect(gaps.length).toBeGreaterThanOrEqual(least);
    for (const { entry, steps } of gaps) {
      const sum = steps.reduce((all, { value }) => all.plus(value), new Decimal(0));
      expect(sum.toFixed()).toBe(entry.measured.value.minus(standings.median.value).toFixed());
      for (const { id, label } of steps.filter((step) => !['rest', 'open', 'middle'].includes(step.id)))
        expect(label, id).toMatch(/\p{Script=Han}/u);
    }
  });
});
