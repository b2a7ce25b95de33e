import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { Table } from 'apache-arrow';
import type { RecordBatch } from 'apache-arrow';
import { BEGIN_READ_ONLY } from './engine.ts';

const CANCEL_EVERY_MS = 100;

/** A statement under way: its result, and the wish that it stop, which the database hears between two steps. */
export interface Asking {
  result: Promise<Table>;
  cancel: () => void;
}

/**
 * Runs one statement on a connection of its own, step by step, so that the worker answers others meanwhile.
 * Preparing it first refuses several statements; the transaction refuses what would write.
 */
export function askReader(database: AsyncDuckDB, sql: string): Asking {
  let connection: AsyncDuckDBConnection | null = null;
  let cancelling: ReturnType<typeof setInterval> | undefined;
  const cancel = (): void => {
    void connection?.cancelSent().catch(() => undefined);
  };

  async function run(): Promise<Table> {
    connection = await database.connect();
    try {
      await connection.query(BEGIN_READ_ONLY);
      await (await connection.prepare(sql)).close();
      const stream = await connection.send(sql, true);
      const batches: RecordBatch[] = [];
      for await (const batch of stream) batches.push(batch);
      return batches.length > 0 ? new Table(batches) : new Table(stream.schema as never);
    } finally {
      clearInterval(cancelling);
      await connection.query('ROLLBACK').catch(() => undefined);
      await connection.close();
    }
  }

  return {
    result: run(),
    cancel: () => {
      cancel();
      // What is still being prepared can't be cancelled yet.
      cancelling ??= setInterval(cancel, CANCEL_EVERY_MS);
    },
  };
}
