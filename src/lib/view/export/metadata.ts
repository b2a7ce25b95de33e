import { headLines } from './head.ts';
import type { ExportTable } from './types.ts';

/** What the head says, as keys and values for formats whose metadata are text. */
export function tableMetadata(table: ExportTable): [string, string][] {
  const { title, unit, basis, release, link, retrieved, filters, notes, sources, columns } = table;
  return [
    ['title', title],
    ['unit', unit],
    ['basis', basis],
    ['release', release],
    ['link', link],
    ['retrieved', retrieved],
    ['filters', JSON.stringify(filters)],
    ['notes', JSON.stringify(notes)],
    ['sources', JSON.stringify(sources)],
    ['columns', JSON.stringify(columns)],
    [
      'head',
      headLines(table)
        .map(({ name, value }) => `${name}: ${value}`)
        .join('\n'),
    ],
  ];
}
