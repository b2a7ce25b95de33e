import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AXES,
  checkSchema,
  FUNDS,
  ITEMS,
  MEASURES,
  STATEMENTS,
  type ExtractResult,
} from '../model/extract.ts';
import { CHECK_RULES, checkExtract } from './index.ts';
import { claim, fact, input, YEAR } from './judge/invented.ts';

describe('every check', () => {
  const fuzzed = fc.record({
    row: fc.integer({ min: 0, max: 12 }),
    column: fc.integer({ min: 0, max: 4 }),
    table_id: fc.constantFrom('t1', 't2', null),
    statement: fc.constantFrom(...STATEMENTS),
    axis: fc.constantFrom(...AXES),
    code: fc.constantFrom(null, '208', '20805', '2080505', '301', '30101', '501', '50101', 'x', ''),
    gov_code: fc.constantFrom(null, '50101', '5'),
    unit_code: fc.constantFrom(null, '101', '101001', ''),
    project: fc.constantFrom(null, '甲', ''),
    label: fc.constantFrom('', '合计', '本年支出合计', '支出总计', '一、部门预算', '上年结转', '其中：'),
    flow: fc.constantFrom('income', 'expenditure'),
    measure: fc.constantFrom(...MEASURES),
    fund: fc.constantFrom(...FUNDS),
    item: fc.constantFrom(null, ...ITEMS),
    fiscal_year: fc.constantFrom(YEAR, YEAR - 1, null),
    unit: fc.constantFrom('元', '万元', '%', null),
    raw: fc.constantFrom('', '—', '0.00', '1', '99.95', '-3.2', '1,234,567.8'),
    is_total: fc.boolean(),
    quantity: fc.constantFrom(null, '3', 'NaN'),
    decimals: fc.constantFrom(null, 0, 2),
    column_label: fc.constantFrom('', '合计', '本年收入 / 小计', '其中：专项', '决算数'),
  });
  const stated = fc.record({
    subject: fc.constantFrom(
      'total-expenditure',
      'basic',
      'function:208',
      'three-public',
      'project:甲',
      'other',
      ':',
    ),
    measure: fc.constantFrom('amount', 'change', 'percent', 'count'),
    of: fc.constantFrom(null, 'total-expenditure', 'function:208'),
    raw: fc.constantFrom('1 万元', '0 元', '5%', '9'),
    fiscal_year: fc.constantFrom(YEAR, YEAR - 1, null),
  });
  it('fits the contract, has an id of its own, and comes out the same twice, whatever the facts', () => {
    fc.assert(
      fc.property(
        fc.array(fuzzed, { maxLength: 40 }),
        fc.array(stated, { maxLength: 8 }),
        (facts, claims) => {
          const document: Omit<ExtractResult, 'schema' | 'checks' | 'issues'> = input({
            facts: facts.map(({ raw, ...fields }) => fact(raw, fields as Parameters<typeof fact>[1])),
            claims: claims.map(({ raw, subject, ...fields }, index) =>
              claim(raw, subject, { ...(fields as object), locator: `L${index}` }),
            ),
          });
          const checks = checkExtract(document);
          for (const check of checks) {
            expect(() => checkSchema.parse(check)).not.toThrow();
            expect(check.check_id).toMatch(/^[\x21-\x7e]+$/);
            expect(check.text).not.toBe('');
            expect(check.text_en).not.toBe('');
            expect(check.finding === null).toBe(check.status !== 'broken');
            if (check.weights.length > 0) expect(check.weights).toHaveLength(check.facts.length);
          }
          expect(new Set(checks.map((check) => check.check_id)).size).toBe(checks.length);
          expect(checkExtract(document)).toEqual(checks);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
  it('belongs to a rule that says what it means, in both languages', () => {
    for (const rule of CHECK_RULES) {
      expect(
        [rule.name.zh, rule.name.en, rule.meaning.zh, rule.meaning.en].every((text) => text !== ''),
      ).toBe(true);
    }
    expect(new Set(CHECK_RULES.map((rule) => rule.id)).size).toBe(CHECK_RULES.length);
  });
  it('of a long document takes time in proportion to it', () => {
    const long = (count: number) =>
      input({
        facts: Array.from({ length: count }, (_, i) =>
          fact('1.00', {
            row: i,
            column: 1,
            code: `2${String(10 + (i % 20))}${i % 3 === 0 ? '' : '01'}`,
            table_id: `t${i % 50}`,
          }),
        ),
      });
    checkExtract(long(500));
    const time = (count: number) => {
      const from = performance.now();
      checkExtract(long(count));
      return performance.now() - from;
    };
    expect(time(20_000)).toBeLessThan(time(2_000) * 60);
  }, 60_000);
});
