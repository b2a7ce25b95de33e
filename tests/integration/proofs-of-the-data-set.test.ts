import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/lib/data/metrics/index.ts';
import type { MetricId, MetricRow } from '../../src/lib/data/metrics/types.ts';
import { readPackage } from '../../src/lib/data/package/read.node.ts';
import { proofOf } from '../../src/lib/data/proof.ts';
import type { ProofData } from '../../src/lib/data/proof.ts';
import { proofPanel } from '../../src/lib/view/proof/index.ts';
import { fileOf } from '../e2e/site';

const BUILT = existsSync('build/index.html');
if (!BUILT) console.warn('skipped: the pages as built are not there (npm run build)');

/** The four comparisons of the home page. */
const HOME: MetricId[] = ['staff-cost-per-head', 'project-share', 'three-public', 'indicator-coverage'];
const rows = readPackage('datasets');
const proofs = new Map<string, ProofData>(
  rows.documents.flatMap(({ document_id }) => {
    const id = document_id;
    const proof = proofOf(rows, id, { release: 'r', corrections: [], rules: [] });
    return proof ? [[id, proof]] : [];
  }),
);

/** Amounts straight from the CSV files, by document and reference. */
const AMOUNTS = new Map<string, string>();
for (const id of proofs.keys()) {
  for (const [file, key, prefix, amounts] of [
    ['facts', 'fact_id', '', ['yuan', 'quantity']],
    ['claims', 'claim_id', 'claim:', ['yuan', 'value']],
    ['headcounts', 'headcount_id', 'headcount:', ['count']],
  ] as const) {
    const lines = parse<Record<string, string>>(
      readFileSync(`datasets/documents/${id}/${file}.csv`, 'utf8'),
      { columns: true },
    );
    for (const line of lines) {
      const amount = amounts.map((name) => line[name]).find((cell) => cell);
      if (amount) AMOUNTS.set(`${id} ${prefix}${line[key] ?? ''}`, amount);
    }
  }
}

describe.skipIf(!BUILT)('every figure of the home page', () => {
  const valued = (metric: MetricId): MetricRow[] =>
    (JSON.parse(readFileSync(`build/answers/${metric}.json`, 'utf8')) as MetricRow[]).filter(
      ({ value }) => value !== null,
    );

  it.each(HOME)('%s: its inputs are all in the data set', (metric) => {
    expect(valued(metric).length).toBeGreaterThan(0);
    for (const row of valued(metric)) {
      const data = proofs.get(row.document_id);
      const panel = data && proofPanel(row, METRICS[metric].unit, data, 'zh');
      expect(panel?.lost, `${row.document_id} ${row.item}`).toEqual([]);
      // A count of nothing has nothing to name.
      const least = metric === 'indicator-coverage' && row.status === 'zero' ? 0 : 1;
      expect(panel?.inputs.length, `${row.document_id} ${row.item}`).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(HOME)(
    '%s: the formula of its panel, worked out from the facts it names, gives the figure',
    (metric) => {
      let formulas = 0;
      for (const row of valued(metric)) {
        const data = proofs.get(row.document_id);
        if (!data) throw new Error(`${row.document_id} is not in the data set`);
        const { arithmetic } = proofPanel(row, METRICS[metric].unit, data, 'zh');
        const sum = (terms: typeof arithmetic.numerator): Decimal =>
          terms.reduce(
            (total, { ref, sign }) =>
              total.plus(new Decimal(AMOUNTS.get(`${row.document_id} ${ref}`) ?? NaN).times(sign)),
            new Decimal(0),
          );
        const what = `${row.document_id} ${row.variant} ${row.item} ${row.fiscal_year}`;
        if (arithmetic.numerator.length > 0) {
          formulas += 1;
          expect(sum(arithmetic.numerator).toFixed(2), what).toBe(
            new Decimal(row.numerator ?? NaN).toFixed(2),
          );
        }
        if (arithmetic.numerator.length > 0 && arithmetic.denominator.length > 0) {
          const scale = METRICS[metric].unit === 'percent' ? 100 : 1;
          const quotient = sum(arithmetic.numerator).div(sum(arithmetic.denominator)).times(scale);
          expect(quotient.toFixed(6), what).toBe(new Decimal(row.value ?? NaN).toFixed(6));
        }
      }
      if (metric !== 'indicator-coverage') expect(formulas).toBe(valued(metric).length);
    },
  );
});

describe.skipIf(!BUILT)('the page of a document', () => {
  it.each([...proofs])('%s holds every figure of the data set once', (id, { facts, claims, headcounts }) => {
    for (const path of [`/documents/${id}`, `/en/documents/${id}`]) {
      const counts = new Map<string, number>();
      const body = readFileSync(fileOf(path), 'utf8').replace(/<script[\s\S]*?<\/script>/g, '');
      for (const [, ref = ''] of body.matchAll(/ data-proof="([^"]+)"/g))
        counts.set(ref, (counts.get(ref) ?? 0) + 1);
      const wanted = [
        ...facts.map(({ fact_id }) => fact_id),
        ...claims.map(({ claim_id }) => `claim:${claim_id}`),
        ...headcounts.map(({ headcount_id }) => `headcount:${headcount_id}`),
      ];
      expect(wanted.filter((ref) => counts.get(ref) !== 1)).toEqual([]);
    }
  });
});
