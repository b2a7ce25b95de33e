import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATASET_TABLES, encodeRows, TABLES } from '../../src/lib/data/arrow/index.ts';
import { EngineError } from '../../src/lib/data/engine/engine.ts';
import type { Engine } from '../../src/lib/data/engine/engine.ts';
import { openNativeEngine } from '../../src/lib/data/engine/native.node.ts';
import { queryComplaint, runReaderQuery } from '../../src/lib/data/engine/reader-query.ts';
import { openWasmEngineInNode } from '../../src/lib/data/engine/wasm.node.ts';
import { readPackage } from '../../src/lib/data/package/read.node.ts';

/** Statements that would write, taken as they are; the engine alone has to refuse them. */
const WRITES = [
  'DROP TABLE facts',
  'DELETE FROM facts',
  'UPDATE facts SET yuan = 0',
  'INSERT INTO facts SELECT * FROM facts',
  'CREATE TABLE x AS SELECT 1 AS a',
  'CREATE OR REPLACE VIEW facts AS SELECT 1 AS a',
  'ALTER TABLE facts DROP COLUMN yuan',
  'CREATE MACRO abs(x) AS 0',
];
/** Statements that hide a second one from a careless wrapper. */
const HIDDEN = [
  'SELECT 1) ; DROP TABLE facts; SELECT * FROM (SELECT 1',
  'SELECT 1); COMMIT; DROP TABLE facts; SELECT * FROM (SELECT 1',
  'WITH x AS (DELETE FROM facts RETURNING *) SELECT * FROM x',
];
const OUTSIDE = [
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM 'https://example.org/a.parquet'",
  "SELECT * FROM read_text('/etc/hostname')",
  "SELECT * FROM glob('*')",
];

describe.each([
  ['native', openNativeEngine],
  ['wasm', openWasmEngineInNode],
] as const)('a reader of the %s engine', (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    const rows = readPackage('datasets');
    for (const table of DATASET_TABLES)
      await engine.load(table, encodeRows(TABLES[table].columns, rows[table]));
  });
  afterAll(() => engine.close());

  const ask = (sql: string, rows = 100): ReturnType<typeof runReaderQuery> =>
    runReaderQuery(engine, sql, { rows });

  /** Every table with its number of rows and a sum over all its cells. */
  async function contents(): Promise<unknown> {
    const parts = DATASET_TABLES.map(
      (table) =>
        `SELECT '${table}' AS t, COUNT(*) AS n, CAST(SUM(HASH(x)) AS VARCHAR) AS sum FROM ${table} x`,
    );
    return engine.query(`${parts.join(' UNION ALL ')} ORDER BY t`);
  }

  it('can change nothing, whatever is tried', async () => {
    const before = await contents();
    for (const sql of [...WRITES, ...HIDDEN]) {
      await expect(engine.ask(sql), sql).rejects.toMatchObject({ code: 'query-failed' });
      await expect(ask(sql), sql).rejects.toThrow();
    }
    expect(await contents()).toEqual(before);
  });

  it.each(OUTSIDE)('can reach nothing outside: %s', async (sql) => {
    await expect(ask(sql)).rejects.toMatchObject({ code: 'query-failed', detail: /file system operations/ });
  });

  it('sees every column of the data set', async () => {
    for (const table of DATASET_TABLES) {
      const { columns } = await ask(`FROM ${table}`, 1);
      expect(columns.map(({ name }) => name)).toEqual(TABLES[table].columns.map(({ name }) => name));
    }
  });

  it('gets so many rows, and is told that there are more', async () => {
    expect(await ask('SELECT range AS i FROM range(5)', 3)).toEqual({
      columns: [{ name: 'i', type: 'BIGINT' }],
      rows: [[0], [1], [2]],
      more: true,
    });
    expect(await ask('SELECT range AS i FROM range(3)', 3)).toMatchObject({ more: false });
    expect((await ask('SELECT range AS i FROM range(9) ORDER BY i DESC LIMIT 2')).rows).toEqual([[8], [7]]);
  });

  it('gets every value as it is', async () => {
    const { columns, rows } = await ask(
      `SELECT CAST('1234.50' AS DECIMAL(18,2)) AS d, 9007199254740993 AS big, SUM(range) AS huge, NULL AS none,
         ['a', NULL] AS list, {'a': 1} AS struct, DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 10:00:00' AS t,
         INTERVAL 2 DAY AS i, TRUE AS yes, 1 AS yes FROM range(3)`,
    );
    expect(rows).toEqual([
      [
        '1234.50',
        '9007199254740993',
        '3',
        null,
        ['a', null],
        "{'a': 1}",
        '2024-02-29',
        '2024-02-29 10:00:00',
        '2 days',
        true,
        1,
      ],
    ]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(11);
  });

  it.each([
    'DESCRIBE facts',
    'SHOW TABLES',
    'SUMMARIZE headcounts',
    'TABLE agencies',
    'VALUES (1, 2)',
    "PIVOT facts ON status IN ('reported', 'zero') USING COUNT(*) GROUP BY document_id",
    'EXPLAIN SELECT 1 -- why',
    'EXPLAIN ANALYZE FROM agencies',
    'SELECT 1;',
  ])('may ask %s', async (sql) => {
    expect((await ask(sql)).rows).not.toHaveLength(0);
  });

  it('gets the answer to none without rows, with its columns', async () => {
    expect(await ask('SELECT document_id, yuan FROM facts WHERE FALSE')).toEqual({
      columns: [
        { name: 'document_id', type: 'VARCHAR' },
        { name: 'yuan', type: 'DECIMAL(18,2)' },
      ],
      rows: [],
      more: false,
    });
  });

  it('is told what is wrong and in which of its own lines', async () => {
    const error: unknown = await ask('SELECT label,\n  yuann\nFROM facts').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(EngineError);
    const complaint = queryComplaint(error as EngineError);
    expect(complaint.text).toMatch(/^Binder Error: .*yuann/);
    expect(complaint.line).toBe(2);
    await expect(ask('SELECT ?')).rejects.toMatchObject({ code: 'query-failed' });
  });
});
