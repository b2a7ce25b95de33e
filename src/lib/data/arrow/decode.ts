import { tableFromIPC } from 'apache-arrow';
import { unpackVectors } from '../engine/values.ts';
import type { Row } from './column.ts';

/** Rows of an Arrow IPC stream that `encodeRows` wrote; decimals as exact strings at their column's scale. */
export function decodeRows(ipc: Uint8Array): Row[] {
  const table = tableFromIPC(ipc);
  const fields = table.schema.fields;
  const vectors = fields.map((_, index) => table.getChildAt(index));
  return unpackVectors(fields, vectors, table.numRows) as Row[];
}
