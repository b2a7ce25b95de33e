import { readPackage } from '$lib/data/package/read.node';
import type { DatasetRows } from '$lib/data/arrow/records';

let rows: DatasetRows | undefined;

/** The records of the data set, read once a build. */
export function datasetRows(): DatasetRows {
  rows ??= readPackage('datasets');
  return rows;
}
