import type { PageTable } from './page.ts';

/** Where a cell link leads in this release. */
export type CellTarget =
  { kind: 'none' } | { kind: 'found'; ref: string } | { kind: 'lost'; ref: string; tableId: string | null };

/**
 * What `?cell=` asks for: the figure it names, where the page has it; where this release lost it, the nearest table: the
 * one that the id begins with, else the next of that number.
 */
export function knownCell(
  ref: string | null,
  tables: readonly Pick<PageTable, 'id'>[],
  stands: (ref: string) => boolean,
): CellTarget {
  if (ref === null || ref === '') return { kind: 'none' };
  return stands(ref) ? { kind: 'found', ref } : { kind: 'lost', ref, tableId: nearestTable(ref, tables) };
}

function nearestTable(ref: string, tables: readonly Pick<PageTable, 'id'>[]): string | null {
  const own = ref.replace(/^table:/, '').split('.')[0];
  const exact = tables.find(({ id }) => id === own);
  if (exact) return exact.id;
  const wanted = /^(?:table:)?([a-z]+)(\d+)(?:-\d+)?(?:\.|$)/.exec(ref);
  if (!wanted) return null;
  const [, letter = '', digits = ''] = wanted;
  const alike = tables.flatMap(({ id }) => {
    const match = /^([a-z]+)(\d+)$/.exec(id);
    return match?.[1] === letter ? [{ id, distance: Math.abs(Number(match[2]) - Number(digits)) }] : [];
  });
  return alike.sort((a, b) => a.distance - b.distance)[0]?.id ?? null;
}
