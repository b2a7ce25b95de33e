import { Decimal } from '../../core/money/index.ts';
import type { ExportTable } from './types.ts';

/** Digits that a 128-bit decimal holds. */
export const PRECISION = 38;

/** How one column of numbers is held exactly: as whole numbers of 10⁻ˢ. */
export interface DecimalColumn {
  scale: number;
  unscaled: (bigint | null)[];
}

/**
 * The exact values of a column of numbers at the scale that its longest fraction needs. Null where a value needs more than
 * 38 digits, so that the column has to be written as text.
 */
export function decimalColumn({ rows }: Pick<ExportTable, 'rows'>, index: number): DecimalColumn | null {
  const values = rows.map((cells) => {
    const value = cells[index]?.value ?? null;
    return value === null ? null : new Decimal(value);
  });
  const scale = Math.max(0, ...values.map((value) => value?.decimalPlaces() ?? 0));
  const unscaled = values.map((value) =>
    value === null ? null : BigInt(value.toFixed(scale).replace('.', '')),
  );
  const fits = unscaled.every((value) => value === null || digits(value) <= PRECISION);
  return fits && scale <= PRECISION ? { scale, unscaled } : null;
}

function digits(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}
