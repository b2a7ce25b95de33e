import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../core/money/index.ts';
import { findSigns } from './arithmetic.ts';
import { pageSketch, proofPanel, sameRow, sayPlace, verdictReader, worst } from './index.ts';
import { anchorOf, cellOfHref, cellPath, cellProofPath, figureKey, rowOfKey } from './reference.ts';
import { sampleCheck, sampleClaim, sampleFact, sampleProof, sampleRow } from './sample-proof.ts';

describe('a place, said to a person', () => {
  it.each([
    ['L467#3', '第 467 行第 4 格', 'line 467, cell 4'],
    ['L12', '第 12 行', 'line 12'],
    ['p12@10,20,30,40', 'PDF 第 12 页', 'PDF page 12'],
    ['表三!B4', '工作表“表三”的 B4 格', 'sheet “表三”, cell B4'],
    ['t2r3c4', '文件中第 2 个表，第 4 行第 5 格', 'table 2 of the file, row 4, cell 5'],
    ['§4', '正文第 4 段', 'paragraph 4'],
    ['f2:p3@10,20,30,40', '第 2 个文件，PDF 第 3 页', 'file 2, PDF page 3'],
    ['somewhere', 'somewhere', 'somewhere'],
  ])('%s', (locator, zh, en) => {
    expect([sayPlace(locator, 'zh'), sayPlace(locator, 'en')]).toEqual([zh, en]);
  });
  it.each([
    ['L5#1', 'L5#9', true],
    ['L5#1', 'L6#1', false],
    ['p1@0,100,20,112', 'p1@60,101,80,113', true],
    ['p1@0,100,20,112', 'p1@60,120,80,132', false],
    ['p1@0,100,20,112', 'p2@60,101,80,113', false],
    ['a!B4', 'a!C4', true],
    ['a!B4', 'b!C4', false],
    ['t1r2c0', 't1r2c7', true],
    ['t1r2c0', 'L2#0', false],
    ['p1@0,100,20,112', 'f2:p1@60,101,80,113', false],
    ['f2:p1@0,100,20,112', 'f2:p1@60,101,80,113', true],
  ])('%s and %s in one row: %s', (a, b, expected) => {
    expect(sameRow(a, b)).toBe(expected);
  });
});

describe('links to figures and cells', () => {
  it('anchors are safe and tell references apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(anchorOf(a)).toMatch(/^at-[A-Za-z0-9._-]*$/);
        if (a === b) expect(anchorOf(a)).toBe(anchorOf(b));
      }),
    );
    expect(anchorOf('claim:L113~2')).not.toBe(anchorOf('claim:L113-2'));
  });
  it('names the cell twice: for scripts and without', () => {
    expect(cellPath('lake-2024', 'headcount:L9')).toBe(
      '/documents/lake-2024?cell=headcount%3AL9#at-headcount_3aL9',
    );
  });
  it('reads document and cell out of an address again, local documents included', () => {
    const ref = 'claim:L113~2';
    expect(cellOfHref(`/en${cellPath('lake-2024', ref)}`)).toEqual({ documentId: 'lake-2024', ref });
    expect(cellOfHref('/documents/local?id=local-0a&cell=t01.a.1#at-t01.a.1')).toEqual({
      documentId: 'local-0a',
      ref: 't01.a.1',
    });
    expect(cellProofPath('lake-2024', 't01.a.1')).toBe(
      '/documents/lake-2024?cell=t01.a.1&proof=1#at-t01.a.1',
    );
    expect(['/documents/lake-2024', '/checks?c=x', ''].map(cellOfHref)).toEqual([null, null, null]);
  });
  it('finds the row that a key means under the view', () => {
    const rows = [
      sampleRow({ variant: 'personnel', denominator_kind: 'on-board', numerator: '1' }),
      sampleRow({ variant: 'personnel', denominator_kind: 'establishment', numerator: '2' }),
      sampleRow({ variant: 'wages', denominator_kind: 'on-board', numerator: '3' }),
    ];
    const [first] = rows;
    const view = { variant: 'personnel', denominator: 'establishment' };
    const key = first ? figureKey(first, view) : '';
    expect(rowOfKey(rows, key, view)?.numerator).toBe('2');
    const other = rows[2] ? figureKey(rows[2], view) : '';
    expect(other).not.toBe(key);
    expect(rowOfKey(rows, other, { ...view, denominator: 'on-board' })?.numerator).toBe('3');
    expect(rowOfKey(rows, 'lake-2020!2020!', { variant: 'personnel', denominator: 'on-board' })).toBeNull();
  });
});

describe('verdicts', () => {
  it.each([
    [['exact', 'broken', 'rounding'], 'broken'],
    [['exact', 'rounding'], 'rounding'],
    [['unchecked', 'exact'], 'exact'],
    [['unchecked'], 'unchecked'],
    [[], 'unchecked'],
  ] as const)('%j is %s', (statuses, expected) => {
    expect(worst(statuses)).toBe(expected);
  });
  it('says that a figure rests on a corrected one', () => {
    const read = verdictReader({ checks: [], claims: [], corrections: [{ fact_id: 't01.a.1' }] });
    expect(read(sampleRow({ numerator_facts: ['t01.a.1', 't01.b.1'] })).corrected).toBe(true);
    expect(read(sampleRow({ numerator_facts: ['t01.b.1'] }))).not.toHaveProperty('corrected');
  });
  it('a sentence with two figures: the amounts say which one a check means', () => {
    const read = verdictReader({
      claims: [
        { claim_id: 'L9', yuan_text: '100.00' },
        { claim_id: 'L9~2', yuan_text: '70.00' },
      ],
      checks: [
        sampleCheck({
          check_id: 'a',
          status: 'broken',
          claims: ['L9'],
          expected_yuan: '90.00',
          actual_yuan: '100.00',
        }),
      ],
    });
    expect(read(sampleRow({ numerator_facts: ['claim:L9'] })).value).toBe('broken');
    expect(read(sampleRow({ numerator_facts: ['claim:L9~2'] })).value).toBe('unchecked');
  });
  it('is kept by side', () => {
    const read = verdictReader({
      claims: [],
      checks: [sampleCheck({ check_id: 'a', status: 'rounding', facts: ['t01.a.0'] })],
    });
    const row = sampleRow({ numerator_facts: ['t01.a.0'], denominator_facts: ['headcount:L5'] });
    expect(read(row)).toEqual({ value: 'rounding', numerator: 'rounding', denominator: 'unchecked' });
  });
});

describe('signs of a formula', () => {
  const inputs = (...amounts: string[]) => amounts.map((amount, index) => ({ ref: `f${index}`, amount }));
  it.each([
    ['a sum', '12', ['5', '7'], [1, 1]],
    ['a difference', '-2', ['5', '7'], [1, -1]],
    ['what a total leaves over', '1', ['10', '4', '5'], [1, -1, -1]],
    ['a change that only the sentence gives', '-7', ['50', '7'], [null, -1]],
    ['nothing fits', '3', ['50', '7'], null],
  ])('%s', (_, target, amounts, expected) => {
    const found = findSigns(new Decimal(target), inputs(...amounts));
    const signs =
      found && amounts.map((__, index) => found.find(({ ref }) => ref === `f${index}`)?.sign ?? null);
    expect(signs).toEqual(expected);
  });
  it('what is written always comes to the target', () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean()),
        (amounts, minus) => {
          const target = amounts.reduce((sum, value, index) => sum + (minus[index] ? -value : value), 0);
          const found = findSigns(new Decimal(target), inputs(...amounts.map(String)));
          expect(found).not.toBeNull();
          const sum = (found ?? []).reduce(
            (total, { ref, sign }) => total + sign * (amounts[Number(ref.slice(1))] ?? 0),
            0,
          );
          expect(sum).toBe(target);
        },
      ),
    );
  });
});

describe('the panel of a figure', () => {
  const data = sampleProof({
    facts: [
      sampleFact({ fact_id: 't01.total.1', column: 1, is_total: true }),
      sampleFact({
        fact_id: 't01.total.2',
        column: 2,
        column_label: '其中：基本支出',
        raw: '0.00',
        yuan_text: '0.00',
        status: 'zero',
      }),
      sampleFact({
        fact_id: 't01.a.1',
        row: 1,
        label: '工资',
        code: '301',
        raw: '849.19',
        yuan_text: '8491900.00',
        locator: 'L11#1',
      }),
    ],
    headcounts: [
      {
        headcount_id: 'L5',
        locator: 'L5',
        as_of: '2023-12-31',
        kind: 'on-board',
        category: 'total',
        count: 59,
        raw: '59 人',
      },
    ],
    claims: [sampleClaim({ claim_id: 'L20', yuan_text: '8492000.00', raw: '849.2 万元' })],
    checks: [
      sampleCheck({
        check_id: 'sum',
        status: 'rounding',
        facts: ['t01.total.1', 't01.a.1'],
        weights: [0, 1],
        expected_yuan: '8491900.00',
        actual_yuan: '8492000.00',
        gap_yuan: '100.00',
        slack_yuan: '100.00',
      }),
      sampleCheck({ check_id: 'other', facts: ['t01.total.2'], weights: [0] }),
      sampleCheck({
        check_id: 'prose',
        status: 'broken',
        facts: ['t01.total.1'],
        weights: [1],
        claims: ['L20'],
        actual_yuan: '8492000.00',
      }),
    ],
  });
  const row = sampleRow({
    variant: 'personnel',
    denominator_kind: 'on-board',
    numerator: '8492000.00',
    denominator: '59',
    value: '143932.203389830508',
    low: '143931.355932203390',
    high: '143933.050847457627',
    numerator_facts: ['t01.total.1'],
    denominator_facts: ['headcount:L5'],
  });
  const panel = proofPanel(row, 'yuan-per-head', data, 'zh');

  it('prints, converts, bounds and places the input', () => {
    expect(panel.first).toMatchObject({
      printed: '849.20 万元',
      conversion: '849.20 万元 × 10,000 = 8,492,000 元',
      interval: '实际在 8,491,950 元到 8,492,050 元之间',
      place: { table: '表1 支出总表', row: '合计', column: '预算数', spoken: '第 10 行第 2 格' },
      href: '/documents/lake-2024?cell=t01.total.1#at-t01.total.1',
      verdict: 'broken',
    });
    expect(panel.first?.row.map(({ text, here }) => [text, here])).toEqual([
      ['849.20', true],
      ['0.00', false],
    ]);
  });
  it('writes the division out, and the result with its range', () => {
    expect(panel.arithmetic.lines).toEqual(['8,492,000 元 ÷ 59 人 = 143,932.20 元/人']);
    expect(panel.result).toMatchObject({ text: '143,932.20 元/人' });
    expect(panel.result?.range).toBe('按各数的舍入余地，在 143,931.36 元/人到 143,933.05 元/人之间');
  });
  it('writes out every check that an input takes part in, the worst first, and no other', () => {
    expect(panel.sums.map(({ id }) => id)).toEqual(['prose', 'sum']);
    const [prose, sum] = panel.sums;
    expect(prose?.compared.map(({ ref }) => ref)).toEqual(['claim:L20']);
    expect(sum?.compared.map(({ printed, here }) => [printed, here])).toEqual([['849.20 万元', true]]);
    expect(sum?.terms.map(({ sign, label, href }) => [sign, label, href])).toEqual([
      ['+', '301 工资', '/documents/lake-2024?cell=t01.a.1#at-t01.a.1'],
    ]);
    expect(sum).toMatchObject({ gap: '100 元', slack: '100 元' });
  });
  it('says the same in English', () => {
    expect(proofPanel(row, 'yuan-per-head', data, 'en').arithmetic.lines).toEqual([
      '8,492,000 yuan ÷ 59 people = 143,932.20 yuan per head',
    ]);
  });
  it('names what this release has lost, and shows the rest', () => {
    const gone = proofPanel({ ...row, denominator_facts: ['headcount:L6'] }, 'yuan-per-head', data, 'zh');
    expect([gone.lost, gone.inputs.length]).toEqual([['headcount:L6'], 1]);
  });
  it('marks a headcount typed in by the reader', () => {
    const own = proofPanel({ ...row, status: 'reader', denominator_facts: [] }, 'yuan-per-head', data, 'zh');
    expect(own.notes.join()).toContain('自填');
  });
  it('says what a corrected figure was', () => {
    const corrected = sampleProof({
      ...data,
      facts: data.facts.map((fact) => ({ ...fact, corrected: true })),
      corrections: [
        {
          document_id: 'lake-2024',
          fact_id: 't01.total.1',
          printed: '84.92',
          raw: '849.20',
          reason: '小数点',
          date: '2024-05-01',
        },
      ],
    });
    expect(proofPanel(row, 'yuan-per-head', corrected, 'zh').first?.corrected).toEqual({
      printed: '84.92',
      reason: '小数点',
      date: '2024-05-01',
    });
  });
});

describe('the place on a page of a PDF', () => {
  const data = sampleProof({
    tables: [],
    facts: [
      sampleFact({ fact_id: 'a', locator: 'p3@100,200,160,212' }),
      sampleFact({ fact_id: 'b', locator: 'p3@100,220,160,232' }),
      sampleFact({ fact_id: 'c', locator: 'p4@100,220,160,232' }),
      sampleFact({ fact_id: 'd', locator: 'f2:p3@100,220,160,232' }),
      sampleFact({ fact_id: 'wide', locator: 'p9@700,220,760,232' }),
    ],
  });
  it('is drawn on an upright A4 page with the other figures of that page and file', () => {
    expect(pageSketch('p3@100,200,160,212', data)).toEqual({
      page: 3,
      width: 595,
      height: 842,
      box: { x: 100, y: 200, width: 60, height: 12 },
      others: [{ x: 100, y: 220, width: 60, height: 12 }],
    });
    expect(pageSketch('f2:p3@100,220,160,232', data)?.others).toEqual([]);
  });
  it('lies down where figures reach beyond an upright page', () => {
    expect(pageSketch('p9@700,220,760,232', data)).toMatchObject({ width: 842, height: 595 });
  });
  it('is none where the file has no pages', () => {
    expect(pageSketch('L467#3', data)).toBeNull();
  });
});
