import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '../answers.ts';
import type { MetricId } from '../metrics/types.ts';
import { FILE_OF } from '../package/files.ts';
import { parseChangelog } from './changelog.ts';
import type { ReleaseNote } from './changelog.ts';
import { asOf, deltaBetween, rowChange, rowKey } from './delta.ts';
import type { ReleaseDelta } from './delta.ts';
import { readLines, writeLines } from './lines.ts';

/**
 * Records the figures of a release beside the data set, and what moved since the release recorded before, so that the
 * earlier one can be had again. Figures of the release that is recorded already are written anew.
 */
export function recordFigures(datasets: string, answers: Answers): void {
  const file = join(datasets, FILE_OF.figures);
  const before = existsSync(file) ? readLines(readFileSync(file, 'utf8')) : null;
  if (before && before.release !== answers.release) {
    mkdirSync(join(datasets, FILE_OF.releases), { recursive: true });
    const delta = deltaBetween(before, answers);
    writeFileSync(
      join(datasets, FILE_OF.releases, `${before.release}.json`),
      `${JSON.stringify(delta, null, 1)}\n`,
    );
  }
  writeFileSync(file, writeLines(answers));
}

/** The releases that can be had again, newest first, with the reasons of the change log; the current one comes first. */
export function recordedReleases(datasets: string, current: string): ReleaseNote[] {
  const file = join(datasets, FILE_OF.changelog);
  const notes = existsSync(file) ? parseChangelog(readFileSync(file, 'utf8')) : [];
  const deltas = readDeltas(datasets);
  const unexplained = { zh: '', en: '' };
  return [current, ...chainFrom(current, deltas).map(({ release }) => release)].map(
    (release) => notes.find((note) => note.release === release) ?? { release, reason: unexplained },
  );
}

/** One metric's answers as a release had them, and in which releases each of its rows moved since. */
export interface AnswersThen extends Pick<Answers, 'release' | 'agencies' | 'documents'> {
  rows: Answers['rows'][MetricId];
  /** By row key, oldest release first. */
  moved: Record<string, string[]>;
}

/** Answers of a recorded release, made by undoing what moved since; null where the release isn't recorded. */
export function answersThen(
  datasets: string,
  current: Answers,
  release: string,
  metric: MetricId,
): AnswersThen | null {
  let answers = current;
  const moved: Record<string, string[]> = {};
  for (const delta of chainFrom(current.release, readDeltas(datasets))) {
    if (answers.release === release) break;
    for (const key of movedKeys(answers, delta, metric)) moved[key] = [delta.next, ...(moved[key] ?? [])];
    answers = asOf(answers, delta);
  }
  if (answers.release !== release) return null;
  const { agencies, documents, rows } = answers;
  return { release, agencies, documents, rows: rows[metric], moved };
}

/** Rows of the later release's answers that the earlier one has otherwise or not at all, and those that are gone. */
function movedKeys(after: Answers, delta: ReleaseDelta, metric: MetricId): string[] {
  const isNew = new Set(delta.documents.added);
  const { then, added } = rowChange(delta, metric);
  const joined = after.rows[metric].filter((row) => isNew.has(row.document_id));
  return [...then.map(rowKey), ...added, ...joined.map(rowKey)];
}

function readDeltas(datasets: string): ReleaseDelta[] {
  const folder = join(datasets, FILE_OF.releases);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ReleaseDelta);
}

/** The deltas from a release backwards, each release once: data may go back to what they were. */
function chainFrom(release: string, deltas: readonly ReleaseDelta[]): ReleaseDelta[] {
  const chain: ReleaseDelta[] = [];
  const seen = new Set([release]);
  for (let next: string | undefined = release; next !== undefined; next = chain.at(-1)?.release) {
    const delta = deltas.find((entry) => entry.next === next && !seen.has(entry.release));
    if (!delta) return chain;
    seen.add(delta.release);
    chain.push(delta);
  }
  return chain;
}
