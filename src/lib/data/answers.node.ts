import { join } from 'node:path';
import type { Answers } from './answers.ts';
import { encodeRows } from './arrow/encode.ts';
import type { DatasetRows } from './arrow/records.ts';
import { DATASET_TABLES, TABLES } from './arrow/tables.ts';
import type { Engine } from './engine/engine.ts';
import { openNativeEngine } from './engine/native.node.ts';
import { askEverything } from './load-answers.ts';
import { readPackage } from './package/read.node.ts';
import { releaseOf } from './package/release.node.ts';

interface Loaded {
  engine: Engine;
  release: string;
}

let loading: Promise<Loaded> | null = null;
let answering: Promise<Answers> | null = null;

/** The answers to every metric over datasets/, asked once a process. */
export function loadAnswers(): Promise<Answers> {
  answering ??= loadEngine().then(({ engine, release }) => askEverything(engine, release));
  return answering;
}

/** The native engine with the data set in it, opened once a process. */
export function loadEngine(): Promise<Loaded> {
  loading ??= open();
  return loading;
}

/** The answers to every metric over records in memory. */
export async function answersOf(rows: DatasetRows): Promise<Answers> {
  const { engine, release } = await openWith(rows);
  try {
    return await askEverything(engine, release);
  } finally {
    await engine.close();
  }
}

function open(): Promise<Loaded> {
  return openWith(readPackage(join(process.cwd(), 'datasets')));
}

async function openWith(rows: DatasetRows): Promise<Loaded> {
  const engine = await openNativeEngine();
  for (const table of DATASET_TABLES)
    await engine.load(table, encodeRows(TABLES[table].columns, rows[table]));
  return { engine, release: releaseOf(rows) };
}
