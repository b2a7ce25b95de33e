import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnswers } from '../../src/lib/data/answers.node.ts';
import type { Answers } from '../../src/lib/data/answers.ts';
import type { MetricId, MetricRow } from '../../src/lib/data/metrics/index.ts';

/**
 * Worked out by hand from the five published documents. Personnel is the total of the basic table by economic class; the
 * three-public figures are those of the table, or of the sentence where the table is declared empty.
 */
const STAFF: [agency: string, variant: string, kind: string, value: string | null][] = [
  // 8,491,991.00 ÷ 59 and ÷ 62; 8,327,123.00 ÷ 59; (8,491,991.00 − 8,868.00) ÷ 59
  ['hanzhong-ybj', 'personnel', 'on-board', '143932.05'],
  ['hanzhong-ybj', 'personnel', 'establishment', '136967.60'],
  ['hanzhong-ybj', 'wages', 'on-board', '141137.68'],
  ['hanzhong-ybj', 'in-service', 'on-board', '143781.75'],
  // 182.37 万元 ÷ 6
  ['jianghan-ybj', 'personnel', 'on-board', '303950.00'],
  ['jianghan-ybj', 'personnel', 'establishment', '303950.00'],
  // 97.71 万元 ÷ 7; 92.25 万元 ÷ 7
  ['fengxiang-ybj', 'personnel', 'on-board', '139585.71'],
  ['fengxiang-ybj', 'wages', 'on-board', '131785.71'],
  ['guangyang-ybj', 'personnel', 'on-board', null],
  ['guangyang-ybj', 'personnel', 'establishment', null],
  ['yuanjiang-ybj', 'personnel', 'on-board', null],
  ['yuanjiang-ybj', 'in-service', 'establishment', null],
];
const PROJECTS: [agency: string, variant: string, value: string][] = [
  // 1,684,000 ÷ 10,406,991; without the allowance of 660,000: 1,024,000 ÷ 9,746,991
  ['hanzhong-ybj', 'all', '16.18'],
  ['hanzhong-ybj', 'administration', '10.51'],
  // 778.20 ÷ 982.98
  ['jianghan-ybj', 'all', '79.17'],
  // 3,055.77 ÷ 3,698.72; every project is a transfer: 2.42 + 130.85 + 2,880.00 + 42.50 = 3,055.77
  ['guangyang-ybj', 'all', '82.62'],
  ['guangyang-ybj', 'administration', '0.00'],
  // 68.22 ÷ 582.97; 85.48 ÷ 186.00
  ['yuanjiang-ybj', 'all', '11.70'],
  ['fengxiang-ybj', 'all', '45.96'],
];
const THREE_PUBLIC: [agency: string, item: string, now: string | null, before: string | null][] = [
  ['hanzhong-ybj', 'three-public', '41400.00', '20429.16'],
  ['hanzhong-ybj', 'reception', '26400.00', '17400.00'],
  ['hanzhong-ybj', 'vehicle', '15000.00', '3029.16'],
  ['hanzhong-ybj', 'vehicle-running', '15000.00', '3029.16'],
  ['hanzhong-ybj', 'abroad', '0.00', '0.00'],
  ['jianghan-ybj', 'three-public', '0.00', '0.00'],
  ['guangyang-ybj', 'three-public', '43800.00', '43800.00'],
  ['guangyang-ybj', 'vehicle-running', '43800.00', null],
  ['guangyang-ybj', 'reception', '0.00', '0.00'],
  ['yuanjiang-ybj', 'three-public', '30000.00', '30000.00'],
  ['yuanjiang-ybj', 'reception', '30000.00', null],
  ['fengxiang-ybj', 'three-public', '1900.00', '1900.00'],
  ['fengxiang-ybj', 'reception', '1900.00', '1900.00'],
];
const OTHERS: [
  metric: MetricId,
  agency: string,
  variant: string,
  kind: string,
  item: string,
  value: string | null,
][] = [
  // 231,000 ÷ 59; 22.41 万元 ÷ 6; 2.80 万元 ÷ 7
  ['running-cost-per-head', 'hanzhong-ybj', 'public', 'on-board', '', '3915.25'],
  ['running-cost-per-head', 'jianghan-ybj', 'public', 'on-board', '', '37350.00'],
  ['running-cost-per-head', 'fengxiang-ybj', 'public', 'on-board', '', '4000.00'],
  ['operating-cost', 'hanzhong-ybj', 'amount', '', '', '1218000.00'],
  ['operating-cost', 'guangyang-ybj', 'amount', '', '', '432800.00'],
  ['operating-cost', 'yuanjiang-ybj', 'amount', '', '', '181400.00'],
  // 60.47 more than 3,638.25; 66.79 less than 649.76
  ['budget-change', 'guangyang-ybj', 'percent', '', '', '1.66'],
  ['budget-change', 'yuanjiang-ybj', 'percent', '', '', '-10.28'],
  ['budget-change', 'yuanjiang-ybj', 'amount', '', '', '-667900.00'],
  // (34,000 + 9,800) ÷ 59
  ['meeting-training-per-head', 'hanzhong-ybj', 'meeting-training', 'on-board', '', '742.37'],
  ['meeting-training-per-head', 'guangyang-ybj', 'meeting', 'on-board', '', null],
  // 36,950 ÷ 10,406,991; 81.20 ÷ 982.98
  ['procurement-share', 'hanzhong-ybj', 'all', '', '', '0.36'],
  ['procurement-share', 'jianghan-ybj', 'all', '', '', '8.26'],
  ['procurement-share', 'yuanjiang-ybj', 'all', '', '', '0.00'],
  ['function-mix', 'yuanjiang-ybj', 'class', '', '210', '92.97'],
  ['function-mix', 'hanzhong-ybj', 'class', '', '221', '6.38'],
  ['economic-mix', 'guangyang-ybj', 'basic', '', '303', '6.08'],
  ['economic-mix', 'hanzhong-ybj', 'general', '', '302', '13.20'],
  // nine projects with targets each; five projects of which the office rent (103.2 of 778.2) has none
  ['indicator-coverage', 'hanzhong-ybj', 'projects', '', '', '100.00'],
  ['indicator-coverage', 'jianghan-ybj', 'projects', '', '', '80.00'],
  ['indicator-coverage', 'jianghan-ybj', 'money', '', '', '86.74'],
  ['indicator-coverage', 'yuanjiang-ybj', 'projects', '', '', '100.00'],
  ['indicator-coverage', 'guangyang-ybj', 'projects', '', '', null],
  // the newer form without social and environmental cost, ecological and sustained effect; the older without ecological
  ['indicator-coverage', 'yuanjiang-ybj', 'categories', '', '', '70.00'],
  ['indicator-coverage', 'hanzhong-ybj', 'categories', '', '', '88.89'],
  ['indicator-coverage', 'fengxiang-ybj', 'categories', '', '', '100.00'],
  ['indicator-coverage', 'yuanjiang-ybj', 'all', '', 'cost', '5.00'],
  ['indicator-coverage', 'yuanjiang-ybj', 'all', '', 'ecological-benefit', '0.00'],
  ['indicator-coverage', 'hanzhong-ybj', 'all', '', 'ecological-benefit', '0.00'],
];

describe('the shipped data set against figures worked out by hand', () => {
  let answers: Answers;
  beforeAll(async () => {
    answers = await loadAnswers();
  });

  function find(metric: MetricId, match: Partial<MetricRow>): MetricRow {
    const found = answers.rows[metric].filter((row) =>
      Object.entries(match).every(([key, value]) => row[key as keyof MetricRow] === value),
    );
    expect(found, JSON.stringify(match)).toHaveLength(1);
    return found[0] as MetricRow;
  }
  const rounded = (row: MetricRow): string | null =>
    row.value === null ? null : Number(row.value).toFixed(2);

  it.each(STAFF)('staff cost of %s, %s over %s', (agency_id, variant, denominator_kind, value) => {
    const row = find('staff-cost-per-head', { agency_id, variant, denominator_kind });
    expect(rounded(row)).toBe(value);
    if (value === null) expect(row.reason).toBe('headcount-not-disclosed');
  });

  it.each(PROJECTS)('project share of %s, %s', (agency_id, variant, value) => {
    expect(rounded(find('project-share', { agency_id, variant }))).toBe(value);
  });

  it.each(THREE_PUBLIC)('three public expenses of %s, %s', (agency_id, item, now, before) => {
    const document = answers.documents.find((entry) => entry.agency_id === agency_id);
    const year = document?.fiscal_year ?? 0;
    expect(rounded(find('three-public', { agency_id, item, fiscal_year: year }))).toBe(now);
    expect(rounded(find('three-public', { agency_id, item, fiscal_year: year - 1 }))).toBe(before);
  });

  it.each(OTHERS)('%s of %s, %s %s %s', (metric, agency_id, variant, denominator_kind, item, value) => {
    expect(rounded(find(metric, { agency_id, variant, denominator_kind, item }))).toBe(value);
  });

  it('says where the prose contradicts a table declared empty', () => {
    const row = find('three-public', { agency_id: 'fengxiang-ybj', item: 'three-public', fiscal_year: 2024 });
    expect(row.notes).toContain('prose-contradicts-empty-table');
  });

  it('gives every agency an answer or a reason in every metric', () => {
    for (const [metric, rows] of Object.entries(answers.rows)) {
      for (const { agency_id } of answers.agencies) {
        const own = rows.filter((row) => row.agency_id === agency_id);
        expect(own.length, `${metric} ${agency_id}`).toBeGreaterThan(0);
        for (const row of own) expect(row.value === null, `${metric} ${agency_id}`).toBe(row.reason !== null);
      }
    }
  });
});
