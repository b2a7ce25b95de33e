import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATASET_TABLES, encodeRows, TABLES } from '../../src/lib/data/arrow/index.ts';
import type { Engine } from '../../src/lib/data/engine/engine.ts';
import { openNativeEngine } from '../../src/lib/data/engine/native.node.ts';
import { openWasmEngineInNode } from '../../src/lib/data/engine/wasm.node.ts';
import { loadDocumentFacts } from '../../src/lib/data/metrics/document-facts.ts';
import { METRICS, runMetric } from '../../src/lib/data/metrics/index.ts';
import type { MetricId, MetricRow } from '../../src/lib/data/metrics/index.ts';
import { handWorkedDataset } from '../support/hand-worked.ts';

/** What is worked out by hand: [document, year, variant, denominator, item] and [value, status or reason, notes]. */
type Key = [document: string, year: number, variant: string, denominator: string, item: string];
type Expected = [value: string | null, status: string, notes?: string[]];

const A = 'alpha-2024';
const EXPECTED: Record<MetricId, [Key, Expected][]> = {
  'staff-cost-per-head': [
    // 600,000 ÷ 10; establishment 8 + 4 = 12; wages 300,000 + 240,000; pensions 24,000
    [
      [A, 2024, 'personnel', 'on-board', ''],
      ['60000', 'reported'],
    ],
    [
      [A, 2024, 'personnel', 'establishment', ''],
      ['50000', 'reported', ['headcount-summed']],
    ],
    [
      [A, 2024, 'wages', 'on-board', ''],
      ['54000', 'derived', ['summed-from-parts']],
    ],
    [
      [A, 2024, 'in-service', 'on-board', ''],
      ['57600', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'personnel', 'on-board', ''],
      [null, 'headcount-not-disclosed', ['summed-from-parts']],
    ],
    [
      ['gamma-2024', 2024, 'personnel', 'on-board', ''],
      [null, 'figure-not-disclosed'],
    ],
  ],
  'project-share': [
    // 320 ÷ 1,000; without transfers of 120: 200 ÷ 880; 45 ÷ 150
    [
      [A, 2024, 'all', '', ''],
      ['32', 'reported'],
    ],
    [
      [A, 2024, 'administration', '', ''],
      ['22.727272727273', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'all', '', ''],
      ['30', 'reported'],
    ],
    // no line says what beta's projects are; delta lists both of its own
    [
      ['beta-2024', 2024, 'administration', '', ''],
      ['30', 'reported', ['projects-unlisted']],
    ],
    [
      ['delta-2024', 2024, 'administration', '', ''],
      ['30', 'reported'],
    ],
    // its only unit's line is the total: 60 ÷ 200
    [
      ['delta-2024', 2024, 'all', '', ''],
      ['30', 'reported'],
    ],
    [
      ['gamma-2024', 2024, 'all', '', ''],
      [null, 'figure-not-disclosed'],
    ],
  ],
  'three-public': [
    [
      [A, 2024, 'amount', '', 'three-public'],
      ['30000', 'reported'],
    ],
    [
      [A, 2024, 'amount', '', 'abroad'],
      ['0', 'derived', ['blank-by-sum']],
    ],
    [
      [A, 2024, 'amount', '', 'vehicle-purchase'],
      ['0', 'derived', ['blank-by-sum']],
    ],
    // 2023 belongs to the document of 2023; the later one prints 25,000 instead of 26,000, and the same receptions
    [
      ['alpha-2023', 2023, 'amount', '', 'three-public'],
      ['26000', 'reported', ['restated-later']],
    ],
    [
      [A, 2023, 'amount', '', 'three-public'],
      ['25000', 'reported', ['restatement']],
    ],
    [
      ['alpha-2023', 2023, 'amount', '', 'reception'],
      ['9000', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'amount', '', 'three-public'],
      ['1900', 'reported', ['from-prose', 'prose-contradicts-empty-table']],
    ],
    [
      ['beta-2024', 2024, 'amount', '', 'abroad'],
      ['0', 'zero', ['declared-zero', 'from-prose']],
    ],
    [
      ['beta-2024', 2023, 'amount', '', 'three-public'],
      ['1900', 'derived', ['derived-from-change']],
    ],
    [
      ['beta-2024', 2023, 'amount', '', 'reception'],
      [null, 'table-declared-empty'],
    ],
    [
      ['gamma-2024', 2024, 'amount', '', 'three-public'],
      [null, 'table-missing'],
    ],
  ],
  'indicator-coverage': [
    [
      [A, 2024, 'all', '', 'quantity'],
      ['1', 'reported'],
    ],
    [
      [A, 2024, 'all', '', 'cost'],
      ['0', 'zero'],
    ],
    [
      [A, 2024, 'projects-only', '', 'satisfaction'],
      ['0', 'zero'],
    ],
    [
      [A, 2024, 'overall-only', '', 'satisfaction'],
      ['1', 'reported'],
    ],
    // one of two projects, 200 of 320; 4 of 9 categories of the older form; 3 of 4 quantitative
    [
      [A, 2024, 'projects', '', ''],
      ['50', 'reported'],
    ],
    [
      [A, 2024, 'money', '', ''],
      ['62.5', 'reported'],
    ],
    [
      [A, 2024, 'categories', '', ''],
      ['44.444444444444', 'reported'],
    ],
    [
      [A, 2024, 'quantitative', '', ''],
      ['75', 'reported'],
    ],
    // the newer form: two of three kinds of cost and quantity, of 10 categories; no project list
    [
      ['beta-2024', 2024, 'all', '', 'cost'],
      ['2', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'overall-only', '', 'quantity'],
      ['0', 'zero'],
    ],
    [
      ['beta-2024', 2024, 'categories', '', ''],
      ['30', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'projects', '', ''],
      [null, 'no-project-list'],
    ],
    // its one form is for 合计 of both projects, under another name
    [
      ['delta-2024', 2024, 'money', '', ''],
      [null, 'targets-not-by-project'],
    ],
    [
      ['gamma-2024', 2024, 'all', '', 'quantity'],
      [null, 'no-indicators'],
    ],
    [
      ['gamma-2024', 2024, 'quantitative', '', ''],
      [null, 'no-indicators'],
    ],
  ],
  'running-cost-per-head': [
    [
      [A, 2024, 'public', 'on-board', ''],
      ['8000', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'public', 'on-board', ''],
      [null, 'headcount-not-disclosed', ['summed-from-parts']],
    ],
  ],
  'operating-cost': [
    [
      [A, 2024, 'amount', '', ''],
      ['80000', 'reported', ['from-prose']],
    ],
    [
      [A, 2024, 'per-head', 'on-board', ''],
      ['8000', 'reported', ['from-prose']],
    ],
    // 120,000 is not the 100,000 of 302; a part of something else is not taken
    [
      ['beta-2024', 2024, 'amount', '', ''],
      ['120000', 'reported', ['differs-from-public', 'from-prose']],
    ],
    [
      ['gamma-2024', 2024, 'amount', '', ''],
      [null, 'figure-not-disclosed'],
    ],
  ],
  'budget-change': [
    // 1,000 − 800 as printed; 1,500 + 100 last year as the decrease implies
    [
      [A, 2024, 'amount', '', ''],
      ['200000', 'reported'],
    ],
    [
      [A, 2024, 'percent', '', ''],
      ['25', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'amount', '', ''],
      ['-100000', 'derived', ['derived-from-change']],
    ],
    [
      ['beta-2024', 2024, 'percent', '', ''],
      ['-6.25', 'derived', ['derived-from-change']],
    ],
    [
      ['gamma-2024', 2024, 'percent', '', ''],
      [null, 'figure-not-disclosed'],
    ],
  ],
  'meeting-training-per-head': [
    [
      [A, 2024, 'meeting-training', 'on-board', ''],
      ['400', 'reported'],
    ],
    [
      [A, 2024, 'training', 'on-board', ''],
      ['0', 'zero'],
    ],
    [
      ['beta-2024', 2024, 'meeting-training', 'on-board', ''],
      [null, 'table-declared-empty'],
    ],
  ],
  'function-mix': [
    // classes added up from 项; the column of what is procured is no spending of its own: (150 + 20) ÷ 200
    [
      ['delta-2024', 2024, 'class', '', '210'],
      ['85', 'derived', ['summed-from-parts']],
    ],
    [
      ['delta-2024', 2024, 'group', '', '21015'],
      ['75', 'derived', ['summed-from-parts']],
    ],
    [
      [A, 2024, 'class', '', '208'],
      ['10', 'reported'],
    ],
    [
      [A, 2024, 'class', '', '210'],
      ['90', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'class', '', ''],
      [null, 'figure-not-disclosed'],
    ],
  ],
  'economic-mix': [
    // 540 + 80 + 60 = 680
    [
      [A, 2024, 'basic', '', '301'],
      ['79.411764705882', 'derived', ['summed-from-parts']],
    ],
    [
      [A, 2024, 'basic', '', '303'],
      ['8.823529411765', 'reported'],
    ],
    [
      [A, 2024, 'general', '', ''],
      [null, 'figure-not-disclosed'],
    ],
    [
      ['beta-2024', 2024, 'basic', '', '302'],
      ['9.523809523810', 'reported'],
    ],
  ],
  'procurement-share': [
    [
      [A, 2024, 'all', '', ''],
      ['5', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'all', '', ''],
      ['0', 'zero', ['declared-zero', 'from-prose']],
    ],
    [
      ['gamma-2024', 2024, 'all', '', ''],
      [null, 'table-missing'],
    ],
  ],
  'disclosure-completeness': [
    // alpha: expenditure, basic, three-public, procurement, operating cost, staff of 17
    [
      [A, 2024, 'all', '', ''],
      ['35.294117647059', 'reported'],
    ],
    [
      [A, 2024, 'items', '', 'income-summary'],
      ['0', 'zero'],
    ],
    [
      ['beta-2024', 2024, 'items', '', 'income-summary'],
      ['0', 'zero'],
    ],
    [
      ['beta-2024', 2024, 'items', '', 'three-public'],
      ['1', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'items', '', 'total-change'],
      ['1', 'reported'],
    ],
    [
      ['gamma-2024', 2024, 'all', '', ''],
      ['0', 'zero'],
    ],
  ],
  reconciliation: [
    [
      [A, 2024, 'all', '', ''],
      ['75', 'reported'],
    ],
    [
      [A, 2024, 'broken', '', ''],
      ['1', 'reported'],
    ],
    [
      ['beta-2024', 2024, 'all', '', ''],
      [null, 'nothing-to-check'],
    ],
  ],
};

const engines: [string, () => Promise<Engine>][] = [
  ['native', openNativeEngine],
  ['wasm', openWasmEngineInNode],
];

describe.each(engines)('metrics on a data set worked out by hand, %s engine', (_, openEngine) => {
  let engine: Engine;
  const answers = new Map<MetricId, MetricRow[]>();

  beforeAll(async () => {
    engine = await openEngine();
    const rows = handWorkedDataset();
    for (const table of DATASET_TABLES)
      await engine.load(table, encodeRows(TABLES[table].columns, rows[table]));
    for (const record of Object.values(METRICS)) answers.set(record.id, await runMetric(engine, record));
  });
  afterAll(() => engine.close());

  const cases = Object.entries(EXPECTED).flatMap(([id, lines]) =>
    lines.map(([key, expected]) => [id as MetricId, key.join(' '), key, expected] as const),
  );
  it.each(cases)('%s: %s', (id, _name, key, [value, outcome, notes = []]) => {
    const found = (answers.get(id) ?? []).filter(
      (row) =>
        [row.document_id, row.fiscal_year, row.variant, row.denominator_kind, row.item].join(' ') ===
        key.join(' '),
    );
    expect(found).toHaveLength(1);
    const [row] = found;
    expect(row?.value === null || row?.value === undefined ? null : Number(row.value)).toBe(
      value === null ? null : Number(value),
    );
    expect(row?.reason ?? row?.status).toBe(outcome);
    expect(row?.notes).toEqual(notes);
  });

  it('names the facts of every input', () => {
    for (const [id, rows] of answers) {
      for (const row of rows) {
        expect(row.absent_inputs > 0).toBe(row.status === 'absent');
        const stands = row.numerator !== null && row.numerator !== '0' && id !== 'reconciliation';
        if (stands) expect(row.numerator_facts, `${id} ${row.variant}`).not.toEqual([]);
      }
    }
    const row = answers
      .get('staff-cost-per-head')
      ?.find((r) => r.variant === 'in-service' && r.denominator_kind === 'on-board' && r.document_id === A);
    expect(row?.numerator_facts).toEqual(['t1.total.2', 't1.30302']);
    expect(row?.denominator_facts).toEqual(['headcount:L5']);
  });

  it('carries the rounding of what is printed in 万元', () => {
    const row = answers
      .get('project-share')
      ?.find((r) => r.document_id === 'beta-2024' && r.variant === 'all');
    // 449,950 ÷ 1,500,050 to 450,050 ÷ 1,499,950
    expect(Number(row?.low)).toBeCloseTo(29.99566681, 7);
    expect(Number(row?.high)).toBeCloseTo(30.00433348, 7);
  });

  it('drops what a later document prints the same for a year that has its own', () => {
    const rows = answers.get('three-public') ?? [];
    const receptions = rows.filter(
      (r) => r.agency_id === 'alpha' && r.fiscal_year === 2023 && r.item === 'reception',
    );
    expect(receptions.map((r) => r.document_id)).toEqual(['alpha-2023']);
  });

  it('tells the caveats what they look at', async () => {
    const facts = await loadDocumentFacts(engine);
    expect(facts.find((document) => document.document_id === A)).toEqual({
      document_id: A,
      agency_id: 'alpha',
      fiscal_year: 2024,
      stage: 'budget',
      scope: 'department',
      body: null,
      level: null,
      headcount_as_of: '2023-12-31',
      retiree_pay: '24000',
      transport_in_personnel: null,
      transfer_projects: '120000',
      hired_staff_projects: [],
      indicator_form: 'older',
      long_term_indicators: 0,
    });
    expect(facts.find((document) => document.document_id === 'beta-2024')).toMatchObject({
      headcount_as_of: null,
      indicator_form: 'newer',
      long_term_indicators: 1,
    });
  });
});
