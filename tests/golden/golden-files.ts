import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The seeds, by document id; their text is not in the repository. */
export const SEED_IDS = [
  'fengxiang-ybj-2024',
  'guangyang-ybj-2023',
  'hanzhong-ybj-2023',
  'jianghan-ybj-2023',
  'yuanjiang-ybj-2024',
] as const;
export type SeedId = (typeof SEED_IDS)[number];

/** One line of a golden file: every column is text, empty where nothing is expected. */
export type Row = Record<string, string>;

const here = new URL('.', import.meta.url);
export const SEEDS = new URL('../../../shared/documents/seeds/', here);

export function golden(name: string, id?: SeedId): Row[] {
  const file = new URL(id ? `${id}/gold-${name}.csv` : `gold-${name}.csv`, here);
  return parse<Row>(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true });
}

export function actualFile(id: SeedId): URL {
  return new URL(`${id}/gold-actual.json`, here);
}

/** A column of a golden row; a missing column is a mistake in the golden file. */
export function field(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`golden file has no column ${name}`);
  return value;
}
