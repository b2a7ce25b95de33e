import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeRows, encodeRows, TABLES } from '../../src/lib/data/arrow/index.ts';
import type { Row } from '../../src/lib/data/arrow/index.ts';
import { openNativeEngine } from '../../src/lib/data/engine/native.node.ts';
import type { WasmEngine } from '../../src/lib/data/engine/wasm.browser.ts';
import type { WasmEngineOptions } from '../../src/lib/data/engine/wasm-start.browser.ts';
import { serveEnginePage } from '../../src/cli/engine-page.ts';
import type { EnginePage } from '../../src/cli/engine-page.ts';
import { datasetOf } from '../support/small-dataset.ts';

declare global {
  interface Window {
    engines: { open(options: Partial<WasmEngineOptions>): WasmEngine };
    engine: WasmEngine;
  }
}

const CLAIMS: Row[] = [
  { document_id: 'a-2024', claim_id: 'L1', locator: 'L1', subject: 'x', measure: 'amount', yuan: '1900.00' },
  {
    document_id: 'b-2024',
    claim_id: 'L1',
    locator: 'L1',
    subject: 'x',
    measure: 'amount',
    yuan: '-10406991.05',
  },
  { document_id: 'b-2024', claim_id: 'L2', locator: 'L2', subject: 'y', measure: 'percent', value: '16.18' },
];
const ROWS = datasetOf({ claims: CLAIMS });
const QUERY = `SELECT document_id, SUM(yuan) AS yuan, COUNT(*) AS n, LIST(subject ORDER BY claim_id) AS subjects,
  MAX(value) AS value FROM claims GROUP BY ALL ORDER BY document_id`;

describe('the engine in a browser under a strict policy', () => {
  let site: EnginePage;
  let page: Page;
  const requested: string[] = [];

  beforeAll(async () => {
    site = await serveEnginePage(ROWS);
    page = await site.browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    await open(page);
  });
  afterAll(() => site.close());

  async function open(target: Page, options: Partial<WasmEngineOptions> = {}): Promise<void> {
    await target.goto(site.origin);
    await target.waitForFunction(() => 'engines' in window);
    await target.evaluate((given) => {
      window.engine = window.engines.open(given);
    }, options);
  }

  /** The code that a query is refused with, or its rows. */
  async function ask(target: Page, sql: string): Promise<unknown> {
    return target.evaluate(
      (text) =>
        window.engine.query(text).then(
          (rows) => rows,
          (error: { code: string }) => error.code,
        ),
      sql,
    );
  }

  it('answers as the native engine does', async () => {
    const native = await openNativeEngine();
    await native.load('claims', encodeRows(TABLES.claims.columns, ROWS.claims));
    const expected = await native.query(QUERY);
    expect(expected).toHaveLength(2);
    expect(expected[1]).toMatchObject({
      yuan: '-10406991.05',
      n: 2,
      subjects: ['x', 'y'],
      value: '16.18000000',
    });
    expect(await ask(page, QUERY)).toEqual(expected);
    await native.close();
  });

  it('started once, however many asked at the same time, and only from its own origin', async () => {
    const before = requested.length;
    await page.evaluate(async () => {
      window.engine = window.engines.open({});
      await Promise.all([
        window.engine.start(),
        window.engine.start(),
        window.engine.query('SELECT 1 AS one'),
      ]);
    });
    const wasm = requested.slice(before).filter((url) => url.endsWith('.wasm'));
    expect(wasm).toHaveLength(1);
    expect(requested.filter((url) => !url.startsWith(site.origin) && !url.startsWith('blob:'))).toEqual([]);
  });

  it('reports the bytes as they come, up to the whole', async () => {
    const steps = await page.evaluate(async () => {
      const seen: [number, number][] = [];
      const engine = window.engines.open({ onProgress: (loaded, total) => seen.push([loaded, total]) });
      await engine.start();
      await engine.close();
      return seen;
    });
    expect(steps.length).toBeGreaterThan(3);
    const [loaded, total] = steps.at(-1) ?? [0, 1];
    expect(loaded).toBe(total);
  });

  it('takes parameters', async () => {
    const rows = await page.evaluate(() =>
      window.engine.query('SELECT COUNT(*) AS n FROM claims WHERE subject = ?', ["x' OR '1'='1"]),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each([
    ['a wrong query', 'SELECT nothing FROM nowhere'],
    ['a file of another origin', "SELECT * FROM 'https://example.org/a.csv'"],
    ['writing a file', "COPY (SELECT 1) TO 'a.csv'"],
    ['opening a database', "ATTACH 'other.db'"],
    ['loading an extension', 'LOAD json'],
    ['changing the configuration', "SET memory_limit = '4GB'"],
  ])('refuses %s and goes on', async (_, sql) => {
    expect(await ask(page, sql)).toBe('query-failed');
    expect(await ask(page, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('gives a query up when told to, and answers the next one', async () => {
    const outcome = await page.evaluate(async () => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 200);
      const endless =
        'SELECT COUNT(*) AS n FROM range(100000000) a, range(1000) b WHERE (a.range * b.range) % 7 = 3';
      return window.engine.query(endless, [], { signal: stop.signal }).then(
        () => 'answered',
        (error: { code: string }) => error.code,
      );
    });
    expect(outcome).toBe('cancelled');
    expect(await ask(page, 'SELECT COUNT(*) AS n FROM claims')).toEqual([{ n: 3 }]);
  });

  it('stops what a reader asked, answering others meanwhile, and keeps its worker', async () => {
    const outcome = await page.evaluate(async () => {
      await window.engine.start();
      const workers: Worker[] = [];
      const Plain = window.Worker;
      window.Worker = class extends Plain {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          workers.push(this);
        }
      };
      const stop = new AbortController();
      const endless =
        'SELECT COUNT(*) AS n FROM range(100000000) a, range(1000) b WHERE (a.range * b.range) % 7 = 3';
      const asked = window.engine.ask(endless, { signal: stop.signal }).then(
        () => 'answered',
        (error: { code: string }) => error.code,
      );
      const others = await window.engine.query('SELECT COUNT(*) AS n FROM claims');
      stop.abort();
      const outcome = await asked;
      const next = await window.engine.ask('SELECT COUNT(*) AS n FROM claims');
      window.Worker = Plain;
      return { others, outcome, next, restarts: workers.length };
    });
    expect(outcome).toEqual({ others: [{ n: 3 }], outcome: 'cancelled', next: [{ n: 3 }], restarts: 0 });
  });

  it.each([
    ['writes', 'DELETE FROM claims'],
    ['asks for two things', 'SELECT 1 AS a; DROP TABLE claims'],
  ])('refuses a reader who %s', async (_, sql) => {
    const code = await page.evaluate(
      (text) => window.engine.ask(text).catch((error: { code: string }) => error.code),
      sql,
    );
    expect(code).toBe('query-failed');
    expect(await ask(page, 'SELECT COUNT(*) AS n FROM claims')).toEqual([{ n: 3 }]);
  });

  it('starts again after its worker is gone, with what was put in since', async () => {
    const extra = { ...ROWS.claims[0], document_id: 'own', claim_id: 'L9' };
    const ipc = Array.from(encodeRows(TABLES.claims.columns, [...ROWS.claims, extra]));
    const answers = await page.evaluate(async (bytes) => {
      const workers: Worker[] = [];
      const Plain = window.Worker;
      window.Worker = class extends Plain {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          workers.push(this);
        }
      };
      const engine = window.engines.open({ patienceMs: 1500 });
      await engine.load('claims', Uint8Array.from(bytes));
      const count = async (): Promise<unknown> =>
        engine.query('SELECT COUNT(*) AS n FROM claims').then(
          (rows) => rows[0]?.['n'],
          (error: { code: string }) => error.code,
        );
      const before = await count();
      workers.at(-1)?.terminate();
      const during = await count();
      const after = await count();
      window.Worker = Plain;
      await engine.close();
      return [before, during, after];
    }, ipc);
    expect(answers).toEqual([4, 'worker-died', 4]);
  });

  it.each([
    ['a data file is missing', 'claims.arrow', 'missing', 'file-missing'],
    ['a data file broke off', 'facts.arrow', 'broken-off', 'file-missing'],
    ['a data file is not the one that the manifest names', 'claims.arrow', 'changed', 'hash-mismatch'],
    ['the manifest is missing', 'manifest.json', 'missing', 'file-missing'],
    ['the manifest is damaged', 'manifest.json', 'halved', 'file-missing'],
    ['the database file is missing', '.wasm', 'missing', 'file-missing'],
    ['the database file broke off', '.wasm', 'broken-off', 'file-missing'],
    ['the worker is missing', '.worker.js', 'missing', 'file-missing'],
    ['WebAssembly is forbidden', '/', 'no-wasm', 'wasm-blocked'],
    ['the worker may not use WebAssembly', '.worker.js', 'no-wasm', 'worker-died'],
  ] as const)('says that %s', async (_, file, harm, code) => {
    const context = await site.browser.newContext();
    const other = await context.newPage();
    site.damage.set(file, harm);
    await open(other, { startPatienceMs: 5_000 });
    expect(await ask(other, 'SELECT 1 AS one')).toBe(code);
    site.damage.clear();
    await context.close();
  });

  it('starts at the next question once the damage is mended', async () => {
    site.damage.set('claims.arrow', 'missing');
    await page.evaluate(async () => {
      await window.engine.close();
      window.engine = window.engines.open({});
    });
    expect(await ask(page, 'SELECT 1 AS one')).toBe('file-missing');
    site.damage.clear();
    expect(await ask(page, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says that the browser has no WebAssembly', async () => {
    const context = await site.browser.newContext();
    const other = await context.newPage();
    await other.addInitScript('delete window.WebAssembly');
    await open(other);
    expect(await ask(other, 'SELECT 1 AS one')).toBe('wasm-blocked');
    await context.close();
  });

  it('reads back what it wrote', () => {
    const ipc = encodeRows(TABLES.claims.columns, ROWS.claims);
    expect(decodeRows(ipc)[1]).toMatchObject({ document_id: 'b-2024', yuan: '-10406991.05', value: null });
  });
});
