import type { CheckStatus, SourceFormat } from '../core/model/extract.ts';
import { CHECK_STATUSES } from '../core/model/extract.ts';
import type { Agency, AnsweredDocument, Answers } from './answers.ts';
import type { Engine } from './engine/engine.ts';
import { loadDocumentFacts } from './metrics/document-facts.ts';
import { METRICS, runMetric } from './metrics/index.ts';
import type { MetricId, MetricRow } from './metrics/index.ts';

/** Asks the engine everything that a prerendered page needs. */
export async function askEverything(engine: Engine, release: string): Promise<Answers> {
  const agencies = await engine.query(
    'SELECT * EXCLUDE (position) FROM agencies ORDER BY position NULLS LAST, agency_id',
  );
  const rows: Partial<Record<MetricId, MetricRow[]>> = {};
  for (const record of Object.values(METRICS)) rows[record.id] = await runMetric(engine, record);
  return {
    release,
    agencies: agencies as unknown as Agency[],
    documents: await loadDocuments(engine),
    rows: rows as Record<MetricId, MetricRow[]>,
  };
}

/** Every document of the engine with what caveats and lists need of it. */
export async function loadDocuments(engine: Engine): Promise<AnsweredDocument[]> {
  const facts = await loadDocumentFacts(engine);
  const records = await engine.query(`
    SELECT d.*, (SELECT COUNT(*) FROM facts f WHERE f.document_id = d.document_id) AS fact_count
    FROM documents d`);
  const checks = await engine.query('SELECT document_id, status, COUNT(*) AS n FROM checks GROUP BY ALL');
  return facts.map((document) => {
    const record = records.find((row) => row['document_id'] === document.document_id) ?? {};
    const counted = CHECK_STATUSES.map((status) => [
      status,
      Number(
        checks.find((row) => row['document_id'] === document.document_id && row['status'] === status)?.[
          'n'
        ] ?? 0,
      ),
    ]);
    return {
      ...document,
      title: String(record['title'] ?? ''),
      agency: String(record['agency'] ?? ''),
      format: record['format'] as SourceFormat,
      source_name: String(record['source_name'] ?? ''),
      sha256: String(record['sha256'] ?? ''),
      bytes: Number(record['bytes'] ?? 0),
      fact_count: Number(record['fact_count'] ?? 0),
      checks: Object.fromEntries(counted) as Record<CheckStatus, number>,
    };
  });
}
