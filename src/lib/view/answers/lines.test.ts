import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import { sampleRow } from '../../data/arrow/sample-rows.ts';
import { METRICS } from '../../data/metrics/types.ts';
import { answerLines } from './lines.ts';

const answers = sampleAnswers();
const ORDER = ['binghe-ybj-2024', 'jiachuan-ybj-2024'];
const NONE = { facts: [], claims: [], checks: [] };

describe('answerLines', () => {
  const lines = answerLines(answers, NONE, [METRICS['staff-cost-per-head'], METRICS['three-public']], ORDER);

  it('holds the documents asked for, one after the other, every answer once', () => {
    expect([...new Set(lines.map(({ document }) => document))]).toEqual(ORDER);
    const keys = lines.map((line) =>
      [line.document, line.metric, line.variant, line.denominator_kind, line.item, line.fiscal_year].join(),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const rows = [...answers.rows['staff-cost-per-head'], ...answers.rows['three-public']];
    expect(lines).toHaveLength(rows.filter(({ document_id }) => ORDER.includes(document_id)).length);
  });
  it('follows the order of the record, a document’s own year first', () => {
    const [first] = lines.filter(({ document }) => document === 'jiachuan-ybj-2024');
    expect(first).toMatchObject({
      metric: 'staff-cost-per-head',
      variant: 'personnel',
      denominator_kind: 'on-board',
      numerator: '6000000.00',
      denominator: '40',
      value: '150000',
      unit: 'yuan-per-head',
    });
    const public_ = lines.filter(
      ({ metric, document }) => metric === 'three-public' && document === ORDER[1],
    );
    expect(public_.map(({ fiscal_year }) => fiscal_year)).toEqual(
      public_.map(({ fiscal_year }) => fiscal_year).sort((a, b) => b - a),
    );
  });
  it('gives the worst of the checks that an answer’s inputs take part in', () => {
    const row = answers.rows['staff-cost-per-head'].find(
      ({ document_id, variant, denominator_kind }) =>
        document_id === ORDER[1] && variant === 'personnel' && denominator_kind === 'on-board',
    );
    const [fact = ''] = row?.numerator_facts ?? [];
    const check = (id: string, status: 'exact' | 'broken', document_id = ORDER[1]) =>
      sampleRow('checks', { check_id: id, document_id, status, facts: [fact] });
    const verdictWith = (...checks: ReturnType<typeof check>[]): string | undefined =>
      answerLines(answers, { ...NONE, checks }, [METRICS['staff-cost-per-head']], ORDER).find(
        ({ document, variant }) => document === ORDER[1] && variant === 'personnel',
      )?.verdict;
    expect(verdictWith()).toBe('unchecked');
    expect(verdictWith(check('a', 'exact'))).toBe('exact');
    expect(verdictWith(check('a', 'exact'), check('b', 'broken'))).toBe('broken');
    expect(verdictWith(check('b', 'broken', ORDER[0]))).toBe('unchecked');
  });
  it('names the caveats of the documents that they are about', () => {
    const scope = lines.filter(
      ({ metric, caveats }) => metric === 'staff-cost-per-head' && caveats.length > 0,
    );
    expect(scope.length).toBeGreaterThan(0);
    const all = METRICS['staff-cost-per-head'].caveats.map(({ id }) => id);
    for (const { caveats } of scope) for (const id of caveats) expect(all).toContain(id);
    expect(scope.every(({ value }) => value !== null)).toBe(true);
  });
});
