import type { Agency, AnsweredDocument } from '$lib/data/answers';
import type { WasmEngine } from '$lib/data/engine/wasm.browser';
import { loadAgencies, loadDocuments } from '$lib/data/load-answers';
import { localAgencies, markedAgency } from '$lib/data/local/agencies';
import type { LocalDocument, LocalSummary } from '$lib/data/local/document';
import { isLocalId, localToken } from '$lib/data/local/id';
import { listLocal, readLocal } from '$lib/data/local/store.browser';
import { localTables } from '$lib/data/local/tables';
import { METRICS } from '$lib/data/metrics/index';
import { runMetric } from '$lib/data/metrics/run';
import type { MetricId, MetricRow } from '$lib/data/metrics/types';
import { verdictReader, type RowVerdict } from '$lib/view/proof/index';
import { openEngine } from './shared-engine.browser';

/** What a comparison gains by the reader's own documents. */
export interface LocalAnswers {
  agencies: Agency[];
  documents: AnsweredDocument[];
  rows: MetricRow[];
  /** One for each row, in its order. */
  verdicts: RowVerdict[];
}

/** What each engine holds of the reader's own. */
const held = new WeakMap<WasmEngine, string>();
let turn: Promise<unknown> = Promise.resolve();

/** Puts the documents that this browser keeps into the engine's tables, as they are now. */
export function ensureLocalDocuments(engine: WasmEngine): Promise<void> {
  const next = turn.then(() => bringUp(engine));
  turn = next.catch(() => undefined);
  return next;
}

async function bringUp(engine: WasmEngine): Promise<void> {
  const summaries = await listLocal().catch((): LocalSummary[] => []);
  const key = summaries.map(localToken).join(' ');
  if ((held.get(engine) ?? '') === key) return;
  const documents = await readAll(summaries);
  const agencies = localAgencies(summaries, await publishedAgencies(engine)).map(markedAgency);
  await engine.extend(localTables(documents, agencies));
  held.set(engine, key);
}

/** The reader's own documents' answers to one metric; null where there are none. */
export async function answerLocally(metric: MetricId): Promise<LocalAnswers | null> {
  const summaries = await listLocal();
  if (summaries.length === 0) return null;
  const engine = await openEngine();
  await ensureLocalDocuments(engine);
  const rows = (await runMetric(engine, METRICS[metric])).filter((row) => isLocalId(row.document_id));
  const documents = (await loadDocuments(engine)).filter(({ document_id }) => isLocalId(document_id));
  const read = new Map<string, (row: MetricRow) => RowVerdict>();
  for (const { id, rows: own } of await readAll(summaries)) read.set(id, verdictReader(own));
  const unknown: RowVerdict = { value: 'unchecked', numerator: 'unchecked', denominator: 'unchecked' };
  return {
    agencies: localAgencies(summaries, await publishedAgencies(engine)).map(markedAgency),
    documents: documents.map((document) => ({
      ...document,
      title: `${document.title}（本机）`,
      local: true,
    })),
    rows,
    verdicts: rows.map((row) => read.get(row.document_id)?.(row) ?? unknown),
  };
}

async function readAll(summaries: readonly LocalSummary[]): Promise<LocalDocument[]> {
  const documents = await Promise.all(summaries.map(({ id }) => readLocal(id)));
  return documents.filter((document) => document !== null);
}

async function publishedAgencies(engine: WasmEngine): Promise<Agency[]> {
  return (await loadAgencies(engine)).filter(({ agency_id }) => !isLocalId(agency_id));
}
