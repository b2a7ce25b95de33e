import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { DuckDBDecimalValue, LIST, INTEGER, VARCHAR, listValue } from '@duckdb/node-api';
import { DECIMAL_SHAPE, SQL_TYPE } from '../arrow/column.ts';
import type { Cell, Column } from '../arrow/column.ts';
import { decodeRows } from '../arrow/decode.ts';
import { TABLES } from '../arrow/tables.ts';
import type { DatasetTableName } from '../arrow/tables.ts';
import { BEGIN_READ_ONLY, EngineError, LOCKED_SETTINGS } from './engine.ts';
import type { Engine, Parameter, QueryOptions } from './engine.ts';
import { UnknownTypeError, unpackNative } from './values.ts';
import type { ResultRow } from './values.ts';

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

/** Native DuckDB in memory, configuration locked. */
export async function openNativeEngine(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const setting of LOCKED_SETTINGS) await connection.run(setting);
  let open = true;

  async function attempt(
    sql: string,
    { signal }: QueryOptions,
    run: () => Promise<DuckDBResultReader>,
  ): Promise<ResultRow[]> {
    if (!open) throw new EngineError('closed', 'the engine was closed');
    if (signal?.aborted) throw new EngineError('cancelled', sql);
    const stop = (): void => connection.interrupt();
    signal?.addEventListener('abort', stop);
    try {
      const result = await run();
      return unpackNative(result.columnNames(), result.columnTypes().map(String), result.getRows());
    } catch (cause) {
      if (cause instanceof UnknownTypeError) throw cause;
      if (signal?.aborted) throw new EngineError('cancelled', sql, { cause });
      throw new EngineError('query-failed', String(cause instanceof Error ? cause.message : cause), {
        cause,
      });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    query: (sql: string, parameters: readonly Parameter[] = [], options: QueryOptions = {}) =>
      attempt(sql, options, () => connection.runAndReadAll(sql, [...parameters])),
    ask: (sql: string, options: QueryOptions = {}) =>
      attempt(sql, options, async () => {
        await connection.run(BEGIN_READ_ONLY);
        try {
          const statement = await connection.prepare(sql);
          return await statement.runAndReadAll();
        } finally {
          await connection.run('ROLLBACK');
        }
      }),
    async load(table: DatasetTableName, ipc: Uint8Array): Promise<void> {
      const columns: readonly Column[] = TABLES[table].columns;
      const types = columns.map((column) => `"${column.name}" ${SQL_TYPE[column.type]}`);
      await connection.run(`CREATE OR REPLACE TABLE ${table} (${types.join(', ')})`);
      const appender = await connection.createAppender(table);
      for (const row of decodeRows(ipc)) {
        for (const column of columns) appendCell(appender, column, row[column.name] ?? null);
        appender.endRow();
      }
      appender.closeSync();
    },
    close(): Promise<void> {
      if (open) {
        open = false;
        connection.closeSync();
        instance.closeSync();
      }
      return Promise.resolve();
    },
  };
}

function appendCell(appender: Appender, column: Column, cell: Cell): void {
  if (cell === null) return appender.appendNull();
  switch (column.type) {
    case 'text':
    case 'json':
      return appender.appendVarchar(String(cell));
    case 'integer':
      return appender.appendInteger(Number(cell));
    case 'boolean':
      return appender.appendBoolean(cell === true);
    case 'money':
    case 'decimal': {
      const { precision, scale } = DECIMAL_SHAPE[column.type];
      return appender.appendDecimal(
        new DuckDBDecimalValue(BigInt(String(cell).replace('.', '')), precision, scale),
      );
    }
    case 'text-list':
      return appender.appendList(listValue([...(cell as readonly string[])]), LIST(VARCHAR));
    case 'integer-list':
      return appender.appendList(listValue([...(cell as readonly number[])]), LIST(INTEGER));
  }
}
