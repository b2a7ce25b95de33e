import type { Lang } from '../../core/model/localised.ts';
import { NOTE_TEXTS } from '../../data/metrics/notes.ts';
import type { MetricRow, RowNote } from '../../data/metrics/types.ts';

/** Notes that say more than another one beside them. */
const COVERED_BY: Partial<Record<RowNote, readonly RowNote[]>> = {
  'from-prose': ['prose-contradicts-empty-table', 'declared-zero', 'derived-from-change'],
};

/** What has to be said about one figure, for the last column of a table: its notes, and what its status means. */
export function rowNotes(row: MetricRow, lang: Lang): string[] {
  const zh = lang === 'zh';
  const notes = row.notes
    .filter((note) => !COVERED_BY[note]?.some((other) => row.notes.includes(other)))
    .map((note) => NOTE_TEXTS[note][lang]);
  if (notes.length > 0) return notes;
  if (row.status === 'zero' && row.numerator_facts.length === 1)
    return [zh ? '文件印的就是零。' : 'Printed as zero.'];
  if (row.status === 'derived')
    return [zh ? '由文件中的文字推算。' : 'Worked out from a sentence of the document.'];
  return [];
}
