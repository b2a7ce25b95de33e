import type { MetricRow } from '../../data/metrics/types.ts';
import type { ProofCheck, ProofClaim, ProofData, ProofFact, ProofTable } from '../../data/proof.ts';

/** An invented document small enough to be checked by hand; for tests. */
export function sampleFact(fact: Partial<ProofFact> & { fact_id: string }): ProofFact {
  return {
    table_id: 't01',
    row: 0,
    column: 0,
    locator: 'L10#1',
    code: null,
    label: '合计',
    unit_name: null,
    project: null,
    fiscal_year: 2024,
    raw: '849.20',
    unit: '万元',
    yuan_text: '8492000.00',
    slack_yuan: '50',
    quantity: null,
    decimals: 2,
    status: 'reported',
    is_total: false,
    column_label: '预算数',
    corrected: false,
    ...fact,
  };
}

export function sampleTable(table: Partial<ProofTable> & { table_id: string }): ProofTable {
  return {
    number: '表1',
    title: '支出总表',
    unit: '万元',
    status: 'published',
    reason: null,
    locator: 'L8',
    rows: 3,
    columns: 4,
    ...table,
  };
}

export function sampleClaim(claim: Partial<ProofClaim> & { claim_id: string }): ProofClaim {
  return {
    locator: claim.claim_id.replace(/~\d+$/, ''),
    subject: 'reception',
    measure: 'amount',
    raw: '0.19 万元',
    value: '0.19',
    unit: '万元',
    yuan_text: '1900.00',
    slack_yuan: '50',
    fiscal_year: 2024,
    direction: null,
    decimals: 2,
    ...claim,
  };
}

export function sampleCheck(check: Partial<ProofCheck> & { check_id: string }): ProofCheck {
  return {
    rule: 'code-total',
    status: 'exact',
    expected_yuan: null,
    actual_yuan: null,
    gap_yuan: null,
    slack_yuan: null,
    facts: [],
    weights: [],
    claims: [],
    finding: null,
    text: '相符。',
    text_en: 'They tie.',
    ...check,
  };
}

export function sampleProof(parts: Partial<ProofData> = {}): ProofData {
  return {
    release: 'r1',
    document: {
      document_id: 'lake-2024',
      agency_id: 'lake',
      region_code: null,
      title: '湖区公所2024年预算',
      agency: '湖区公所',
      fiscal_year: 2024,
      stage: 'budget',
      scope: 'unit',
      format: 'text',
      source_name: 'lake.txt',
      sha256: '00',
      bytes: 10,
    },
    tables: [sampleTable({ table_id: 't01' })],
    facts: [],
    headcounts: [],
    claims: [],
    indicators: [],
    checks: [],
    issues: [],
    corrections: [],
    rules: { 'code-total': { zh: '合计等于各项之和', en: 'totals equal their parts' } },
    ...parts,
  };
}

export function sampleRow(row: Partial<MetricRow>): MetricRow {
  return {
    document_id: 'lake-2024',
    agency_id: 'lake',
    stage: 'budget',
    fiscal_year: 2024,
    variant: 'all',
    denominator_kind: '',
    item: '',
    numerator: null,
    numerator_slack: null,
    denominator: null,
    denominator_slack: null,
    value: null,
    low: null,
    high: null,
    status: 'reported',
    reason: null,
    absent_inputs: 0,
    numerator_facts: [],
    denominator_facts: [],
    notes: [],
    ...row,
  };
}
