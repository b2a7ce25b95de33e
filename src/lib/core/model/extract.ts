import { z } from 'zod';
import { FUNDS } from '../terms/funds.ts';
import { ITEMS } from '../terms/items.ts';
import { MEASURES } from '../terms/measures.ts';
import { STATEMENTS } from '../terms/statements.ts';

/** The contract of `extract` (docs/data.md). Field names are fixed; amounts are exact decimal strings. */

export const SOURCE_FORMATS = ['text', 'html', 'docx', 'xlsx', 'xls', 'pdf'] as const;
export const UNITS = ['元', '万元', '亿元', '千元', '百万元'] as const;
export const AXES = [
  'function',
  'dept-economic',
  'gov-economic',
  'unit',
  'project',
  'item',
  'procurement',
  'total',
] as const;
export const FLOWS = ['income', 'expenditure'] as const;
export const FACT_STATUSES = ['reported', 'zero', 'blank', 'dash', 'derived'] as const;
/** `explained` doesn’t hold either, and the document itself says why. */
export const CHECK_STATUSES = ['exact', 'rounding', 'explained', 'broken', 'unchecked'] as const;
export const HEADCOUNT_KINDS = ['establishment', 'on-board', 'retired'] as const;
export const HEADCOUNT_CATEGORIES = [
  'total',
  'administrative',
  'civil-service-managed',
  'institution',
  'other',
] as const;

export { FUNDS, type Fund } from '../terms/funds.ts';
export { ITEMS, type Item } from '../terms/items.ts';
export { MEASURES, type Measure } from '../terms/measures.ts';
export { STATEMENTS, type StatementKind } from '../terms/statements.ts';
export type SourceFormat = (typeof SOURCE_FORMATS)[number];
export type Unit = (typeof UNITS)[number];
export type Axis = (typeof AXES)[number];
export type Flow = (typeof FLOWS)[number];
export type FactStatus = (typeof FACT_STATUSES)[number];
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** An exact decimal, without exponent: "-1234.50". */
export const decimalString = z.string().regex(/^-?\d+(\.\d+)?$/);
const int = z.int();

export const documentSchema = z.object({
  id: z.string().regex(/^[\x21-\x7e]+$/),
  title: z.string(),
  agency: z.string(),
  region_code: z.string().nullable(),
  fiscal_year: int.nullable(),
  stage: z.enum(['budget', 'final-account']),
  scope: z.enum(['department', 'unit']),
  format: z.enum(SOURCE_FORMATS),
  source_name: z.string(),
  sha256: z.string(),
  bytes: int,
});

export const tableSchema = z.object({
  table_id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  statement: z.enum(STATEMENTS),
  unit: z.enum(UNITS).nullable(),
  status: z.enum(['published', 'declared-empty', 'listed-only']),
  reason: z.string().nullable(),
  locator: z.string(),
  rows: int,
  columns: int,
});

export const factSchema = z.object({
  fact_id: z.string(),
  /** Null for a fact derived from prose. */
  table_id: z.string().nullable(),
  row: int.nullable(),
  column: int.nullable(),
  locator: z.string(),
  statement: z.enum(STATEMENTS),
  axis: z.enum(AXES),
  code: z.string().nullable(),
  gov_code: z.string().nullable(),
  label: z.string(),
  unit_code: z.string().nullable(),
  unit_name: z.string().nullable(),
  project: z.string().nullable(),
  flow: z.enum(FLOWS),
  measure: z.enum(MEASURES),
  fund: z.enum(FUNDS),
  item: z.enum(ITEMS).nullable(),
  fiscal_year: int.nullable(),
  raw: z.string(),
  unit: z.string().nullable(),
  yuan: decimalString.nullable(),
  quantity: decimalString.nullable(),
  decimals: int.nullable(),
  status: z.enum(FACT_STATUSES),
  level: int.nullable(),
  is_total: z.boolean(),
  /** The header path above the cell, as printed, joined by " / " (shown where the table is rebuilt). */
  column_label: z.string(),
  /** The class that the column stands for, where a table has classes across its columns (办公费 30201, 办公经费 50201). */
  column_code: z.string().nullable().optional(),
  /** The row's function class, where `code` is an economic one (procurement lists print both). */
  function_code: z.string().nullable().optional(),
  /** The row's departmental economic class, where `code` is a functional one and the table prints both. */
  economic_code: z.string().nullable().optional(),
  /** The stage of the year that the column says (预算数 budget, 决算数 or 执行数 execution); final accounts print both. */
  basis: z.enum(['budget', 'execution']).nullable().optional(),
});

export const headcountSchema = z.object({
  locator: z.string(),
  as_of: z.string().nullable(),
  kind: z.enum(HEADCOUNT_KINDS),
  category: z.enum(HEADCOUNT_CATEGORIES),
  count: int,
  raw: z.string(),
});

/** `subject` is one of `SUBJECTS` (terms/subjects.ts), or `function:2080501`, `dept-economic:301`, `gov-economic:501`, `project:<name>`. */
export const claimSchema = z.object({
  locator: z.string(),
  subject: z.string(),
  measure: z.enum(['amount', 'change', 'percent', 'count']),
  raw: z.string(),
  value: decimalString.nullable(),
  unit: z.string().nullable(),
  yuan: decimalString.nullable(),
  fiscal_year: int.nullable(),
  direction: z.enum(['increase', 'decrease', 'unchanged']).nullable(),
  reason: z.string().nullable(),
  decimals: int.nullable(),
  /** What the figure is a part or share of, where the sentence says so: another claim's subject. */
  of: z.string().nullable(),
  /**
   * Of an amount: the stage of the year it belongs to, where the sentence says one (年初预算 budget, 执行数 or 决算 execution).
   * Of a change: what it is measured against.
   */
  basis: z.enum(['budget', 'execution']).nullable().optional(),
});

export const indicatorSchema = z.object({
  locator: z.string(),
  scope: z.enum(['overall', 'project']),
  project: z.string().nullable(),
  horizon: z.enum(['annual', 'long-term']),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  target_raw: z.string(),
  operator: z.enum(['≥', '≤', '=', '>', '<', 'range', 'text']),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  quantitative: z.boolean(),
  /** Earlier years' values as printed: [{ "fiscal_year": 2021, "raw": "=10次" }]. */
  prior: z.array(z.object({ fiscal_year: int, raw: z.string() })),
});

export const checkSchema = z.object({
  check_id: z.string(),
  rule: z.string(),
  status: z.enum(CHECK_STATUSES),
  expected_yuan: decimalString.nullable(),
  actual_yuan: decimalString.nullable(),
  gap_yuan: decimalString.nullable(),
  slack_yuan: decimalString.nullable(),
  facts: z.array(z.string()),
  text: z.string(),
  text_en: z.string(),
  /** Weights of `facts` in the sum written out, same order: 1, -1, or 0 for the side compared against. */
  weights: z.array(int),
  /** Places in prose that take part (claims' locators). */
  claims: z.array(z.string()),
  /** Checks that fall to one cause share a finding. */
  finding: z.string().nullable(),
});

export const issueSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  locator: z.string().nullable(),
  text: z.string(),
});

export const extractSchema = z.object({
  schema: z.literal('mingzhang.extract/1'),
  document: documentSchema,
  tables: z.array(tableSchema),
  facts: z.array(factSchema),
  headcounts: z.array(headcountSchema),
  claims: z.array(claimSchema),
  indicators: z.array(indicatorSchema),
  checks: z.array(checkSchema),
  issues: z.array(issueSchema),
});

export type DocumentRecord = z.infer<typeof documentSchema>;
export type TableRecord = z.infer<typeof tableSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Headcount = z.infer<typeof headcountSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Issue = z.infer<typeof issueSchema>;
export type ExtractResult = z.infer<typeof extractSchema>;
