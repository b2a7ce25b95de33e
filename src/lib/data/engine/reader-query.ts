import { z } from 'zod';
import type { EngineError } from './engine.ts';
import type { Engine, QueryOptions } from './engine.ts';
import { readRows } from './rows.ts';
import { readStatement } from './statement.ts';
import { readsExactly } from './values.ts';
import type { Value } from './values.ts';

export interface ResultColumn {
  name: string;
  /** DuckDB's name of the type: DECIMAL(18,2), VARCHAR[]. */
  type: string;
}

export interface ReaderResult {
  columns: ResultColumn[];
  /** One array a row, in the order of the columns. */
  rows: Value[][];
  /** Whether there are more rows than the limit let through. */
  more: boolean;
}

export type RefusalReason = 'empty' | 'several' | 'no-question';

/** Why a reader's statement isn't run at all. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly reason: RefusalReason;
  readonly word: string;
  constructor(reason: RefusalReason, word = '') {
    super(`${reason} ${word}`.trim());
    this.reason = reason;
    this.word = word;
  }
}

export interface ReaderLimits extends QueryOptions {
  /** Rows at most. */
  rows: number;
}

/**
 * Runs what a reader typed: one question, at most so many rows. Types that values.ts doesn't read exactly
 * (timestamps, structures, …) come as DuckDB prints them. Rejects with a RefusedError or an EngineError.
 */
export async function runReaderQuery(
  engine: Engine,
  sql: string,
  { rows: limit, ...options }: ReaderLimits,
): Promise<ReaderResult> {
  const statement = readStatement(sql);
  if (!statement.ok) throw new RefusedError(statement.reason, 'word' in statement ? statement.word : '');
  const inner = `(\n${statement.text}\n)`;
  if (statement.explain) {
    const plan = await engine.ask(`${statement.explain} SELECT * FROM ${inner}`, options);
    const columns = [{ name: 'explain_value', type: 'VARCHAR' }];
    return { columns, rows: plan.map(({ explain_value: text = null }) => [text]), more: false };
  }
  const described = readRows(await engine.ask(`DESCRIBE SELECT * FROM ${inner}`, options), {
    column_name: z.string(),
    column_type: z.string(),
  });
  const columns = described.map(({ column_name: name, column_type: type }) => ({ name, type }));
  const selected = columns.map(({ name, type }) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    return readsExactly(type) ? quoted : `CAST(${quoted} AS VARCHAR) AS ${quoted}`;
  });
  const found = await engine.ask(`SELECT ${selected.join(', ')} FROM ${inner} LIMIT ${limit + 1}`, options);
  const rows = found.slice(0, limit).map((row) => columns.map(({ name }) => row[name] ?? null));
  return { columns, rows, more: found.length > limit };
}

/** DuckDB's words about a failed query without what our own wrapping put around it. */
export function queryComplaint(error: EngineError): { text: string; line: number | null } {
  const [said = '', ...rest] = error.detail.replace(/^Failed to extract statements: /, '').split(/\n+LINE /);
  const at = /^(\d+):/.exec(rest[0] ?? '');
  return { text: said.trim(), line: at ? Math.max(1, Number(at[1]) - 1) : null };
}
