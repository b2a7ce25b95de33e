import type { DatasetRows, RowOf } from '../../src/lib/data/arrow/index.ts';
import { claim, datasetOf, document, fact, table, type Cells } from './small-dataset.ts';

const A24 = 'alpha-2024';
const A23 = 'alpha-2023';
const B = 'beta-2024';
const C = 'gamma-2024';
const D = 'delta-2024';

const WAN = { unit: '万元', slack_yuan: '50', fund: 'general-public-budget' } as const;
const code = (value: string, more: Cells<'facts'> = {}): Cells<'facts'> => ({
  axis: value.startsWith('3') ? 'dept-economic' : 'function',
  code: value,
  label: value,
  level: { 3: 1, 5: 2, 7: 3 }[value.length] ?? null,
  ...more,
});
const item = (name: RowOf<'facts'>['item'], year: number, more: Cells<'facts'> = {}): Cells<'facts'> => ({
  item: name,
  fiscal_year: year,
  ...more,
});
const staff = (
  documentId: string,
  id: string,
  kind: RowOf<'headcounts'>['kind'],
  category: RowOf<'headcounts'>['category'],
  count: number,
): Cells<'headcounts'> => ({
  document_id: documentId,
  headcount_id: id,
  locator: id,
  as_of: '2023-12-31',
  kind,
  category,
  count,
  raw: `${count}人`,
});
const indicator = (
  documentId: string,
  id: string,
  project: string | null,
  level2: string,
  quantitative: boolean,
  more: Cells<'indicators'> = {},
): Cells<'indicators'> => ({
  document_id: documentId,
  indicator_id: id,
  locator: id,
  scope: project === null ? 'overall' : 'project',
  project,
  horizon: 'annual',
  level1: '产出指标',
  level2,
  level3: id,
  target_raw: '≥1',
  operator: quantitative ? '≥' : 'text',
  quantitative,
  ...more,
});
const check = (documentId: string, id: string, status: RowOf<'checks'>['status']): Cells<'checks'> => ({
  document_id: documentId,
  check_id: id,
  rule: 'sum',
  status,
  facts: [],
  weights: [],
  claims: [],
  text: '',
  text_en: '',
});

const project = (name: string, row: number): Cells<'facts'> => ({
  axis: 'project',
  project: name,
  label: name,
  measure: 'project',
  row,
});

/**
 * Four invented agencies, small enough to work every metric out by hand: alpha prints everything in 元 for two years;
 * beta prints in 万元, gives no headcount, no personnel column, and contradicts its empty three-public table; gamma
 * publishes next to nothing; delta prints its total on the line of its only unit, 项 without their classes, and one
 * form of targets for all its projects.
 */
export function handWorkedDataset(): DatasetRows {
  return datasetOf({
    documents: [
      document(A24, 'alpha', 2024),
      document(A23, 'alpha', 2023),
      document(B, 'beta', 2024, { scope: 'unit' }),
      document(C, 'gamma', 2024),
      document(D, 'delta', 2024),
    ],
    tables: [
      table(A24, 't1', 'basic-by-economic'),
      table(A24, 't2', 'expenditure-summary'),
      table(A24, 't3', 'three-public'),
      table(A24, 't4', 'project-expenditure'),
      table(A24, 't5', 'procurement'),
      table(A23, 't3', 'three-public'),
      table(B, 't1', 'basic-by-economic'),
      table(B, 't2', 'general-by-function'),
      table(B, 'c3', 'three-public', 'declared-empty'),
      table(B, 'c4', 'procurement', 'declared-empty'),
      table(B, 'c5', 'income-summary', 'listed-only'),
      table(D, 't2', 'expenditure-summary'),
      table(D, 't4', 'project-expenditure'),
    ],
    facts: [
      fact(A24, 't1', 'basic-by-economic', 'total.1', '680000.00', { fund: 'general-public-budget' }),
      fact(A24, 't1', 'basic-by-economic', 'total.2', '600000.00', { measure: 'personnel', column: 1 }),
      fact(A24, 't1', 'basic-by-economic', 'total.3', '80000.00', { measure: 'public', column: 2 }),
      fact(
        A24,
        't1',
        'basic-by-economic',
        '30101.a',
        '300000.00',
        code('30101', { gov_code: '50101', row: 1 }),
      ),
      fact(
        A24,
        't1',
        'basic-by-economic',
        '30101.b',
        '240000.00',
        code('30101', { gov_code: '50501', row: 2 }),
      ),
      fact(A24, 't1', 'basic-by-economic', '302', '80000.00', code('302', { row: 3 })),
      fact(A24, 't1', 'basic-by-economic', '303', '60000.00', code('303', { row: 4 })),
      fact(A24, 't1', 'basic-by-economic', '30302', '24000.00', code('30302', { row: 5 })),
      fact(A24, 't2', 'expenditure-summary', 'total.1', '1000000.00'),
      fact(A24, 't2', 'expenditure-summary', 'total.2', '680000.00', { measure: 'basic', column: 1 }),
      fact(A24, 't2', 'expenditure-summary', 'total.3', '320000.00', { measure: 'project', column: 2 }),
      fact(A24, 't2', 'expenditure-summary', 'last', '800000.00', { fiscal_year: 2023, column: 3 }),
      fact(A24, 't2', 'expenditure-summary', '208', '100000.00', code('208', { row: 1 })),
      fact(A24, 't2', 'expenditure-summary', '210', '900000.00', code('210', { row: 2 })),
      fact(
        A24,
        't2',
        'expenditure-summary',
        '210.p',
        '320000.00',
        code('210', { row: 2, measure: 'project' }),
      ),
      fact(
        A24,
        't2',
        'expenditure-summary',
        '21013.p',
        '120000.00',
        code('21013', { row: 3, measure: 'project' }),
      ),
      fact(
        A24,
        't2',
        'expenditure-summary',
        '2101301.p',
        '120000.00',
        code('2101301', { row: 4, measure: 'project' }),
      ),
      fact(A24, 't3', 'three-public', 'now.0', '30000.00', item('three-public', 2024)),
      fact(A24, 't3', 'three-public', 'now.1', '10000.00', item('reception', 2024)),
      fact(A24, 't3', 'three-public', 'now.2', '20000.00', item('vehicle', 2024)),
      fact(A24, 't3', 'three-public', 'now.3', '20000.00', item('vehicle-running', 2024)),
      fact(A24, 't3', 'three-public', 'now.4', '4000.00', item('meeting', 2024)),
      fact(A24, 't3', 'three-public', 'now.5', '0.00', item('training', 2024)),
      fact(A24, 't3', 'three-public', 'before.0', '25000.00', item('three-public', 2023)),
      fact(A24, 't3', 'three-public', 'before.1', '9000.00', item('reception', 2023)),
      fact(
        A24,
        't3',
        'three-public',
        'unit.0',
        '30000.00',
        item('three-public', 2024, { axis: 'unit', unit_code: '301' }),
      ),
      fact(A24, 't4', 'project-expenditure', 'total', '320000.00', { measure: 'project' }),
      fact(A24, 't4', 'project-expenditure', 'p1', '200000.00', {
        axis: 'project',
        project: '信息系统运维',
        label: '信息系统运维',
        measure: 'project',
        row: 1,
      }),
      fact(A24, 't4', 'project-expenditure', 'p2', '120000.00', {
        axis: 'project',
        project: '救助资金',
        label: '救助资金',
        measure: 'project',
        row: 2,
      }),
      fact(A24, 't5', 'procurement', 'total', '50000.00'),
      fact(A23, 't3', 'three-public', 'now.0', '26000.00', item('three-public', 2023)),
      fact(A23, 't3', 'three-public', 'now.1', '9000.00', item('reception', 2023)),
      fact(B, 't1', 'basic-by-economic', '301', '900000.00', code('301', { ...WAN, row: 1 })),
      fact(B, 't1', 'basic-by-economic', '302', '100000.00', code('302', { ...WAN, row: 2 })),
      fact(B, 't1', 'basic-by-economic', '303', '50000.00', code('303', { ...WAN, row: 3 })),
      fact(B, 't2', 'general-by-function', 'total.1', '1500000.00', WAN),
      fact(B, 't2', 'general-by-function', 'total.2', '450000.00', { ...WAN, measure: 'project', column: 1 }),
      {
        ...fact(B, 't9', 'three-public', 'x', '1900.00', item('three-public', 2023, WAN)),
        table_id: null,
        fact_id: 'prose.three-public.three-public.2023',
        status: 'derived',
        is_total: false,
        axis: 'item',
      },
      fact(D, 't2', 'expenditure-summary', 'u.1', '2000000.00', { axis: 'unit' }),
      fact(D, 't2', 'expenditure-summary', 'u.2', '600000.00', {
        axis: 'unit',
        measure: 'project',
        column: 1,
      }),
      fact(D, 't2', 'expenditure-summary', '2101501', '1500000.00', code('2101501', { row: 1 })),
      fact(D, 't2', 'expenditure-summary', '2101501.b', '70000.00', code('2101501', { row: 1, column: 3 })),
      fact(D, 't2', 'expenditure-summary', '2101101', '200000.00', code('2101101', { row: 2 })),
      fact(D, 't2', 'expenditure-summary', '2210201', '300000.00', code('2210201', { row: 3 })),
      fact(D, 't4', 'project-expenditure', 'p1', '400000.00', project('宣传', 1)),
      fact(D, 't4', 'project-expenditure', 'p2', '200000.00', project('培训', 2)),
    ],
    headcounts: [
      staff(A24, 'L5', 'on-board', 'total', 10),
      staff(A24, 'L5~2', 'establishment', 'administrative', 8),
      staff(A24, 'L5~3', 'establishment', 'institution', 4),
      staff(A24, 'L5~4', 'retired', 'total', 3),
    ],
    claims: [
      claim(A24, 'L20', 'operating-cost', '80000.00'),
      claim(B, 'L30', 'three-public', '1900.00'),
      claim(B, 'L30~2', 'reception', '1900.00'),
      claim(B, 'L30~3', 'abroad', '0.00', { decimals: 0, slack_yuan: '5000' }),
      claim(B, 'L31', 'procurement', '0.00', { decimals: 0, slack_yuan: '5000' }),
      claim(B, 'L32', 'operating-cost', '120000.00'),
      claim(B, 'L33', 'total-expenditure', '-100000.00', { measure: 'change', direction: 'decrease' }),
      claim(B, 'L34', 'operating-cost', '70000.00', { of: 'basic' }),
    ],
    indicators: [
      indicator(A24, 'L40', '信息系统运维', '数量指标', true),
      indicator(A24, 'L41', '信息系统运维', '质量指标', true),
      indicator(A24, 'L42', '信息系统运维', '社会效益指标', false),
      indicator(A24, 'L43', null, '服务对象满意度指标', true),
      indicator(B, 'L50', null, '经济成本指标', true, { level1: '成本指标' }),
      indicator(B, 'L51', null, '社会成本指标', false, { level1: '成本指标' }),
      indicator(D, 'L60', '其他履职专项', '数量指标', true),
      indicator(B, 'L52', null, '数量指标', true, { horizon: 'long-term' }),
    ],
    checks: [
      check(A24, 'a', 'exact'),
      check(A24, 'b', 'exact'),
      check(A24, 'c', 'rounding'),
      check(A24, 'd', 'broken'),
      check(A24, 'e', 'unchecked'),
      check(B, 'a', 'unchecked'),
    ],
    project_nature: [
      nature('f', 'function', '21013', null, 'transfer'),
      nature('g', 'function', '2101301', null, 'transfer'),
      nature('p', 'project', '信息系统运维', 'other-2024', 'transfer'),
    ],
  });
}

function nature(
  id: string,
  match: RowOf<'project_nature'>['match'],
  pattern: string,
  documentId: string | null,
  kind: RowOf<'project_nature'>['nature'],
): Cells<'project_nature'> {
  return {
    nature_id: id,
    match,
    pattern,
    document_id: documentId,
    nature: kind,
    reason_zh: '',
    reason_en: '',
    source: '',
  };
}
