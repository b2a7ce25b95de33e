import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATASET_TABLES, encodeRows, TABLES } from '../../src/lib/data/arrow/index.ts';
import type { Engine } from '../../src/lib/data/engine/engine.ts';
import { openNativeEngine } from '../../src/lib/data/engine/native.node.ts';
import { openWasmEngineInNode } from '../../src/lib/data/engine/wasm.node.ts';
import { METRICS } from '../../src/lib/data/metrics/index.ts';
import { readPackage } from '../../src/lib/data/package/read.node.ts';

const VALUES: [string, string][] = [
  [
    'decimals at their scale',
    "SELECT CAST('1234.56' AS DECIMAL(18,2)) AS a, CAST('-0.05' AS DECIMAL(18,2)) AS b",
  ],
  [
    'a sum of decimals, beyond what a float holds',
    'SELECT SUM(x) AS s FROM (VALUES (CAST(90071992547409.93 AS DECIMAL(18,2))), (0.01)) t(x)',
  ],
  [
    'integers within and beyond 2^53',
    'SELECT 9007199254740991 AS safe, 9007199254740993 AS large, CAST(7 AS TINYINT) AS small',
  ],
  ['a sum of integers', 'SELECT SUM(x) AS s FROM (VALUES (1), (2)) t(x)'],
  ['text, truth and nothing', "SELECT '万元' AS t, TRUE AS b, NULL AS n, CAST(NULL AS DECIMAL(18,2)) AS d"],
  [
    'lists, with gaps and empty',
    "SELECT ['a', NULL] AS l, CAST([] AS VARCHAR[]) AS e, [CAST(1.5 AS DECIMAL(4,1))] AS d, CAST(NULL AS INTEGER[]) AS n",
  ],
  ['dates and floats', "SELECT DATE '2023-12-31' AS d, CAST(0.1 AS DOUBLE) AS f"],
  [
    'the columns that the tables have',
    "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'main' ORDER BY ALL",
  ],
];
const REFUSED: [string, string][] = [
  ['a timestamp', "SELECT TIMESTAMP '2023-12-31 00:00:00' AS t"],
  ['an interval', 'SELECT INTERVAL 1 DAY AS i'],
  ['a structure', "SELECT {'a': 1} AS s"],
];

describe('the two engines over the data set', () => {
  let native: Engine;
  let wasm: Engine;
  beforeAll(async () => {
    [native, wasm] = await Promise.all([openNativeEngine(), openWasmEngineInNode()]);
    const rows = readPackage('datasets');
    expect(rows.documents.length).toBeGreaterThan(0);
    for (const table of DATASET_TABLES) {
      const ipc = encodeRows(TABLES[table].columns, rows[table]);
      await native.load(table, ipc);
      await wasm.load(table, ipc);
    }
  });
  afterAll(() => Promise.all([native.close(), wasm.close()]));

  it.each(Object.values(METRICS).map((record) => [record.id, record.sql] as const))(
    'answer %s with the same rows',
    async (_, sql) => {
      const rows = await native.query(sql);
      expect(rows.length).toBeGreaterThan(0);
      expect(await wasm.query(sql)).toEqual(rows);
    },
  );

  it.each(DATASET_TABLES.map((table) => [table]))('hold the same %s', async (table) => {
    const sql = `SELECT * FROM ${table} ORDER BY ALL`;
    expect(await wasm.query(sql)).toEqual(await native.query(sql));
  });

  it.each(VALUES)('read %s alike', async (_, sql) => {
    const rows = await native.query(sql);
    expect(rows.length).toBeGreaterThan(0);
    expect(await wasm.query(sql)).toEqual(rows);
  });

  it('read decimals exactly', async () => {
    for (const engine of [native, wasm]) {
      expect(
        await engine.query(
          "SELECT CAST('3703.68' AS DECIMAL(18,2)) AS a, CAST('-0.05' AS DECIMAL(18,2)) AS b",
        ),
      ).toEqual([{ a: '3703.68', b: '-0.05' }]);
    }
  });

  it.each(REFUSED)('refuse %s by the same name', async (_, sql) => {
    for (const engine of [native, wasm]) {
      await expect(engine.query(sql)).rejects.toMatchObject({ name: 'UnknownTypeError' });
    }
  });

  it('refuse a wrong query alike, and go on', async () => {
    for (const engine of [native, wasm]) {
      await expect(engine.query('SELECT x FROM nowhere')).rejects.toMatchObject({ code: 'query-failed' });
      expect(await engine.query('SELECT ? AS a, ? AS b', ["x' OR 1=1 --", 2])).toMatchObject([
        { a: "x' OR 1=1 --" },
      ]);
    }
  });

  it.each([
    ['files', "SELECT * FROM read_csv('/etc/passwd')"],
    ['writing', "COPY (SELECT 1) TO 'out.csv'"],
    ['other databases', "ATTACH 'other.db'"],
    ['the configuration', 'SET enable_external_access = true'],
  ])('keep readers from %s', async (_, sql) => {
    for (const engine of [native, wasm])
      await expect(engine.query(sql)).rejects.toMatchObject({ code: 'query-failed' });
  });
});
