import type {
  HeadcountOverride,
  Overrides,
  TableOverride,
  ColumnMeaning,
} from '../../../core/overrides/index.ts';

type DocumentOverride = Overrides['document'];

/** The corrections with one more of the document; undefined takes one back. */
export function correctDocument(overrides: Overrides, patch: DocumentOverride): Overrides {
  return { ...overrides, document: defined({ ...overrides.document, ...patch }) };
}

/** The corrections with one more of a table; undefined takes one back. */
export function correctTable(overrides: Overrides, id: string, patch: TableOverride): Overrides {
  const table = defined({ ...overrides.tables[id], ...patch });
  const others = Object.entries(overrides.tables).filter(([key]) => key !== id);
  const tables = Object.keys(table).length > 0 ? [...others, [id, table] as const] : others;
  return { ...overrides, tables: Object.fromEntries(tables) };
}

/** The corrections with one more of a column; null takes it back. */
export function correctColumn(
  overrides: Overrides,
  id: string,
  column: number,
  meaning: ColumnMeaning | null,
): Overrides {
  const others = Object.entries(overrides.tables[id]?.columns ?? {}).filter(
    ([key]) => key !== String(column),
  );
  const columns = Object.fromEntries(meaning ? [...others, [String(column), meaning]] : others);
  return correctTable(overrides, id, { columns: Object.keys(columns).length > 0 ? columns : undefined });
}

/** The corrections with a headcount of one kind; null takes it back. */
export function correctHeadcount(
  overrides: Overrides,
  kind: HeadcountOverride['kind'],
  count: { count: number; as_of: string | null } | null,
): Overrides {
  const others = overrides.headcounts.filter((own) => own.kind !== kind);
  return {
    ...overrides,
    headcounts: count ? [...others, { kind, category: 'total', ...count }] : others,
  };
}

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
