import { describe, expect, it } from 'vitest';
import { METRICS } from '../index.ts';
import type { Caveat, DocumentFacts, MetricRow } from '../types.ts';
import * as caveats from './index.ts';

const document = (id: string, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  document_id: id,
  agency_id: id,
  fiscal_year: 2024,
  stage: 'budget',
  scope: 'unit',
  body: 'medical-security',
  level: 'county',
  headcount_as_of: '2024-01-31',
  retiree_pay: null,
  transport_in_personnel: null,
  transfer_projects: null,
  hired_staff_projects: [],
  indicator_form: 'older',
  long_term_indicators: 0,
  ...more,
});

const row = (id: string, more: Partial<MetricRow> = {}): MetricRow => ({
  document_id: id,
  agency_id: id,
  stage: 'budget',
  fiscal_year: 2024,
  variant: 'personnel',
  denominator_kind: 'on-board',
  item: '',
  numerator: '1000',
  numerator_slack: '0.005',
  denominator: '10',
  denominator_slack: '0',
  value: '100',
  low: '100',
  high: '100',
  status: 'reported',
  reason: null,
  absent_inputs: 0,
  numerator_facts: [],
  denominator_facts: [],
  notes: [],
  ...more,
});

interface Case {
  caveat: Caveat;
  /** What differs in document b where it fires, and where it stays silent although it is close. */
  fires: { document?: Partial<DocumentFacts>; row?: Partial<MetricRow> };
  silent: { document?: Partial<DocumentFacts>; row?: Partial<MetricRow> };
}

const CASES: Case[] = [
  { caveat: caveats.YEARS_DIFFER, fires: { document: { fiscal_year: 2023 } }, silent: {} },
  { caveat: caveats.STAGES_DIFFER, fires: { document: { stage: 'final-account' } }, silent: {} },
  { caveat: caveats.SCOPES_DIFFER, fires: { document: { scope: 'department' } }, silent: {} },
  {
    caveat: caveats.LEVELS_DIFFER,
    fires: { document: { level: 'prefecture' } },
    silent: { document: { level: null } },
  },
  {
    caveat: caveats.BODIES_DIFFER,
    fires: { document: { body: 'finance' } },
    silent: { document: { body: null } },
  },
  {
    caveat: caveats.FROM_PROSE,
    fires: { row: { notes: ['from-prose'] } },
    silent: { row: { notes: ['corrected'] } },
  },
  { caveat: caveats.SUMMED_FROM_PARTS, fires: { row: { notes: ['summed-from-parts'] } }, silent: {} },
  { caveat: caveats.CORRECTED, fires: { row: { notes: ['corrected'] } }, silent: {} },
  {
    caveat: caveats.HEADCOUNT_DATE,
    fires: { document: { headcount_as_of: '2023-12-31' } },
    silent: { document: { headcount_as_of: null } },
  },
  {
    caveat: caveats.RETIREES_COUNTED,
    fires: { document: { retiree_pay: '8868' } },
    silent: { document: { retiree_pay: '8868' }, row: { variant: 'in-service' } },
  },
  {
    caveat: caveats.TRANSPORT_IN_PERSONNEL,
    fires: { document: { transport_in_personnel: '54600' } },
    silent: { document: { transport_in_personnel: '54600' }, row: { variant: 'wages' } },
  },
  {
    caveat: caveats.HIRED_STAFF,
    fires: { document: { hired_staff_projects: ['聘用人员'] } },
    silent: { document: { hired_staff_projects: [] } },
  },
  {
    caveat: caveats.ROUNDED_NUMERATOR,
    fires: { row: { numerator_slack: '50' } },
    silent: { row: { numerator_slack: '0.005' } },
  },
  { caveat: caveats.READER_HEADCOUNT, fires: { row: { status: 'reader' } }, silent: {} },
  {
    caveat: caveats.TRANSFERS_IN_PROJECTS,
    fires: { document: { transfer_projects: '600000' }, row: { variant: 'all' } },
    silent: { document: { transfer_projects: '600000' }, row: { variant: 'administration' } },
  },
  { caveat: caveats.OPERATING_COST_SCOPE, fires: { row: { notes: ['differs-from-public'] } }, silent: {} },
  { caveat: caveats.LAST_YEAR_DERIVED, fires: { row: { notes: ['derived-from-change'] } }, silent: {} },
  {
    caveat: caveats.PROSE_CONTRADICTS_TABLE,
    fires: { row: { notes: ['prose-contradicts-empty-table'] } },
    silent: { row: { notes: ['declared-zero'] } },
  },
  { caveat: caveats.BLANK_BY_SUM, fires: { row: { notes: ['blank-by-sum'] } }, silent: {} },
  { caveat: caveats.DECLARED_ZERO, fires: { row: { notes: ['declared-zero'] } }, silent: {} },
  { caveat: caveats.RESTATED, fires: { row: { notes: ['restated-later'] } }, silent: {} },
  { caveat: caveats.FORMS_DIFFER, fires: { document: { indicator_form: 'newer' } }, silent: {} },
  {
    caveat: caveats.LONG_TERM_TOO,
    fires: { document: { long_term_indicators: 12 }, row: { variant: 'all' } },
    silent: { document: { long_term_indicators: 12 }, row: { variant: 'projects-only' } },
  },
];

describe.each(CASES.map((entry) => [entry.caveat.id, entry] as const))(
  'caveat %s',
  (_, { caveat, fires, silent }) => {
    const shown = (b: Case['fires']): [MetricRow[], DocumentFacts[]] => [
      [
        row('a', { variant: b.row?.variant ?? 'personnel' }),
        row('b', b.row),
        row('c', { variant: b.row?.variant ?? 'personnel' }),
      ],
      [document('a'), document('b', b.document), document('c')],
    ];
    it('fires, and says for which document', () => expect(caveat.applies(...shown(fires))).toEqual(['b']));
    it('stays silent', () => expect(caveat.applies(...shown(silent))).toBeNull());
    it('stays silent where the document is not shown', () => {
      const [rows, documents] = shown(fires);
      expect(
        caveat.applies(
          rows.filter((entry) => entry.document_id !== 'b'),
          documents,
        ),
      ).toBeNull();
    });
    it('stays silent where the document has no value', () => {
      const [rows, documents] = shown(fires);
      const absent = rows.map((entry) => (entry.document_id === 'b' ? { ...entry, value: null } : entry));
      expect(caveat.applies(absent, documents)).toBeNull();
    });
  },
);

it('every caveat of every metric is among the cases', () => {
  const tested = new Set(CASES.map((entry) => entry.caveat));
  for (const record of Object.values(METRICS))
    for (const used of record.caveats) expect(tested).toContain(used);
});

describe('the text of every caveat', () => {
  const all = [...new Set(Object.values(METRICS).flatMap((record) => record.caveats))];
  it.each(all.map((used) => [used.id, used] as const))('%s suits one name and several', (_, used) => {
    const [one, several] = [used.text(['A'], 'en'), used.text(['A', 'B', 'C'], 'en')];
    expect(one).not.toMatch(/[{}|]/);
    expect(several).toContain('A, B and C');
    expect(several).not.toMatch(/[{}|]|C (is|has|does|uses|states|counts|pays|publishes|declares)\b/);
    expect(used.text(['甲市', '乙区'], 'zh')).toMatch(/甲市、乙区/);
    expect(used.text(['甲市', '乙区'], 'zh')).not.toMatch(/[{}|]|\p{Script=Han} \p{Script=Han}/u);
  });
});
