import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractDisclosure } from '../../core/extract.ts';
import { recordsOf } from '../arrow/records.ts';
import type { DocumentRows } from '../arrow/records.ts';
import type { RowOf } from '../arrow/tables.ts';
import type { Sources } from './sources.ts';
import { withoutProse } from './prose.ts';

/** Extracts every listed document whose files are in one of the folders; the rest are left out. */
export async function extractSources(sources: Sources, folders: readonly string[]): Promise<DocumentRows[]> {
  const extracted: DocumentRows[] = [];
  for (const { id, agency_id, files } of sources.documents) {
    const paths = files.map((file) =>
      folders.map((folder) => join(folder, file)).find((path) => existsSync(path)),
    );
    if (paths.some((path) => path === undefined)) continue;
    const inputs = files.map((name, i) => ({ name, bytes: new Uint8Array(readFileSync(paths[i] ?? name)) }));
    const answer = await extractDisclosure(inputs, { documentId: id });
    if (!answer.ok) throw new Error(`${id}: ${answer.refusal.text.en}`);
    extracted.push(withoutProse(recordsOf(answer.result, agency_id)));
  }
  return extracted;
}

/** The agencies' table: names of the list, the full name and region as the newest document gives them. */
export function agencyRows(sources: Sources, documents: readonly RowOf<'documents'>[]): RowOf<'agencies'>[] {
  return sources.agencies.flatMap((agency, index) => {
    const newest = documents
      .filter((document) => document.agency_id === agency.agency_id)
      .sort((a, b) => Number(b.fiscal_year) - Number(a.fiscal_year))[0];
    if (!newest) return [];
    return [
      {
        ...agency,
        name_zh: newest.agency,
        region_code: newest.region_code ?? '',
        position: index + 1,
      },
    ];
  });
}
