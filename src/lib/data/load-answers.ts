import { z } from 'zod';
import { CHECK_STATUSES, SOURCE_FORMATS } from '../core/model/extract.ts';
import type { Agency, AnsweredDocument, Answers } from './answers.ts';
import { AGENCY_LEVELS } from './arrow/tables.ts';
import type { Engine } from './engine/engine.ts';
import { readRows } from './engine/rows.ts';
import { loadDocumentFacts } from './metrics/document-facts.ts';
import { METRICS, runMetric } from './metrics/index.ts';
import type { MetricId, MetricRow } from './metrics/index.ts';

/** Asks the engine everything that a prerendered page needs. */
export async function askEverything(engine: Engine, release: string): Promise<Answers> {
  const rows: Partial<Record<MetricId, MetricRow[]>> = {};
  for (const record of Object.values(METRICS)) rows[record.id] = await runMetric(engine, record);
  return {
    release,
    agencies: await loadAgencies(engine),
    documents: await loadDocuments(engine),
    rows: rows as Record<MetricId, MetricRow[]>,
  };
}

/** Every agency, in the order of the data set; a reader's own, which have no place in it, come last. */
export async function loadAgencies(engine: Engine): Promise<Agency[]> {
  const rows = await engine.query('SELECT * FROM agencies ORDER BY position NULLS LAST, agency_id');
  return readRows(rows, {
    agency_id: z.string(),
    name_zh: z.string(),
    short_zh: z.string(),
    short_en: z.string(),
    region_code: z.string(),
    body: z.string(),
    level: z.enum(AGENCY_LEVELS),
    peer_group: z.string(),
  });
}

/** Every document of the engine with what caveats and lists need of it. */
export async function loadDocuments(engine: Engine): Promise<AnsweredDocument[]> {
  const facts = await loadDocumentFacts(engine);
  const published = readRows(
    await engine.query(`
      SELECT d.*, (SELECT COUNT(*) FROM facts f WHERE f.document_id = d.document_id) AS fact_count
      FROM documents d`),
    {
      document_id: z.string(),
      title: z.string(),
      agency: z.string(),
      format: z.enum(SOURCE_FORMATS),
      source_name: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      fact_count: z.int(),
    },
  );
  const counts = readRows(
    await engine.query('SELECT document_id, status, COUNT(*) AS n FROM checks GROUP BY ALL'),
    { document_id: z.string(), status: z.enum(CHECK_STATUSES), n: z.int() },
  );
  const byId = new Map(published.map((row) => [row.document_id, row]));
  return facts.flatMap((document) => {
    const own = byId.get(document.document_id);
    const checks = { exact: 0, rounding: 0, explained: 0, broken: 0, unchecked: 0 };
    for (const { document_id, status, n } of counts)
      if (document_id === document.document_id) checks[status] = n;
    return own ? [{ ...document, ...own, checks }] : [];
  });
}
