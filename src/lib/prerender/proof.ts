import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_RULES } from '$lib/core/checks/index';
import { loadAnswers } from '$lib/data/answers.node';
import type { MetricRow } from '$lib/data/metrics/types';
import { parseCorrections } from '$lib/data/package/corrections';
import { FILE_OF } from '$lib/data/package/files';
import { proofOf, type ProofData } from '$lib/data/proof';
import { verdictReader, type RowVerdict } from '$lib/view/proof/index';
import { datasetRows } from './dataset';

const made = new Map<string, ProofData | null>();

/** One document's proof data, made once a build; null where the data set doesn't have it. */
export async function proofData(documentId: string): Promise<ProofData | null> {
  const known = made.get(documentId);
  if (known !== undefined) return known;
  const { release } = await loadAnswers();
  const file = join('datasets', FILE_OF.corrections);
  const proof = proofOf(datasetRows(), documentId, {
    release,
    corrections: existsSync(file) ? parseCorrections(readFileSync(file, 'utf8')) : [],
    rules: CHECK_RULES,
  });
  made.set(documentId, proof);
  return proof;
}

/** Reads the verdicts of rows of any document of the data set. */
export async function verdicts(): Promise<(row: MetricRow) => RowVerdict> {
  const { documents } = await loadAnswers();
  const readers = new Map<string, (row: MetricRow) => RowVerdict>();
  for (const { document_id } of documents) {
    const proof = await proofData(document_id);
    if (proof) readers.set(document_id, verdictReader(proof));
  }
  const unknown: RowVerdict = { value: 'unchecked', numerator: 'unchecked', denominator: 'unchecked' };
  return (row) => readers.get(row.document_id)?.(row) ?? unknown;
}
