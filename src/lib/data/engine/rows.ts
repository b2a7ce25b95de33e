import { z } from 'zod';
import { Decimal } from '../../core/money/index.ts';
import type { ResultRow } from './values.ts';

/** Rows of a result, each with the columns that the query promises; throws where the engine gives something else. */
export function readRows<S extends z.ZodRawShape>(
  rows: readonly ResultRow[],
  columns: S,
): z.infer<z.ZodObject<S>>[] {
  return z.array(z.object(columns)).parse(rows);
}

/** An exact decimal without the zeros that SQL's scale adds. */
export const decimalCell = z
  .union([z.string(), z.number()])
  .transform((value) => new Decimal(value).toFixed());
