import { Decimal } from '../../../core/money/index.ts';
import { formatDecimal } from '../../comparison/index.ts';

const MOST_DECIMALS = 4;

/** The size of an amount in yuan, with the decimals that it has, at least two where it has any. */
export function sizeOf(yuan: string): string {
  const size = new Decimal(yuan).abs();
  const decimals = size.decimalPlaces();
  return formatDecimal(size, decimals === 0 ? 0 : Math.min(MOST_DECIMALS, Math.max(2, decimals)));
}
