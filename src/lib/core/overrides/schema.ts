import { z } from 'zod';
import {
  FUNDS,
  HEADCOUNT_CATEGORIES,
  HEADCOUNT_KINDS,
  ITEMS,
  MEASURES,
  STATEMENTS,
  UNITS,
} from '../model/extract.ts';

/** What a column that holds no figures can be; `text` is words that mean nothing for the figures. */
export const TEXT_MEANINGS = [
  'label',
  'code',
  'gov-code',
  'unit-name',
  'unit-code',
  'project',
  'text',
] as const;

/** What a column is, said by a person; what an amount column leaves out stays as the heads say. */
export const columnMeaningSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('amount') }).extend({
    measure: z.enum(MEASURES).optional(),
    fund: z.enum(FUNDS).nullable().optional(),
    item: z.enum(ITEMS).nullable().optional(),
    fiscal_year: z.int().min(1990).max(2100).nullable().optional(),
  }),
  ...TEXT_MEANINGS.map((role) => z.object({ role: z.literal(role) })),
]);

export const tableOverrideSchema = z.object({
  statement: z.enum(STATEMENTS).optional(),
  unit: z.enum(UNITS).optional(),
  /** By grid column, from 0. */
  columns: z.record(z.string().regex(/^\d{1,4}$/), columnMeaningSchema).optional(),
});

export const headcountOverrideSchema = z.object({
  kind: z.enum(HEADCOUNT_KINDS),
  category: z.enum(HEADCOUNT_CATEGORIES),
  count: z.int().min(0).max(10_000_000),
  as_of: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
});

/**
 * Corrections that a person makes to how a document was understood; plain JSON, the same in the browser and in Node.
 * Tables go by the id that they have without corrections, and keep it.
 */
export const overridesSchema = z.object({
  schema: z.literal('mingzhang.overrides/1'),
  document: z.object({
    agency: z.string().trim().min(1).max(200).optional(),
    region_code: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    fiscal_year: z.int().min(1990).max(2100).optional(),
    stage: z.enum(['budget', 'final-account']).optional(),
    scope: z.enum(['department', 'unit']).optional(),
  }),
  tables: z.record(z.string().regex(/^[\x21-\x7e]{1,64}$/), tableOverrideSchema),
  /** Take the place of what the document states of the same kind and category. */
  headcounts: z.array(headcountOverrideSchema).max(50),
});

export type ColumnMeaning = z.infer<typeof columnMeaningSchema>;
export type TableOverride = z.infer<typeof tableOverrideSchema>;
export type HeadcountOverride = z.infer<typeof headcountOverrideSchema>;
export type Overrides = z.infer<typeof overridesSchema>;

export const NO_OVERRIDES: Overrides = {
  schema: 'mingzhang.overrides/1',
  document: {},
  tables: {},
  headcounts: [],
};

/** How many things were corrected. */
export function countOverrides({ document, tables, headcounts }: Overrides): number {
  const said = Object.values(document).filter((value) => value !== undefined).length;
  const ofTables = Object.values(tables).reduce(
    (sum, { statement, unit, columns }) =>
      sum + Number(statement !== undefined) + Number(unit !== undefined) + Object.keys(columns ?? {}).length,
    0,
  );
  return said + ofTables + headcounts.length;
}
