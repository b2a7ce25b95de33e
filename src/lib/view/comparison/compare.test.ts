import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import type { Answers } from '../../data/answers.ts';
import { METRICS } from '../../data/metrics/index.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { sourceCount } from './frame.ts';
import { compare, comparisonInput } from './index.ts';
import type { ComparedMetric, Comparison } from './index.ts';
import { SAMPLE_METRICS } from './sample-metrics.ts';

const { staffCost, projectShare, threePublic, indicators, budgetChange, functionMix } = SAMPLE_METRICS;

function compared(
  metric: ComparedMetric,
  patch: Partial<ViewState> = {},
  lang: 'zh' | 'en' = 'zh',
  change: (answers: Answers) => void = () => undefined,
): Comparison {
  const answers = sampleAnswers();
  change(answers);
  return compare({ ...defaultState(metric.id), ...patch }, comparisonInput(answers, metric), lang);
}

const names = ({ series }: Comparison): string[] => series.map(({ name }) => name.replace('医保局', ''));

describe('ranked bars', () => {
  it('ranks, shares ranks within rounding and keeps the absent with their reason', () => {
    const { series, absent, median, unitLabel } = compared(staffCost);
    expect(series.map(({ agencyId, rank, rankTied }) => [agencyId, rank, rankTied])).toEqual([
      ['jiachuan-ybj', 1, true],
      ['yiling-ybj', 1, true],
      ['binghe-ybj', 3, false],
    ]);
    expect(absent.map(({ agencyId, short, text }) => [agencyId, short, text])).toEqual([
      ['dingzhou-ybj', '未披露', '文件没有给出实有在职人数'],
      ['wuquan-ybj', '未披露', '文件没有给出实有在职人数'],
    ]);
    expect(median).toMatchObject({ value: '150000', text: '150,000' });
    expect(unitLabel).toBe('元/人');
  });
  it('says numerator, denominator, years and kind of document in the title', () => {
    expect(compared(staffCost).title).toBe(
      '人均人员经费：人员经费 ÷ 实有在职人数，2023—2024 年预算（各机构最近年度）',
    );
    expect(
      compared(staffCost, { variant: 'wages', denominator: 'establishment', year: 2024 }, 'en').title,
    ).toBe('Staff cost per head: wages and benefits ÷ establishment, budgets of 2024');
  });
  it.each([
    [
      'tie at the top',
      staffCost,
      {},
      '甲川医保局、乙岭医保局并列最高，都是 150,000 元/人。丙河医保局最低，为 125,000 元/人。丁洲医保局、戊泉医保局：文件没有给出实有在职人数。',
    ],
    [
      'one above the median',
      projectShare,
      {},
      '丁洲医保局最高，为 71.1%，比中位数（19.0%）高 52.1 个百分点。丙河医保局最低，为 17.4%。',
    ],
    [
      'two',
      projectShare,
      { agencies: ['dingzhou-ybj', 'wuquan-ybj'] },
      '丁洲医保局最高，为 71.1%，比戊泉医保局（44.4%）高 26.7 个百分点。',
    ],
    [
      'one',
      staffCost,
      { agencies: ['binghe-ybj', 'wuquan-ybj'] },
      '只有丙河医保局有这个数：125,000 元/人，无从比较。戊泉医保局：文件没有给出实有在职人数。',
    ],
    [
      'none',
      staffCost,
      { agencies: ['wuquan-ybj'] },
      '所选机构都没有可以比较的数。戊泉医保局：文件没有给出实有在职人数。',
    ],
    [
      'changes',
      budgetChange,
      { variant: 'amount' },
      '有数的 4 个机构中，2 个增加，1 个减少，1 个持平。甲川医保局增加最多，增加 40.00 万元。乙岭医保局减少最多，减少 10.00 万元。丁洲医保局：文件没有给出上年的支出总计。',
    ],
  ] as [string, ComparedMetric, Partial<ViewState>, string][])(
    'sentence: %s',
    (_, metric, patch, sentence) => {
      expect(compared(metric, patch).sentence).toBe(sentence);
    },
  );
  it('claims no order among figures that rounding leaves together', () => {
    const blurred = compared(projectShare, {}, 'zh', ({ rows }) => {
      rows['project-share'] = rows['project-share'].map((row) => ({ ...row, low: '0', high: '100' }));
    });
    expect(blurred.sentence).toContain('分不出高低');
    expect(blurred.series.every(({ rank, rankTied }) => rank === 1 && rankTied)).toBe(true);
  });
  it('sorts by value or by name in pinyin', () => {
    expect(names(compared(projectShare))).toEqual(['丁洲', '戊泉', '甲川', '乙岭', '丙河']);
    expect(names(compared(projectShare, { sort: 'value-asc' }))).toEqual([
      '丙河',
      '乙岭',
      '甲川',
      '戊泉',
      '丁洲',
    ]);
    expect(names(compared(projectShare, { sort: 'name' }))).toEqual(['丙河', '丁洲', '甲川', '戊泉', '乙岭']);
  });
  it('follows the reader’s unit exactly', () => {
    const [first] = compared(staffCost, { unit: 'wan' }).series;
    expect(first?.marks[0]).toMatchObject({ value: '15', text: '15.00' });
  });
  it('marks a headcount typed in, ranks it nowhere and leaves it out of the median', () => {
    const own = compared(staffCost, { headcounts: { 'wuquan-ybj': 10, 'jiachuan-ybj': 1 } });
    const wuquan = own.series.find(({ agencyId }) => agencyId === 'wuquan-ybj');
    expect(wuquan).toMatchObject({ rank: null, detail: '按自填 10 人' });
    expect(wuquan?.marks[0]).toMatchObject({ status: 'reader', text: '260,000' });
    expect(own.median?.value).toBe('150000');
    expect(own.sentence).not.toContain('戊泉');
    expect(own.statements.join('')).toContain('按读者自填的 10 人算出');
    expect(own.series.find(({ agencyId }) => agencyId === 'jiachuan-ybj')?.marks[0]?.text).toBe('150,000');
  });
  it('says the year beside each name only where years differ', () => {
    expect(compared(projectShare).series.map(({ detail }) => detail)).toContain('2023');
    expect(compared(projectShare, { year: 2024 }).series.map(({ detail }) => detail)).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });
  it('keeps an agency without the year asked for in its place', () => {
    const { absent } = compared(projectShare, { year: 2024 });
    expect(absent).toMatchObject([{ agencyId: 'dingzhou-ybj', reason: 'year-not-in-data', short: '未收录' }]);
  });
  it('fires caveats for the documents shown and stays silent otherwise', () => {
    expect(compared(staffCost).caveats.map(({ text }) => text)).toEqual([
      '甲川医保局、丁洲医保局、戊泉医保局的数含所属单位。',
    ]);
    expect(compared(staffCost, { agencies: ['yiling-ybj', 'binghe-ybj'] }).caveats).toEqual([]);
  });
  it('names the documents shown and the release', () => {
    const { source, sources } = compared(projectShare, { agencies: ['binghe-ybj'] });
    expect(source).toBe('《丙河区医疗保障局2024年部门预算公开》。数据版本 0123456789ab。');
    expect(sources).toEqual([
      {
        documentId: 'binghe-ybj-2024',
        title: '丙河区医疗保障局2024年部门预算公开',
        issuer: '',
        year: 2024,
        href: '/documents/binghe-ybj-2024',
      },
    ]);
  });

  it('says where classes leave a part of the total unsaid', () => {
    const halve = (answers: Answers): void => {
      for (const row of answers.rows['function-mix'])
        if (row.agency_id === 'binghe-ybj' && row.item === '210')
          Object.assign(row, { value: '50', low: '50', high: '50' });
    };
    const said = compared(functionMix, {}, 'zh', halve).statements.filter((text) =>
      text.includes('各类之和'),
    );
    expect(said).toEqual(['丙河医保局各类之和只占支出合计的 66.22%，其余的文件没有逐项列出。']);
  });

  it('tells equal figures from those that rounding can’t tell apart', () => {
    const equal = (answers: Answers): void => {
      for (const row of answers.rows['project-share'])
        Object.assign(row, { value: '20', low: '20', high: '20' });
      const [first] = answers.rows['project-share'];
      if (first) Object.assign(first, { value: '10', low: '10', high: '10' });
    };
    const { statements } = compared(projectShare, {}, 'zh', equal);
    expect(statements.some((text) => text.endsWith('的数相同，名次并列。'))).toBe(true);
    expect(statements.some((text) => text.includes('舍入范围'))).toBe(false);
  });

  it('says whose document it is where the title does not', () => {
    const untitled = (answers: Answers): void => {
      for (const document of answers.documents) document.title = '2024年区级单位预算';
    };
    const { source, sources } = compared(projectShare, { agencies: ['binghe-ybj'] }, 'zh', untitled);
    expect(source).toBe('《2024年区级单位预算》（丙河区医疗保障局）。数据版本 0123456789ab。');
    expect(sourceCount(sources, '0123456789ab', 'zh')).toBe(
      '2024 年的 1 份公开文件。数据版本 0123456789ab。',
    );
  });

  it.each([
    ['three-public', threePublic, '甲川医保局的“三公”经费合计，2024 年为 41,400 元'],
    ['project-share', projectShare, '甲川医保局是 19.0%。'],
  ] as const)('does not say “only” of an agency chosen alone: %s', (_, metric, words) => {
    const { sentence } = compared(metric, { agencies: ['jiachuan-ybj'] });
    expect(sentence.startsWith(words)).toBe(true);
  });
});

describe('what is compared with what', () => {
  const stage = (id: string, to: MetricRow['stage']) => (answers: Answers) => {
    for (const row of answers.rows['project-share']) if (row.agency_id === id) row.stage = to;
  };
  it('never mixes budgets and final accounts', () => {
    const mixed = compared(projectShare, {}, 'zh', stage('binghe-ybj', 'final-account'));
    expect(mixed.absent).toMatchObject([{ agencyId: 'binghe-ybj', reason: 'other-stage-only' }]);
  });
  it('compares final accounts where all are', () => {
    const patch = { agencies: ['binghe-ybj'] };
    const only = compared(projectShare, patch, 'zh', stage('binghe-ybj', 'final-account'));
    expect(only.title).toContain('2024 年决算');
    expect(only.series).toHaveLength(1);
  });
  it('keeps to the largest peer group unless asked otherwise', () => {
    const apart = (answers: Answers): void => {
      for (const agency of answers.agencies)
        if (agency.agency_id === 'wuquan-ybj') agency.peer_group = 'finance';
    };
    expect(compared(projectShare, {}, 'zh', apart).series).toHaveLength(4);
    expect(names(compared(projectShare, { peers: 'finance' }, 'zh', apart))).toEqual(['戊泉']);
    expect(compared(projectShare, { peers: 'all' }, 'zh', apart).series).toHaveLength(5);
    expect(names(compared(projectShare, { agencies: ['wuquan-ybj', 'binghe-ybj'] }, 'zh', apart))).toEqual([
      '戊泉',
      '丙河',
    ]);
  });
  it('gives an agency one colour everywhere, and four at most', () => {
    const all = [staffCost, projectShare, threePublic, indicators].flatMap(
      (metric) => compared(metric).series,
    );
    const colours = new Map<string, Set<number | null>>();
    for (const { agencyId, colour } of all)
      colours.set(agencyId, (colours.get(agencyId) ?? new Set<number | null>()).add(colour));
    expect([...colours.values()].every((set) => set.size === 1)).toBe(true);
    expect(colours.get('wuquan-ybj')).toEqual(new Set([null]));
  });
});

describe('years', () => {
  it('follows each agency from last year to this', () => {
    const { form, columns, series, absent } = compared(threePublic);
    expect(form).toBe('slope');
    expect(columns.map(({ key }) => key)).toEqual(['2022', '2023', '2024']);
    expect(
      series.map(({ agencyId, marks }) => [agencyId, ...marks.map(({ key, text }) => `${key}:${text}`)]),
    ).toEqual([
      ['jiachuan-ybj', '2023:20,000', '2024:41,400'],
      ['yiling-ybj', '2023:36,000', '2024:36,000'],
      ['dingzhou-ybj', '2022:26,500', '2023:25,000'],
      ['wuquan-ybj', '2023:8,000', '2024:8,000'],
      ['binghe-ybj', '2024:1,900'],
    ]);
    expect(absent).toMatchObject([{ agencyId: 'binghe-ybj', key: '2023', reason: 'table-declared-empty' }]);
  });
  it('says who is highest, by how much more than before, and how many moved which way', () => {
    expect(compared(threePublic).sentence).toBe(
      '甲川医保局的“三公”经费合计最高，2024 年为 41,400 元，比 2023 年增加 21,400 元（107.0%）。有数的 5 个机构中，1 个增加（甲川医保局），1 个减少（丁洲医保局），2 个与上年持平（乙岭医保局、戊泉医保局），1 个没有可比的上年数（丙河医保局）。',
    );
  });
  it('marks derived years and says so', () => {
    const comparison = compared(threePublic);
    const wuquan = comparison.series.find(({ agencyId }) => agencyId === 'wuquan-ybj');
    expect(wuquan?.marks.map(({ status }) => status)).toEqual(['derived', 'reported']);
    expect(comparison.statements.join('')).toContain('戊泉医保局 2023 年的数由文件中与上年比较的文字推算');
  });
  it('shows a restatement beside the year’s own figure instead of over it', () => {
    const { series, statements } = compared(threePublic, {}, 'zh', ({ rows, documents }) => {
      const own = rows['three-public'].find(
        (row) => row.agency_id === 'jiachuan-ybj' && row.fiscal_year === 2023 && row.item === 'three-public',
      );
      const earlier = documents.find(({ agency_id }) => agency_id === 'jiachuan-ybj');
      if (!own || !earlier) throw new Error('sample changed');
      documents.push({ ...earlier, document_id: 'jiachuan-ybj-2023', fiscal_year: 2023 });
      own.notes = ['restatement'];
      rows['three-public'].push({
        ...own,
        document_id: 'jiachuan-ybj-2023',
        value: '25000.00',
        low: '25000.00',
        high: '25000.00',
        notes: ['restated-later'],
      });
    });
    const [jiachuan] = series;
    expect(jiachuan?.marks[0]).toMatchObject({ text: '25,000', restatement: { text: '20,000' } });
    expect(statements.join('')).toContain('当年文件印 25,000 元，后来的文件印 20,000 元');
  });
  it('reaches back as far as the data set, or to the year asked for', () => {
    const longer = ({ rows }: Answers): void => {
      const own = rows['three-public'].find(
        (row) => row.agency_id === 'yiling-ybj' && row.fiscal_year === 2023,
      );
      if (own) rows['three-public'].push({ ...own, fiscal_year: 2021 });
    };
    const years = (comparison: Comparison): string[] | undefined =>
      comparison.series.find(({ agencyId }) => agencyId === 'yiling-ybj')?.marks.map(({ key }) => key);
    expect(years(compared(threePublic, {}, 'zh', longer))).toEqual(['2021', '2023', '2024']);
    expect(years(compared(threePublic, { compareYear: 2023 }, 'zh', longer))).toEqual(['2023', '2024']);
  });
});

describe('parts', () => {
  it('stacks the items chosen, largest first, without the whole that holds them', () => {
    const { form, columns, series } = compared(threePublic, {
      items: ['three-public', 'abroad', 'reception', 'vehicle'],
    });
    expect(form).toBe('stacked');
    expect(columns.map(({ key }) => key)).toEqual(['vehicle', 'reception', 'abroad']);
    expect(series[0]).toMatchObject({ agencyId: 'jiachuan-ybj', total: '41,400' });
  });
  it('gives no sum where a part is missing, and says which', () => {
    const { series, statements, table } = compared(threePublic, { items: ['reception', 'vehicle'] });
    expect(series.find(({ agencyId }) => agencyId === 'binghe-ybj')?.total).toBeNull();
    expect(statements).toEqual(['丙河医保局：文件把列有公务用车的表声明为空表。']);
    expect(
      table.rows.find(({ agencyId }) => agencyId === 'binghe-ybj')?.cells.map(({ text }) => text),
    ).toContain('空表');
  });
  it('one item alone is followed over the years', () => {
    expect(compared(threePublic, { items: ['reception'] }).form).toBe('slope');
  });
  it('shares of a mix', () => {
    const { form, sentence } = compared(functionMix);
    expect(form).toBe('stacked');
    expect(sentence).toBe('总的看，占比最大的是卫生健康支出：从丙河医保局 83.78% 到丁洲医保局 98.13%。');
  });
});

describe('matrix', () => {
  it('counts by category with the coverage shares beside them', () => {
    const { form, columns, series, absent, sentence } = compared(indicators);
    expect(form).toBe('matrix');
    expect(columns.filter(({ kind }) => kind === 'share').map(({ key }) => key)).toEqual([
      'projects',
      'money',
      'categories',
      'quantitative',
    ]);
    expect(series[0]?.marks.slice(0, 3).map(({ text }) => text)).toEqual(['21', '14', '9']);
    expect(absent).toMatchObject([{ agencyId: 'wuquan-ybj', reason: 'no-indicators' }]);
    expect(sentence).toBe(
      '丁洲医保局公开的绩效指标最多，共 80 项；丙河医保局最少，共 10 项。8 类指标中，6 类各机构都有；有机构空缺的是经济效益、可持续影响。戊泉医保局：文件没有公开绩效指标。',
    );
  });
  it('a share alone is bars', () => {
    const bars = compared(indicators, { variant: 'money' });
    expect([bars.form, bars.unitLabel]).toEqual(['ranked-bars', '%']);
    expect(names(bars)).toEqual(['丁洲', '甲川', '乙岭', '丙河']);
  });
});

describe('table twin', () => {
  const cases: [string, ComparedMetric, Partial<ViewState>][] = [
    ['bars', staffCost, {}],
    ['bars with a headcount typed in', staffCost, { headcounts: { 'wuquan-ybj': 9 } }],
    ['years', threePublic, {}],
    ['parts', threePublic, { items: ['reception', 'vehicle'] }],
    ['mix', functionMix, {}],
    ['matrix', indicators, {}],
  ];
  for (const lang of ['zh', 'en'] as const)
    it.each(cases)(`%s, ${lang}: every mark and every absent agency is in it`, (_, metric, patch) => {
      const { table, series, absent, title } = compared(metric, patch, lang);
      expect(table.caption).toBe(title);
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
      const cellsOf = (agencyId: string) =>
        table.rows.filter((row) => row.agencyId === agencyId).flatMap(({ cells }) => cells);
      for (const { agencyId, marks } of series)
        for (const mark of marks)
          expect(cellsOf(agencyId).some(({ row, value }) => row === mark.row && value === mark.value)).toBe(
            true,
          );
      for (const { agencyId, short } of absent)
        expect(cellsOf(agencyId).some(({ text, value }) => text === short && value === null)).toBe(true);
      for (const { text } of table.rows.flatMap(({ cells }) => cells))
        expect(text).not.toMatch(/undefined|null|NaN/);
    });
  it('shows what went in, the rank and the room that rounding leaves', () => {
    const { columns, rows } = compared(staffCost).table;
    expect(columns.map(({ label }) => label)).toEqual([
      '机构',
      '名次',
      '年度',
      '人员经费（元）',
      '实有在职人数',
      '人均人员经费（元/人）',
      '舍入余地',
      '说明',
    ]);
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['甲川医保局', '1（并列）', '2024', '6,000,000.00', '40', '150,000.00', '±<0.01', ''],
      ['乙岭医保局', '1（并列）', '2024', '3,000,000.00', '20', '150,000.00', '±2.50', ''],
      ['丙河医保局', '3', '2024', '1,500,000.00', '12', '125,000.00', '±4.17', ''],
      ['丁洲医保局', '—', '2023', '4,200,000.00', '—', '未披露', '—', '文件没有给出实有在职人数。'],
      ['戊泉医保局', '—', '2024', '2,600,000.00', '—', '未披露', '—', '文件没有给出实有在职人数。'],
    ]);
  });
});

describe.each(Object.values(METRICS))('$id, every choice that its record offers', (metric) => {
  const answers = sampleAnswers();
  const input = comparisonInput(answers, metric);
  const states = metric.variants.flatMap((variant) =>
    (metric.denominators.length > 0 ? metric.denominators : [{ id: '' }]).flatMap((denominator) =>
      [[], ...metric.items.map(({ id }) => [id]), metric.items.map(({ id }) => id)].map((items) => ({
        ...defaultState(metric.id),
        variant: variant.id,
        denominator: denominator.id,
        items,
      })),
    ),
  );
  it.each(['zh', 'en'] as const)(
    '%s: accounts for every agency in series or absent, in words without holes',
    (lang) => {
      for (const state of states) {
        const { series, absent, table, title, sentence, statements, source } = compare(state, input, lang);
        const shown = new Set([...series, ...absent].map(({ agencyId }) => agencyId));
        expect(shown.size).toBe(answers.agencies.length);
        expect(new Set(table.rows.map(({ agencyId }) => agencyId))).toEqual(shown);
        for (const text of [title, sentence, source, ...statements]) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/undefined|null|NaN|Infinity|“”|：。|: \./);
        }
      }
    },
  );
});
