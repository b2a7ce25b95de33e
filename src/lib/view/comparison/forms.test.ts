import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import { defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { brokenSentence, compare, comparisonInput, formsOf, quotation, wholeStatement } from './index.ts';
import type { ComparedMetric, Comparison } from './index.ts';
import { SAMPLE_METRICS } from './sample-metrics.ts';

const { staffCost, threePublic, functionMix, indicators, budgetChange } = SAMPLE_METRICS;

function view(metric: ComparedMetric, patch: Partial<ViewState> = {}): ViewState {
  return { ...defaultState(metric.id), ...patch };
}

function compared(metric: ComparedMetric, patch: Partial<ViewState> = {}): Comparison {
  return compare(view(metric, patch), comparisonInput(sampleAnswers(), metric), 'zh');
}

const forms = (metric: ComparedMetric, patch: Partial<ViewState> = {}): string[] =>
  formsOf(view(metric, patch), comparisonInput(sampleAnswers(), metric));

describe('forms', () => {
  it('that fit what is selected', () => {
    expect(forms(staffCost)).toEqual(['ranked-bars', 'dots']);
    expect(forms(budgetChange)).toEqual(['ranked-bars', 'dots']);
    expect(forms(indicators)).toEqual(['matrix']);
    expect(forms(indicators, { variant: 'projects' })).toEqual(['ranked-bars', 'dots']);
    expect(forms(functionMix)).toEqual(['stacked', 'item-panels']);
    expect(forms(functionMix, { items: ['210'] })).toContain('dots');
    expect(forms(threePublic)).toEqual([
      'slope',
      'year-panels',
      'ranked-bars',
      'dots',
      'stacked',
      'item-panels',
    ]);
    expect(forms(threePublic, { items: ['abroad', 'reception'] })).toEqual(['stacked', 'item-panels']);
  });
  it('are drawn as asked for, and as suits best where they do not fit', () => {
    expect(compared(threePublic, { form: 'ranked-bars' })).toMatchObject({
      form: 'ranked-bars',
      title: '“三公”经费：因公出国（境）费＋公务接待费＋公务用车费，2023—2024 年预算（各机构最近年度）',
    });
    expect(compared(threePublic, { form: 'ranked-bars' }).series[0]?.marks[0]?.row.item).toBe('three-public');
    expect(compared(functionMix, { form: 'slope' }).form).toBe('stacked');
  });
});

describe('the text for copying', () => {
  const comparison = compared(threePublic);
  it('says what the median is, and who does not tie', () => {
    expect(wholeStatement(comparison, '')).toMatch(/中位数是 [\d,.]+ 元。/);
    const [first] = comparison.series;
    const broken = brokenSentence(comparison, (row) =>
      row.agency_id === first?.agencyId ? 'broken' : 'exact',
    );
    expect(broken).toBe(`${first?.name ?? ''}的数所在的合计或文字说明与别处对不上，引用前先看勾稽。`);
    expect(brokenSentence(comparison, () => 'rounding')).toBe('');
  });
  it('carries title, paragraph and citation', () => {
    expect(quotation(comparison, '', '明账. 出处.').split('\n')).toEqual([
      comparison.title,
      wholeStatement(comparison, ''),
      '明账. 出处.',
    ]);
  });
});

describe('shares over years', () => {
  it('change by percentage points', () => {
    const answers = sampleAnswers();
    const metric = SAMPLE_METRICS.projectShare;
    const rows = answers.rows[metric.id];
    rows.push(
      ...rows.map((row) => ({
        ...row,
        fiscal_year: row.fiscal_year - 1,
        value: '10',
        low: '10',
        high: '10',
      })),
    );
    const comparison = compare(view(metric, { form: 'slope' }), comparisonInput(answers, metric), 'zh');
    expect(comparison.form).toBe('slope');
    expect(comparison.sentence).toMatch(/比 20\d\d 年高 [\d.]+ 个百分点/);
  });
});
