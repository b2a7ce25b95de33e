import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractContext, Fact, SourceParagraph } from '../model/index.ts';
import { readNarrative } from './index.ts';
import { readDate } from './dates.ts';
import { joinPassages } from './passages.ts';

const context: ExtractContext = {
  documentId: 'invented',
  title: '青石市水务局2024年部门预算',
  agency: '青石市水务局',
  regionCode: null,
  fiscalYear: 2024,
  stage: 'budget',
  scope: 'department',
};

function paragraphs(...texts: string[]): SourceParagraph[] {
  return texts.map((text, index) => ({
    kind: 'paragraph',
    text,
    locator: `L${index + 1}`,
    page: null,
    heading: null,
  }));
}

const read = (...texts: string[]) => readNarrative(paragraphs(...texts), context);
const brief = (...texts: string[]) =>
  read(...texts).claims.map((claim) =>
    [claim.subject, claim.measure, claim.value, claim.fiscal_year, claim.of]
      .filter((part) => part !== null)
      .join(' '),
  );

describe('headcounts', () => {
  const counts = (...texts: string[]) =>
    read(...texts).headcounts.map((h) => `${h.kind} ${h.category} ${h.count} ${h.as_of ?? '-'}`);
  it.each([
    [
      'establishment, staff and retirees with a date',
      '截止 2023 年底，本部门人员编制 31 人，其中行政编制 9 人、参照公务员管理事业编制 12 人、事业编制 10 人；实有人员 28 人，其中行政 8 人、工勤 1 人。单位管理的离退休人员 5 人。',
      [
        'establishment total 31 2023-12-31',
        'establishment administrative 9 2023-12-31',
        'establishment civil-service-managed 12 2023-12-31',
        'establishment institution 10 2023-12-31',
        'on-board total 28 2023-12-31',
        'on-board administrative 8 2023-12-31',
        'on-board other 1 2023-12-31',
        'retired total 5 2023-12-31',
      ],
    ],
    [
      'those on board behind the posts that they hold',
      '行政编制 12 名，在编在岗 11 人；事业编制 20 名，在编在岗 19 人；自收自支编制 3 名，在岗 2 人。',
      [
        'establishment administrative 12 -',
        'on-board administrative 11 -',
        'establishment institution 20 -',
        'on-board institution 19 -',
        'establishment institution 3 -',
        'on-board institution 2 -',
      ],
    ],
    [
      'a kind that heads what follows',
      '编制人数：行政 13 人，事业 9 人；实有人数：行政 12 人，事业 8 人。',
      [
        'establishment administrative 13 -',
        'establishment institution 9 -',
        'on-board administrative 12 -',
        'on-board institution 8 -',
      ],
    ],
    [
      'staff without the words of the establishment, and retirees of two kinds',
      '现有干部职工 56 人，其中公务员 30 人，事业人员 26 人。离退休人员 30 人，其中离休 2 人、退休 28 人。',
      [
        'on-board total 56 -',
        'on-board administrative 30 -',
        'on-board institution 26 -',
        'retired total 30 -',
        'retired other 2 -',
        'retired other 28 -',
      ],
    ],
    [
      'a month, and a date that comes later',
      '甲局共有编制 6 人。其中：行政编制 6 人。2023 年 12 月在职人员实有数 4 人，其中：行政人员 4 人。离退休人员实有数 0 人。',
      [
        'establishment total 6 -',
        'establishment administrative 6 -',
        'on-board total 4 2023-12-31',
        'on-board administrative 4 2023-12-31',
        'retired total 0 2023-12-31',
      ],
    ],
    [
      'name units',
      '机关行政编制20名，事业编制5名。',
      ['establishment administrative 20 -', 'establishment institution 5 -'],
    ],
    [
      'posts counted in all, in 个',
      '部门编制总数为85个，其中：行政编制25个，事业编制60个。年末实有人数80人。',
      [
        'establishment total 85 -',
        'establishment administrative 25 -',
        'establishment institution 60 -',
        'on-board total 80 -',
      ],
    ],
    [
      'those whom the budget pays',
      '财政供养人员34人，其中行政人员10人，事业人员24人。',
      ['on-board total 34 -', 'on-board administrative 10 -', 'on-board institution 24 -'],
    ],
    [
      'those whom the budget pays, the retired among them',
      '财政供养人员34人，其中在职20人，退休14人。',
      ['on-board total 20 -', 'retired total 14 -'],
    ],
    [
      'no part in brackets and no ranks',
      '机关行政编制26名（含老干部服务人员编制2名），其中局长1名、副局长2名，机关工勤人员编制3名。',
      ['establishment administrative 26 -', 'establishment other 3 -'],
    ],
    [
      'on the rolls',
      '截至2023年12月31日，在编在职人员17人，退休人员3人。',
      ['on-board total 17 2023-12-31', 'retired total 3 2023-12-31'],
    ],
    [
      'hired staff are no staff of the establishment',
      '实有在职人员 9 人，聘用人员 6 人。',
      ['on-board total 9 -'],
    ],
    [
      'people in posts of a kind',
      '在职人员45人，其中行政编制20人、事业编制25人。',
      ['on-board total 45 -', 'on-board administrative 20 -', 'on-board institution 25 -'],
    ],
    [
      'a total that counts the retired',
      '2023年末实有人数65人，其中：在职60人，退休5人。',
      ['on-board total 60 2023-12-31', 'retired total 5 2023-12-31'],
    ],
    [
      'numbers in Chinese',
      '本单位人员编制共一百零五名，其中行政编制十名，事业编制九十五名，现有在职人员二十二人，退休两人。',
      [
        'establishment total 105 -',
        'establishment administrative 10 -',
        'establishment institution 95 -',
        'on-board total 22 -',
        'retired total 2 -',
      ],
    ],
    [
      'bare numbers behind what they count',
      '编制数为15，在册人数为13，退休人数为4。',
      ['establishment total 15 -', 'on-board total 13 -', 'retired total 4 -'],
    ],
    [
      'posts in 个 and their parts',
      '共有编制18个（行政10个、事业8个），实有17人。',
      [
        'establishment total 18 -',
        'establishment administrative 10 -',
        'establishment institution 8 -',
        'on-board total 17 -',
      ],
    ],
    ['no rank and no order is a number of staff', '领导班子编制四名，第一名在职人员获奖。', []],
    ['budget units are not posts', '纳入本部门预算编制范围的二级预算单位共有3个。', []],
    ['pupils and the insured are not staff', '全市参保人员 30 人，在职职工参保 20 人。', []],
  ])('%s', (_, text, expected) => expect(counts(text)).toEqual(expected));
});

describe('claims', () => {
  it.each([
    [
      'vehicles bought and run, by short names',
      '公务用车购置及运行费3万元（其中购置费1万元，运行费2万元）。',
      [
        'vehicle amount 3 2024',
        'vehicle-purchase amount 1 2024 vehicle',
        'vehicle-running amount 2 2024 vehicle',
      ],
    ],
    [
      'nothing, without a unit',
      '因公出国（境）费用预算为0，公务接待费为零。',
      ['abroad amount 0 2024', 'reception amount 0 2024'],
    ],
    ['no number of things is an amount', '公务接待批次为0，会议人数为零。', []],
    [
      'a code that its name follows',
      '2080505机关事业单位基本养老保险缴费支出50.50万元。',
      ['function:2080505 amount 50.50 2024'],
    ],
    [
      'kinds of procurement behind a colon',
      '政府采购预算：货物类10万元，工程类0万元，服务类25万元。',
      [
        'procurement-goods amount 10 2024',
        'procurement-works amount 0 2024',
        'procurement-services amount 25 2024',
      ],
    ],
    ['purchased services', '政府购买服务预算30万元。', ['purchased-services amount 30 2024']],
    [
      'an item whose name begins as an office’s does',
      '机关运行经费98万元，其中办公费10万元。',
      ['operating-cost amount 98 2024', 'item:办公费 amount 10 2024 operating-cost'],
    ],
    [
      'groups received',
      '全年共接待国内来访团组50个、来宾300人次。',
      ['reception-batches count 50 2024', 'reception-visitors count 300 2024'],
    ],
    [
      'amount, part, change, reason',
      '2024 年本部门预算收入 50.5 万元，其中一般公共预算拨款收入 50.5 万元，较上年增加 2 万元，主要原因是：人员增加。',
      [
        'total-income amount 50.5 2024',
        'general-public-budget-income amount 50.5 2024 total-income',
        'general-public-budget-income change 2 2024',
      ],
    ],
    [
      'a share and what it is a share of',
      '2024 年支出预算 100 万元，其中：基本支出 60 万元，占 60%；项目支出 40 万元，占 40%。',
      [
        'total-expenditure amount 100 2024',
        'basic amount 60 2024 total-expenditure',
        'basic percent 60 2024 total-expenditure',
        'project amount 40 2024 total-expenditure',
        'project percent 40 2024 total-expenditure',
      ],
    ],
    [
      'a code decides',
      '（1）行政运行（2101501）9.50 万元，较上年减少 0.5 万元，其中人员经费支出 8 万元，原因是人员减少。',
      [
        'function:2101501 amount 9.50 2024',
        'function:2101501 change -0.5 2024',
        'personnel amount 8 2024 function:2101501',
      ],
    ],
    [
      'a path of class, division and item',
      '1.“社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）”7.72万元，2023年当年预算执行数为8.61万元，2024年预算安排7.72万元，比2023年预算执行数减少10.34%。',
      [
        'function:2080501 amount 7.72 2024',
        'function:2080501 amount 8.61 2023',
        'function:2080501 amount 7.72 2024',
        'function:2080501 percent -10.34 2024',
      ],
    ],
    [
      'brackets interrupt and give back what was spoken of',
      '公务用车购置及运行费 3 万元（其中，公务用车购置费 0 万元，公务用车运行费 3 万元），与上年持平；公务接待费 1 万元。',
      [
        'vehicle amount 3 2024',
        'vehicle-purchase amount 0 2024 vehicle',
        'vehicle-running amount 3 2024 vehicle',
        'vehicle change 0 2024',
        'reception amount 1 2024',
      ],
    ],
    [
      'the figure compared with belongs to its own year',
      '2024 年度收入预算 90 万元，比 2023 年年初预算数 100 万元减少 10 万元，下降 10%。',
      [
        'total-income amount 90 2024',
        'total-income amount 100 2023',
        'total-income change -10 2024',
        'total-income percent -10 2024',
      ],
    ],
    [
      'counts and the limits that describe them',
      '截至 2023 年底，共有车辆 2 辆，单价 20 万元以上的设备 0 台（套）。2024 年拟购置车辆 1 辆。',
      ['vehicles count 2 2023', 'equipment count 0 2023', 'vehicles-planned count 1 2024'],
    ],
    [
      'names of projects under project expenditure',
      '2024 年项目支出预算 30 万元，其中：河道清淤工作经费 20 万元，主要用于清淤；巡查经费 10 万元。',
      [
        'project amount 30 2024',
        'project:河道清淤工作经费 amount 20 2024 project',
        'project:巡查经费 amount 10 2024 project',
      ],
    ],
  ])('%s', (_, text, expected) => expect(brief(text)).toEqual(expected));

  it('takes an unnamed figure from its heading', () => {
    expect(brief('（二）公务接待费', '2024年预算安排 5.00 万元，与上年持平。')).toEqual([
      'reception amount 5.00 2024',
      'reception change 0 2024',
    ]);
  });
  it('joins a sentence broken over paragraphs and keeps the place of each figure', () => {
    const { claims } = read('2024 年本部门预算收入 50 万元，2024 年本部门预算收', '入较上年增加 2.5 万元。');
    expect(claims.map((claim) => [claim.locator, claim.subject, claim.raw])).toEqual([
      ['L1', 'total-income', '50 万元'],
      ['L2', 'total-income', '2.5 万元'],
    ]);
  });
  it('gives changes their sign, their reason and the bracketed percentage', () => {
    const { claims } = read(
      '会议费预算 3.4 万元，较上年减少 6.1 万元（-64%），主要是压缩会议；培训费 1 万元。',
    );
    expect(claims[1]).toMatchObject({
      direction: 'decrease',
      value: '-6.1',
      yuan: '-61000.00',
      reason: '压缩会议',
    });
    expect(claims[2]).toMatchObject({ measure: 'percent', direction: 'decrease', value: '-64' });
    expect(claims[3]).toMatchObject({ subject: 'training', reason: null });
  });
  it('tells budget from execution in a final account', () => {
    const { claims } = readNarrative(
      paragraphs(
        '1.一般公共服务（类）信访事务（款）行政运行（项）。年初预算为 10 万元，支出决算为 9 万元，完成年初预算的 90%。',
      ),
      { ...context, stage: 'final-account' },
    );
    expect(claims.map((claim) => [claim.subject, claim.basis ?? null, claim.of])).toEqual([
      ['function:2014001', 'budget', null],
      ['function:2014001', 'execution', null],
      ['function:2014001', null, 'initial-budget'],
    ]);
  });
  it('leaves definitions and duties alone', () => {
    expect(brief('十一、名词解释', '1.三公经费：指 3 万元以下的费用 5 万元。')).toEqual([]);
    expect(read('二、工作任务', '确保参保率 100%。').claims.map((claim) => claim.subject)).toEqual(['other']);
  });
  it('reads full-width figures and Kangxi radicals', () => {
    expect(brief('２０２４年机关运⾏经费 １２．５ 万元。')).toEqual(['operating-cost amount 12.5 2024']);
  });
});

describe('the whole and what is called like it', () => {
  it.each([
    ['本单位上级专项转移支付支出预算为 5 万元。', 'item:上级专项转移支付支出'],
    ['青石市水务局（本级）部门预算支出 5 万元。', 'total-expenditure'],
    ['相应安排支出预算 5 万元。', 'total-expenditure'],
    ['市水务局本年收入预算合计 5 万元。', 'total-income'],
  ])('%s', (text, subject) => {
    expect(read(text).claims.map((claim) => claim.subject)).toEqual([subject]);
  });
  it('what explains a change is not the whole', () => {
    const claims = brief(
      '支出预算 9 万元，比上年减少 1 万元。主要原因是养老金改由社保发放，较上年减少部门支出 2 万元。',
    );
    expect(claims.filter((claim) => claim.startsWith('total-expenditure amount'))).toEqual([
      'total-expenditure amount 9 2024',
    ]);
  });
  it('a name that only the tables of the document print beside a code', () => {
    const printed = [{ axis: 'function', code: '2040405', label: '检察公益监督支出' }] as unknown as Fact[];
    const { claims } = readNarrative(paragraphs('检察公益监督支出（项）支出 5 万元。'), context, printed);
    expect(claims.map((claim) => claim.subject)).toEqual(['function:2040405']);
  });
});

describe('figures of last year that follow', () => {
  const derived = (text: string) => read(text).facts.map((fact) => `${fact.fact_id} ${fact.yuan ?? ''}`);
  it.each([
    ['unchanged', '公务接待费 0.19 万元，与上年持平。', ['prose.three-public.reception.2023 1900.00']],
    [
      'increase',
      '公务接待费 2.64 万元，较上年增加 0.9 万元。',
      ['prose.three-public.reception.2023 17400.00'],
    ],
    ['decrease', '会议费预算 3.4 万元，较上年减少 6.1 万元。', ['prose.three-public.meeting.2023 95000.00']],
    ['roughly unchanged gives nothing', '公务接待费 3.15 万元，与上年基本持平。', []],
    ['against execution gives nothing', '公务接待费 3 万元，比上年执行数减少 1 万元。', []],
    ['a change without this year’s amount gives nothing', '公务接待费较上年减少 1 万元。', []],
  ])('%s', (_, text, expected) => expect(derived(text)).toEqual(expected));
  it('stands apart from printed figures', () => {
    expect(read('培训费 0.98 万元，与上年持平。').facts[0]).toMatchObject({
      table_id: null,
      row: null,
      status: 'derived',
      fiscal_year: 2023,
      item: 'training',
      decimals: 2,
      locator: 'L1',
    });
  });
});

describe('readDate', () => {
  it.each([
    ['截止2022年底', '2022-12-31'],
    ['截至2022年12月31日', '2022-12-31'],
    ['2023年2月', '2023-02-28'],
    ['2024年2月底', '2024-02-29'],
    ['截止上年底', '2023-12-31'],
    ['截止时间：2022-12-31', '2022-12-31'],
    ['2022年13月', null],
    ['本年度', null],
  ])('%s', (text, date) => expect(readDate(text, 2024)).toBe(date));
});

describe('joinPassages', () => {
  it('leaves out running heads and page numbers', () => {
    const pages = [1, 2, 3].flatMap((page) =>
      ['甲局2024年度部门预算公开', `第${page}句还没有完`, `- ${page} -`].map((text): SourceParagraph => ({
        kind: 'paragraph',
        text,
        locator: `p${page}`,
        page,
        heading: null,
      })),
    );
    expect(joinPassages(pages).map((passage) => passage.text)).toEqual([
      '第1句还没有完第2句还没有完第3句还没有完',
    ]);
  });
});

describe('hostile prose', () => {
  const word = fc.constantFrom(
    '2024年',
    '较上年',
    '增加',
    '减少',
    '持平',
    '1.5',
    '万元',
    '（',
    '）',
    '(',
    '其中',
    '：',
    '，',
    '。',
    '；',
    '公务接待费',
    '占',
    '%',
    '编制',
    '人',
    '实有',
    '行政运行',
    '2101501',
    '（类）',
    '（款）',
    '（项）',
    '主要原因是',
    '、',
    '一、',
    '\n',
    ' ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
  );
  it('never throws, and every claim has a subject, a place and exact strings', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const result = read(...texts);
        for (const claim of result.claims) {
          expect(claim.subject).not.toBe('');
          expect(claim.locator).toMatch(/^L\d+$/);
          expect(claim.value).toMatch(/^-?\d+(\.\d+)?$/);
        }
        for (const fact of result.facts) expect(fact.fact_id).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 300 },
    );
  });
  it('stays quick on a long run of figures', () => {
    const started = performance.now();
    read('公务接待费 1 万元，较上年增加 1 万元，（其中：'.repeat(500));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
