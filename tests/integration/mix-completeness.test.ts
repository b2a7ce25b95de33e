import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeRows } from '../../src/lib/data/arrow/index.ts';
import { DATASET_TABLES, TABLES } from '../../src/lib/data/arrow/tables.ts';
import type { Engine } from '../../src/lib/data/engine/engine.ts';
import { openNativeEngine } from '../../src/lib/data/engine/native.node.ts';
import { METRICS, runMetric } from '../../src/lib/data/metrics/index.ts';
import type { MetricRow } from '../../src/lib/data/metrics/types.ts';
import { datasetOf, document, fact, type Cells } from '../support/small-dataset.ts';

type Statement = 'expenditure-summary' | 'general-by-function';

/** A table by functional class: its total and what it lists, in yuan. */
function table(
  id: string,
  statement: Statement,
  total: number,
  classes: Record<string, number>,
): Cells<'facts'>[] {
  const amount = (yuan: number): string => `${yuan}.00`;
  return [
    fact('lake', id, statement, 'total', amount(total)),
    ...Object.entries(classes).map(([code, yuan], index) =>
      fact('lake', id, statement, code, amount(yuan), {
        axis: 'function',
        code,
        label: code,
        level: 1,
        row: index + 1,
      }),
    ),
  ];
}

describe('a mix whose classes don’t add up to the total', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNativeEngine();
  });
  afterAll(() => engine.close());

  async function mixOf(facts: Cells<'facts'>[]): Promise<Map<string, MetricRow>> {
    const rows = datasetOf({ documents: [document('lake', 'lake', 2025)], facts });
    for (const name of DATASET_TABLES) await engine.load(name, encodeRows(TABLES[name].columns, rows[name]));
    const answers = await runMetric(engine, METRICS['function-mix']);
    return new Map(answers.filter(({ variant }) => variant === 'class').map((row) => [row.item, row]));
  }
  const interval = (row: MetricRow | undefined): number[] => [Number(row?.low), Number(row?.high)];

  it('is taken from another table that lists all', async () => {
    const mix = await mixOf([
      ...table('t1', 'expenditure-summary', 1000, { 205: 80, 210: 200 }),
      ...table('t2', 'general-by-function', 1000, { 205: 80, 210: 920 }),
    ]);
    expect(mix.get('210')?.value).toBe('92');
    expect(interval(mix.get('210'))[0]).toBeGreaterThan(91.9);
  });
  it('stays with the table of all funds where both list all', async () => {
    const mix = await mixOf([
      ...table('t1', 'expenditure-summary', 1000, { 205: 100, 210: 900 }),
      ...table('t2', 'general-by-function', 500, { 205: 100, 210: 400 }),
    ]);
    expect(mix.get('210')?.value).toBe('90');
  });
  it('leaves open by how much each class may be larger, where no table lists all', async () => {
    const mix = await mixOf(table('t1', 'expenditure-summary', 1000, { 205: 100, 210: 200 }));
    expect(mix.get('210')?.value).toBe('20');
    const [low = 0, high = 0] = interval(mix.get('210'));
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(89.9);
  });
  it('says of no class that it is the smaller one, unless the missing lines can’t change it', async () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    await fc.assert(
      fc.asyncProperty(amount, amount, amount, async (a, b, unlisted) => {
        const mix = await mixOf(table('t1', 'expenditure-summary', a + b + unlisted, { 205: a, 210: b }));
        const [first, second] = [interval(mix.get('205')), interval(mix.get('210'))];
        const apart = (first[1] ?? 0) < (second[0] ?? 0) || (second[1] ?? 0) < (first[0] ?? 0);
        if (apart) expect(Math.abs(a - b)).toBeGreaterThan(unlisted);
      }),
      { numRuns: 25 },
    );
  });
});
