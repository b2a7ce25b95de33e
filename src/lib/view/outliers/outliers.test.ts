import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import { Decimal } from '../../core/money/index.ts';
import { METRICS } from '../../data/metrics/index.ts';
import type { Answers } from '../../data/answers.ts';
import type { LineItem } from '../../data/metrics/line-items.ts';
import { comparisonInput } from '../comparison/index.ts';
import { SAMPLE_METRICS } from '../comparison/sample-metrics.ts';
import { defaultState } from '../state.ts';
import { explainGap } from './explain.ts';
import { gapSteps } from './gap.ts';
import { standingsOf } from './standing.ts';
import type { Standing, Standings } from './standing.ts';

const { staffCost, projectShare } = SAMPLE_METRICS;

function standings(metric: typeof staffCost, answers: Answers = sampleAnswers()): Standings {
  const found = standingsOf(defaultState(metric.id), comparisonInput(answers, metric), '');
  if (!found) throw new Error('fewer than three values');
  return found;
}

/** As many agencies as there are values, each with this project share. */
function withShares(...values: string[]): Answers {
  const answers = structuredClone(sampleAnswers());
  const [agency] = answers.agencies;
  const row = answers.rows['project-share'].find(({ variant, value }) => variant === 'all' && value !== null);
  if (!agency || !row) throw new Error('the invented data set is empty');
  answers.agencies = values.map((_, at) => ({ ...agency, agency_id: `n${at}` }));
  answers.documents = answers.documents.slice(0, 1).flatMap((document) =>
    values.map((_, at) => ({
      ...document,
      agency_id: `n${at}`,
      document_id: `d${at}`,
      fiscal_year: row.fiscal_year,
    })),
  );
  answers.rows['project-share'] = values.map((value, at) => ({
    ...row,
    agency_id: `n${at}`,
    document_id: `d${at}`,
    value,
    low: value,
    high: value,
  }));
  return answers;
}

describe('who stands out', () => {
  it('is the first or the last of fewer than eight, without a score', () => {
    const { entries } = standings(projectShare);
    expect(entries).toHaveLength(5);
    expect(entries.every(({ mads }) => mads === null)).toBe(true);
    expect(entries.map(({ outlier }) => outlier)).toEqual([true, false, false, false, true]);
  });
  it('is nobody whose interval meets the median’s, or who shares the rank', () => {
    const { entries } = standings(staffCost);
    expect(entries.filter(({ outlier }) => outlier).map(({ agency }) => agency.agency_id)).toEqual([
      'binghe-ybj',
    ]);
  });
  it('is counted in MADs from eight on', () => {
    const { entries } = standings(projectShare, withShares('9', '10', '11', '12', '13', '14', '15', '60'));
    expect(entries[0]?.mads?.toFixed(2)).toBe('23.75');
    expect(entries.filter(({ outlier }) => outlier).map(({ agency }) => agency.agency_id)).toEqual(['n7']);
    const even = standings(projectShare, withShares('9', '10', '11', '12', '13', '14', '15', '20'));
    expect(even.entries.some(({ outlier }) => outlier)).toBe(false);
    const same = standings(projectShare, withShares('5', '5', '5', '5', '5', '5', '5', '60'));
    expect(same.entries[0]).toMatchObject({ mads: null, outlier: false });
  });
  it('takes one agency, or two, for the middle', () => {
    expect(standings(projectShare).middle).toHaveLength(1);
    expect(standings(projectShare, withShares('1', '2', '3', '4')).middle).toHaveLength(2);
  });
});

describe('what makes the gap', () => {
  const part = fc.record({
    id: fc.stringMatching(/^30[1-3][0-9]{2}$/),
    label: fc.constant('x'),
    value: fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map((cents) => new Decimal(cents).div(700)),
  });
  it('sums to it exactly, whatever the parts', () => {
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 20 }),
        fc.array(fc.array(part, { maxLength: 20 }), { minLength: 1, maxLength: 2 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        (own, middle, cents) => {
          const gap = new Decimal(cents).div(100);
          const total = gapSteps(gap, own, middle).reduce(
            (sum, { value }) => sum.plus(value),
            new Decimal(0),
          );
          expect(total.eq(gap)).toBe(true);
        },
      ),
    );
  });
  it('is lines of the finest class that both sides publish', () => {
    const found = standings(staffCost);
    const [entry] = found.entries.slice(-1);
    if (!entry) throw new Error('nobody');
    const line = (row: { document_id: string }, code: string, amount: string): LineItem =>
      lineOf(row, 'basic', code, amount, code);
    const sides = [entry, ...found.middle].map(({ row }) => row);
    const coarse = sides.map((row) => line(row, '301', row.numerator ?? '0'));
    expect(idsOf(found, entry, coarse)).toEqual(['301']);
    const fine = [...coarse, ...sides.map((row) => line(row, '30101', String(Number(row.numerator) - 10)))];
    expect(idsOf(found, entry, fine)).toContain('open');
    expect(explainGap(found, entry, [], 'zh')).toBeNull();
    const other = sides.map((row) => line(row, '301', '1000'));
    expect(explainGap(found, entry, other, 'zh')).toBeNull();
  });
  it('is what the shares are short of, where one side may be short of nothing', () => {
    const found = shared('reconciliation', ['100', '98', '90']);
    const [, middle, last] = found.entries;
    if (!middle || !last) throw new Error('nobody');
    const lines = [
      lineOf(middle.row, 'broken', 'balance', '-2'),
      lineOf(last.row, 'broken', 'balance', '-4'),
      lineOf(last.row, 'broken', 'code-total', '-6'),
    ];
    const explained = explainGap(found, last, lines, 'en');
    expect(explained?.steps.map(({ id, value }) => [id, value.toFixed()])).toEqual([
      ['code-total', '-6'],
      ['balance', '-2'],
    ]);
    expect(explained?.note).toContain('percentage points of the checks');
    const [first] = found.entries;
    expect(first && explainGap(found, first, lines, 'en')?.steps.map(({ value }) => value.toFixed())).toEqual(
      ['2'],
    );
  });
  it('is the agency’s own changes where the middle states none, from the source that leaves least open', () => {
    const found = shared('budget-change', ['200', '-3', '-5']);
    const [first] = found.entries;
    if (!first) throw new Error('nobody');
    const lines = [
      lineOf(first.row, 'change-by-function', '210', '120', '卫生健康支出'),
      lineOf(first.row, 'change-by-nature', 'project', '190'),
      lineOf(first.row, 'change-by-nature', 'basic', '10'),
    ];
    expect(
      explainGap(found, first, lines, 'zh')?.steps.map(({ label, value }) => [label, value.toFixed()]),
    ).toEqual([
      ['项目支出', '190'],
      ['基本支出', '10'],
      ['', '3'],
    ]);
    const byClass = [...lines, lineOf(first.row, 'change-by-function', '221', '80', '住房保障支出')];
    expect(idsOf(found, first, byClass)).toEqual(['210', '221', 'middle']);
  });
});

function idsOf(found: Standings, entry: Standing, lines: readonly LineItem[]): string[] | undefined {
  return explainGap(found, entry, lines, 'zh')?.steps.map(({ id }) => id);
}

function lineOf(
  { document_id }: { document_id: string },
  table: LineItem['table'],
  code: string,
  amount: string,
  label = '',
): LineItem {
  return { document_id, table, code, label, amount };
}

/** Agencies with these percentages of 100. */
function shared(metric: 'reconciliation' | 'budget-change', values: readonly string[]): Standings {
  const answers = withShares(...values);
  const variant = defaultState(metric).variant;
  answers.rows[metric] = answers.rows['project-share'].map((row) => ({
    ...row,
    variant,
    denominator: '100',
  }));
  const found = standingsOf(defaultState(metric), comparisonInput(answers, METRICS[metric]), '');
  if (!found) throw new Error('fewer than three values');
  return found;
}
