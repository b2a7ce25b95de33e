import { isLocalId } from '../../data/local/id.ts';
import type { MetricRow } from '../../data/metrics/types.ts';

/** What a reference of a metric row points at: a fact by its id, the other records by a prefix and theirs. */
export interface Reference {
  kind: 'fact' | 'claim' | 'headcount' | 'indicator' | 'table';
  id: string;
}

const PREFIXED = /^(claim|headcount|indicator|table):(.+)$/;

export function parseReference(ref: string): Reference {
  const match = PREFIXED.exec(ref);
  if (!match) return { kind: 'fact', id: ref };
  return { kind: match[1] as Reference['kind'], id: match[2] ?? '' };
}

/** The locator that a claim's, headcount's or indicator's id is made of. */
export function locatorOf({ id }: Reference): string {
  return id.replace(/~\d+$/, '');
}

/** An id for an element of a page, of characters that stand in an address as they are. */
export function anchorOf(ref: string): string {
  const safe = Array.from(ref, (character) =>
    /[A-Za-z0-9.-]/.test(character) ? character : `_${(character.codePointAt(0) ?? 0).toString(16)}`,
  );
  return `at-${safe.join('')}`;
}

/** Path of a document's page, without language prefix. */
export function documentPath(documentId: string): string {
  return isLocalId(documentId) ? `/documents/local?id=${documentId}` : `/documents/${documentId}`;
}

/** Path of an agency's page; of a reader's own, that of its newest document. */
export function agencyPagePath(agencyId: string): string {
  return isLocalId(agencyId) ? `/documents/local?agency=${agencyId}` : `/agencies/${agencyId}`;
}

/** Address of one cell (or sentence's figure, headcount, table) on its document's page, without language prefix. */
export function cellPath(documentId: string, ref: string): string {
  const joint = isLocalId(documentId) ? '&' : '?';
  return `${documentPath(documentId)}${joint}cell=${encodeURIComponent(ref)}#${anchorOf(ref)}`;
}

/** Address of a cell with its proof open, without language prefix. */
export function cellProofPath(documentId: string, ref: string): string {
  return cellPath(documentId, ref).replace('#', '&proof=1#');
}

/** The cell that an address of this site leads to, or null where it leads elsewhere. */
export function cellOfHref(href: string): { documentId: string; ref: string } | null {
  const [, name, query] = /\/documents\/([^/?#]+)\?([^#]*)/.exec(href) ?? [];
  const asked = new URLSearchParams(query);
  const documentId = name === 'local' ? asked.get('id') : name;
  const ref = asked.get('cell');
  return documentId && ref !== null ? { documentId, ref } : null;
}

/** The choice of a view that its figures share. */
export interface FigureView {
  variant: string;
  denominator: string;
}

/**
 * What a link calls one figure of a comparison: document, year, item, and the variant where it isn't the view's own (a
 * share beside the counts of a matrix).
 */
export function figureKey(
  { document_id, fiscal_year, item, variant }: MetricRow,
  view: Pick<FigureView, 'variant'>,
): string {
  return [document_id, fiscal_year, item, ...(variant === view.variant ? [] : [variant])].join('!');
}

/** The row that a link's key means in a view, or null where the data set has none. */
export function rowOfKey(rows: readonly MetricRow[], key: string, view: FigureView): MetricRow | null {
  return (
    rows.find(
      (row) =>
        figureKey(row, view) === key && (row.denominator_kind || view.denominator) === view.denominator,
    ) ?? null
  );
}
