import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExtract } from '../../core/checks/index.ts';
import { fact as figure, input, total } from '../../core/checks/judge/invented.ts';
import { TABLES, withDerived } from '../arrow/index.ts';
import { sampleRow } from '../arrow/sample-rows.ts';
import type { DocumentRows, RowOf } from '../arrow/index.ts';
import { applyCorrections, parseCorrections } from './corrections.ts';
import { formatRows, parseRows } from './csv.ts';
import { compareNaturally } from './natural-order.ts';
import { withoutProse } from './prose.ts';

const EMPTY: DocumentRows = {
  documents: [],
  tables: [],
  facts: [],
  headcounts: [],
  claims: [],
  indicators: [],
  checks: [],
  issues: [],
};

describe('CSV', () => {
  const columns = TABLES.headcounts.columns;
  const row = {
    headcount_id: 'L1',
    locator: 'L1',
    as_of: null,
    kind: 'on-board',
    category: 'total',
    count: 59,
    raw: '59 人',
  };
  it('is UTF-8 lines with a header, absent values empty', () => {
    expect(formatRows(columns, [row])).toBe(
      'headcount_id,locator,as_of,kind,category,count,raw\nL1,L1,,on-board,total,59,59 人\n',
    );
  });
  it('comes back as it went, whatever the text', { timeout: 30_000 }, () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((value) => value.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(text, fc.constantFrom(null, '2023-12-31', '=1+1', '"', ',;'), (raw, as_of) => {
        const given = { ...row, raw, as_of };
        expect(parseRows(columns, formatRows(columns, [given]), 'f')).toEqual([given]);
      }),
    );
  });
  it.each([
    ['another header', 'a,b\n1,2\n', /columns are a,b/],
    ['a row too short', 'headcount_id,locator,as_of,kind,category,count,raw\nL1,L1\n', /row 2: 2 cells/],
    [
      'a number that is none',
      'headcount_id,locator,as_of,kind,category,count,raw\nL1,L1,,on-board,total,viele,x\n',
      /count is viele/,
    ],
    [
      'a number missing',
      'headcount_id,locator,as_of,kind,category,count,raw\nL1,L1,,on-board,total,,x\n',
      /count is empty/,
    ],
  ])('refuses %s, saying where', (_, csv, message) =>
    expect(() => parseRows(columns, csv, 'f')).toThrow(message),
  );
});

describe('natural order', () => {
  it('counts where ids have numbers', () => {
    expect(['t10.r1', 't2.r10', 't2.r9', 't2', 'a'].sort(compareNaturally)).toEqual([
      'a',
      't2',
      't2.r9',
      't2.r10',
      't10.r1',
    ]);
  });
  it('is an order', () => {
    const id = fc.stringMatching(/^[a-c0-9.]{0,6}$/);
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
        if (a === b) expect(compareNaturally(a, b)).toBe(0);
      }),
    );
  });
});

describe('withoutProse', () => {
  const sentence = '甲乙丙丁'.repeat(12);
  it('cuts sentences and keeps labels', () => {
    const rows = withoutProse({
      ...EMPTY,
      indicators: [sampleRow('indicators', { level3: '群众满意度', target_raw: sentence })],
    });
    expect(rows.indicators[0]).toMatchObject({
      level3: '群众满意度',
      target_raw: `${sentence.slice(0, 22)}…`,
    });
  });
  it('keeps sentences of ours whole and cuts what they quote', () => {
    const ours = `表“${sentence}”各列是资金来源而不是支出用途，按支出（分资金来源）归类，这一句很长，长过一个标签的长度。`;
    const [issue] = withoutProse({ ...EMPTY, issues: [sampleRow('issues', { text: ours })] }).issues;
    expect(issue?.text).toBe(ours.replace(sentence, `${sentence.slice(0, 22)}…`));
    const nested = '表“公共预算“三公”经费表”没有写明单位';
    expect(withoutProse({ ...EMPTY, issues: [sampleRow('issues', { text: nested })] }).issues[0]?.text).toBe(
      nested,
    );
  });
  it.each([
    ['预算收入1040.7 万元，其中', '1040.7 万元'],
    ['下降61.40%', '61.40%'],
    ['与上年持平', '持平'],
    ['减少2,320.5元', '2,320.5元'],
  ])('of %j keeps %j', (raw, kept) => {
    expect(withoutProse({ ...EMPTY, claims: [sampleRow('claims', { raw })] }).claims[0]?.raw).toBe(kept);
  });
  it('makes a reason a few words', () => {
    const [claim] = withoutProse({
      ...EMPTY,
      claims: [sampleRow('claims', { raw: '1', reason: '甲乙丙丁'.repeat(5) })],
    }).claims;
    expect(String(claim?.reason).length).toBeLessThan(20);
  });
});

describe('corrections', () => {
  const fact: Partial<RowOf<'facts'>> = {
    fact_id: 't1.a',
    raw: '24.00',
    unit: '万元',
    yuan: '240000.00',
    decimals: 2,
    status: 'reported',
  };
  const rows = withDerived('a-2024', { ...EMPTY, facts: [fact, { ...fact, fact_id: 't1.b' }] });
  const csv =
    'document_id,fact_id,raw,reason,date\na-2024,t1.a,25.0,misprint,2026-01-01\nb-2024,t1.b,9,other,2026-01-01\n';
  it('put the right figure in place, marked, in its own unit', () => {
    const [first, second] = applyCorrections('a-2024', rows, parseCorrections(csv)).facts;
    expect(first).toMatchObject({
      raw: '25.0',
      yuan: '250000.00',
      yuan_text: '250000.00',
      slack_yuan: '500',
      corrected: true,
    });
    expect(second).toMatchObject({ raw: '24.00', corrected: false });
  });
  it('leave the amounts beside them as they are, even those with more decimals than SQL holds', () => {
    const exact = { ...fact, fact_id: 't1.c', yuan: '812345.678', decimals: 7 };
    const more = withDerived('a-2024', { ...EMPTY, facts: [fact, exact] });
    const [, beside] = applyCorrections('a-2024', more, parseCorrections(csv)).facts;
    expect(beside).toMatchObject({ yuan: null, yuan_text: '812345.678', slack_yuan: '0.0005' });
  });
  it('are none in an empty file', () => expect(parseCorrections('')).toEqual([]));
  it('leave a figure alone that would become none', () => {
    const broken = parseCorrections(csv.replace('25.0', '二十五'));
    expect(applyCorrections('a-2024', rows, broken).facts[0]).toMatchObject({
      raw: '24.00',
      corrected: false,
    });
  });
  describe('and the checks', () => {
    const facts = [
      total('100.00', { row: 1, fact_id: 't1.total.1', code: null }),
      figure('60.00', { row: 2, fact_id: 't1.208.1', code: '208', label: '社会保障', level: 1 }),
      figure('41.00', { row: 3, fact_id: 't1.210.1', code: '210', label: '卫生健康', level: 1 }),
    ];
    const extract = input({ facts });
    const extra: Partial<RowOf<'checks'>> = {
      check_id: 'from-the-file',
      rule: 'form-money',
      status: 'broken',
      expected_yuan: '41.00',
      actual_yuan: '40.00',
      gap_yuan: '1.00',
      slack_yuan: '0',
      facts: ['t1.210.1'],
      weights: [1],
      claims: [],
      finding: 'from-the-file',
      text: '不符。',
      text_en: 'Broken.',
    };
    const { document, ...parts } = extract;
    const before = withDerived('invented', {
      ...EMPTY,
      documents: [{ ...document, document_id: 'invented' }],
      ...(parts as unknown as Pick<DocumentRows, 'tables' | 'facts'>),
      checks: [...checkExtract(extract).map((check) => ({ ...check })), extra],
    });
    const corrected = (raw: string): DocumentRows =>
      applyCorrections(
        'invented',
        before,
        parseCorrections(
          `document_id,fact_id,raw,reason,date\ninvented,t1.210.1,${raw},misread,2026-01-01\n`,
        ),
      );
    const statusOf = (rows: DocumentRows, id: string): unknown =>
      rows.checks.find((check) => check.check_id === id)?.['status'];
    const sum = String(before.checks.find((check) => check.rule === 'code-total')?.['check_id']);

    it('that a corrected figure takes part in are made anew', () => {
      expect(statusOf(before, sum)).toBe('broken');
      expect(statusOf(corrected('40.00'), sum)).toBe('exact');
      expect(statusOf(corrected('42.00'), sum)).toBe('broken');
    });
    it('that only the file can answer say so', () => {
      expect(statusOf(corrected('40.00'), 'from-the-file')).toBe('unchecked');
    });
    it('stay where nothing was corrected', () => {
      expect(corrected('二十').checks).toEqual(before.checks);
    });
  });
});
