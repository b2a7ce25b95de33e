import type { DatasetRows } from '../arrow/records.ts';
import { joinRows } from '../arrow/records.ts';
import { localAgencies } from './agencies.ts';
import { summarise, type LocalDocument } from './document.ts';

/** Documents that were read here as a data set of their own; kinds of bodies and of projects are told by the published one. */
export function localDataset(
  documents: readonly LocalDocument[],
  published: Pick<DatasetRows, 'agencies' | 'project_nature'>,
): DatasetRows {
  const agencies = localAgencies(documents.map(summarise), published.agencies);
  return joinRows(
    documents.map(({ rows }) => rows),
    {
      agencies: agencies.map(({ local: _, ...agency }, index) => ({ ...agency, position: index + 1 })),
      project_nature: published.project_nature,
    },
  );
}
