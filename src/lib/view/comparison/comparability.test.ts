import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import type { Answers } from '../../data/answers.ts';
import { METRICS } from '../../data/metrics/index.ts';
import type { MetricId } from '../../data/metrics/types.ts';
import { comparisonLink } from '../link/pages/comparison.ts';
import { defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { unlikeSentence } from './comparability.ts';
import { compare, comparisonInput, comparisonVocabulary } from './index.ts';
import type { Comparison } from './index.ts';

type Change = (answers: Answers) => void;
const unchanged: Change = () => undefined;

function compared(
  metric: MetricId,
  patch: Partial<ViewState> = {},
  change: Change = unchanged,
  lang: 'zh' | 'en' = 'zh',
): Comparison {
  const answers = sampleAnswers();
  change(answers);
  return compare({ ...defaultState(metric), ...patch }, comparisonInput(answers, METRICS[metric]), lang);
}

const marked = ({ series }: Comparison): Record<string, string[]> =>
  Object.fromEntries(
    series.filter(({ unlike }) => unlike.length > 0).map(({ agencyId, unlike }) => [agencyId, unlike]),
  );
const caveat = (comparison: Comparison, id: string): Comparison['caveats'][number] | undefined =>
  comparison.caveats.find((entry) => entry.id === id);

type Patch = Partial<Answers['documents'][number]>;

/** Changes documents, and the years of their rows along with theirs. */
const every =
  (patch: Patch, concerned: (agency: string) => boolean = () => true): Change =>
  (answers) => {
    answers.documents = answers.documents.map((document) => {
      if (!concerned(document.agency_id)) return document;
      const shift = (patch.fiscal_year ?? document.fiscal_year) - document.fiscal_year;
      for (const row of Object.values(answers.rows).flat())
        if (row.document_id === document.document_id) row.fiscal_year += shift;
      return { ...document, ...patch };
    });
  };
const alike = every({
  fiscal_year: 2024,
  scope: 'unit',
  stage: 'budget',
  headcount_as_of: '2024-12-31',
  retiree_pay: null,
  transport_in_personnel: null,
  transfer_projects: null,
  hired_staff_projects: [],
  indicator_form: 'older',
});
const but =
  (agency: string, patch: Patch): Change =>
  (answers) => {
    alike(answers);
    every(patch, (id) => id === agency)(answers);
  };

describe('agencies unlike the others shown', () => {
  it('marks nobody where all are alike', () => {
    for (const metric of ['staff-cost-per-head', 'project-share'] as const) {
      const comparison = compared(metric, {}, alike);
      expect(marked(comparison)).toEqual({});
      expect(comparison.unlike).toBe('');
      expect(comparison.caveats.filter((entry) => entry.marked)).toEqual([]);
    }
  });

  it.each<[string, MetricId, string, Patch, string]>([
    ['another year', 'project-share', 'years-differ', { fiscal_year: 2023 }, '年度不同'],
    ['another scope', 'project-share', 'scopes-differ', { scope: 'department' }, '预算范围不同'],
    [
      'a headcount of an earlier date',
      'staff-cost-per-head',
      'headcount-date',
      { headcount_as_of: '2023-12-31' },
      '人数时点不同',
    ],
    ['another form', 'indicator-coverage', 'forms-differ', { indicator_form: 'newer' }, '目标表版本不同'],
  ])('%s is marked at the name, and said', (_, metric, id, patch, words) => {
    const comparison = compared(metric, {}, but('jiachuan-ybj', patch));
    expect(marked(comparison)).toEqual({ 'jiachuan-ybj': [words] });
    expect(comparison.unlike).toContain(`甲川医保局（${words}）`);
    expect(caveat(comparison, id)?.marked).toBe(true);
  });

  it('an operating cost of another scope is marked at the name, and said', () => {
    const differs =
      (concerned: (agency: string) => boolean): Change =>
      (answers) => {
        alike(answers);
        for (const row of answers.rows['operating-cost'])
          row.notes = concerned(row.agency_id) ? ['differs-from-public'] : [];
      };
    const comparison = compared(
      'operating-cost',
      {},
      differs((id) => id === 'jiachuan-ybj'),
    );
    expect(marked(comparison)).toEqual({ 'jiachuan-ybj': ['运行经费口径不同'] });
    expect(caveat(comparison, 'operating-cost-scope')?.marked).toBe(true);
    const none = compared(
      'operating-cost',
      {},
      differs(() => false),
    );
    expect(caveat(none, 'operating-cost-scope')).toBeUndefined();
    expect(marked(none)).toEqual({});
  });

  it('a final account never stands beside budgets: its agency is absent, and says why', () => {
    const comparison = compared('project-share', {}, (answers) => {
      but('wuquan-ybj', { stage: 'final-account' })(answers);
      for (const row of answers.rows['project-share'])
        if (row.agency_id === 'wuquan-ybj') row.stage = 'final-account';
    });
    expect(comparison.absent.map(({ agencyId, reason }) => [agencyId, reason])).toContainEqual([
      'wuquan-ybj',
      'other-stage-only',
    ]);
    expect(comparison.series.map(({ agencyId }) => agencyId)).not.toContain('wuquan-ybj');
  });

  it('marks nobody for what holds for all: it distorts nothing', () => {
    const comparison = compared('staff-cost-per-head', {}, (answers) => {
      alike(answers);
      every({ headcount_as_of: '2023-12-31' })(answers);
    });
    expect(caveat(comparison, 'headcount-date')?.marked).toBe(false);
    expect(marked(comparison)).toEqual({});
  });

  it('says it in English as well', () => {
    expect(
      unlikeSentence(
        [
          { name: 'A', unlike: ['another year', 'another scope'] },
          { name: 'B', unlike: [] },
        ],
        'en',
      ),
    ).toBe('※ Not quite like the others: A (another year, another scope).');
  });
});

describe('one click that makes it comparable', () => {
  const REMEDIES: [MetricId, string, Change, Partial<ViewState>, string][] = [
    [
      'project-share',
      'years-differ',
      but('wuquan-ybj', { fiscal_year: 2023 }),
      { agencies: ['jiachuan-ybj', 'yiling-ybj', 'binghe-ybj', 'dingzhou-ybj'] },
      '只比较 2024 年的（4 个机构）',
    ],
    [
      'project-share',
      'scopes-differ',
      but('wuquan-ybj', { scope: 'department' }),
      { agencies: ['jiachuan-ybj', 'yiling-ybj', 'binghe-ybj', 'dingzhou-ybj'] },
      '只比较单个单位（4 个机构）',
    ],
    [
      'staff-cost-per-head',
      'headcount-date',
      but('jiachuan-ybj', { headcount_as_of: '2023-12-31' }),
      { agencies: ['yiling-ybj', 'binghe-ybj', 'dingzhou-ybj', 'wuquan-ybj'] },
      '只比较人数与预算同年的（2 个机构）',
    ],
    [
      'staff-cost-per-head',
      'retirees-counted',
      but('jiachuan-ybj', { retiree_pay: '210000' }),
      { variant: 'in-service' },
      '改用“在职人员经费”',
    ],
    [
      'staff-cost-per-head',
      'transport-in-personnel',
      but('jiachuan-ybj', { transport_in_personnel: '96000' }),
      { variant: 'wages' },
      '改用“工资福利支出”',
    ],
    [
      'project-share',
      'transfers-in-projects',
      but('jiachuan-ybj', { transfer_projects: '320000' }),
      { variant: 'administration' },
      '改用“不含转移性项目”',
    ],
  ];
  it.each(REMEDIES)('%s: %s', (metric, id, change, patch, label) => {
    const comparison = compared(metric, {}, change);
    const remedies = caveat(comparison, id)?.remedies ?? [];
    expect(remedies.map((remedy) => [remedy.label, remedy.patch])).toEqual([[label, patch]]);

    const answers = sampleAnswers();
    const { state, notices } = comparisonLink.decode(remedies[0]?.query ?? '', {
      metric,
      vocabulary: () =>
        comparisonVocabulary({ ...answers, rows: answers.rows[metric], metric: METRICS[metric] }),
    });
    expect(notices).toEqual([]);
    expect(state).toMatchObject(patch);
    const after = compared(metric, state, change);
    expect(caveat(after, id)).toBeUndefined();
    expect(after.series.length).toBeGreaterThanOrEqual(2);
    expect(marked(after)).toEqual({});
  });

  it('offers nothing that leaves fewer than two agencies', () => {
    const comparison = compared('staff-cost-per-head', { agencies: ['jiachuan-ybj', 'binghe-ybj'] });
    expect(caveat(comparison, 'scopes-differ')?.remedies).toEqual([]);
  });
  it('offers nothing for a caveat that no choice of the reader silences', () => {
    const comparison = compared('staff-cost-per-head');
    expect(caveat(comparison, 'rounded-numerator')?.remedies).toEqual([]);
  });
  it('offers nothing where the metric has no such variant', () => {
    const input = comparisonInput(sampleAnswers(), {
      ...METRICS['project-share'],
      variants: METRICS['project-share'].variants.slice(0, 1),
    });
    const comparison = compare(defaultState('project-share'), input, 'en');
    expect(caveat(comparison, 'transfers-in-projects')?.remedies).toEqual([]);
  });
});
