import { Decimal as DecimalType, makeBuilder, makeData, makeVector } from 'apache-arrow';
import type { DataType, Vector } from 'apache-arrow';

/**
 * A vector of one plain type; null where a cell is null. Told which values are null, Arrow's builders compile a function
 * from a string, which no strict page allows: told cell by cell, they don't.
 */
export function plainVector(type: DataType, cells: readonly unknown[]): Vector {
  const builder = makeBuilder({ type });
  cells.forEach((cell, index) => {
    if (cell === null) builder.setValid(index, false);
    else builder.set(index, cell);
  });
  return builder.finish().toVector();
}

/**
 * A vector of DECIMAL(precision, scale) from amounts × 10^scale. Arrow keeps a decimal as a 128-bit two's complement
 * integer, four little-endian words.
 */
export function decimalVector(
  unscaled: readonly (bigint | null)[],
  { precision, scale }: { precision: number; scale: number },
): Vector {
  const words = new Uint32Array(unscaled.length * 4);
  const valid = new Uint8Array(Math.ceil(unscaled.length / 64) * 8);
  let nullCount = 0;
  unscaled.forEach((value, index) => {
    if (value === null) {
      nullCount += 1;
      return;
    }
    valid[index >> 3] = (valid[index >> 3] ?? 0) | (1 << (index & 7));
    let bits = BigInt.asUintN(128, value);
    for (let word = 0; word < 4; word += 1, bits >>= 32n)
      words[index * 4 + word] = Number(bits & 0xffffffffn);
  });
  return makeVector(
    makeData({
      type: new DecimalType(scale, precision, 128),
      length: unscaled.length,
      nullCount,
      nullBitmap: valid,
      data: words,
    }),
  );
}
