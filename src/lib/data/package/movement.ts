import type { DatasetRows } from '../arrow/records.ts';

/** What moved between two states of the data set, one line a document, for CHANGELOG.md; empty where nothing did. */
export function describeMovement(before: DatasetRows, after: DatasetRows): string[] {
  const documents = [...new Set([...ids(before), ...ids(after)])].sort();
  return documents.flatMap((id) => {
    if (!ids(before).includes(id)) return [`- ${id}: new, ${factsOf(after, id).size} facts`];
    if (!ids(after).includes(id)) return [`- ${id}: removed`];
    const [old, now] = [factsOf(before, id), factsOf(after, id)];
    const added = [...now.keys()].filter((key) => !old.has(key)).length;
    const gone = [...old.keys()].filter((key) => !now.has(key)).length;
    const changed = [...now]
      .filter(([key, amount]) => old.has(key) && old.get(key) !== amount)
      .map(([key]) => key);
    const parts = [
      added ? `${added} facts more` : '',
      gone ? `${gone} facts less` : '',
      changed.length ? `other figures in ${listed(changed)}` : '',
    ].filter(Boolean);
    return parts.length ? [`- ${id}: ${parts.join(', ')}`] : [];
  });
}

const LISTED = 8;

function listed(keys: readonly string[]): string {
  const more = keys.length - LISTED;
  return keys.slice(0, LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function ids(rows: DatasetRows): string[] {
  return rows.documents.map((row) => row.document_id);
}

function factsOf(rows: DatasetRows, id: string): Map<string, string> {
  const mine = rows.facts.filter((fact) => fact.document_id === id);
  return new Map(mine.map((fact) => [fact.fact_id, fact.yuan_text ?? fact.quantity ?? '']));
}
