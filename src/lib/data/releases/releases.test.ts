import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import type { Answers } from '../answers.ts';
import { parseChangelog } from './changelog.ts';
import { asOf, deltaBetween, perMetric, rowKey, withoutPlaces } from './delta.ts';
import { answersThen, recordFigures, recordedReleases } from './history.node.ts';
import { readLines, writeLines } from './lines.ts';

const METRIC = 'staff-cost-per-head';

/** The invented data set as a later release has it: a figure corrected, a row gone, a document and an agency new. */
function later(): Answers {
  const answers = structuredClone(sampleAnswers());
  const rows = answers.rows[METRIC];
  const [first] = rows;
  const [agency] = answers.agencies;
  const [document] = answers.documents;
  if (!first || !agency || !document) throw new Error('the invented data set is empty');
  rows.pop();
  rows[0] = { ...first, value: '140000', low: '140000', high: '140000' };
  answers.agencies.push({ ...agency, agency_id: 'zz-new' });
  answers.documents.push({ ...document, agency_id: 'zz-new', document_id: 'zz-new-2024' });
  rows.push({ ...first, agency_id: 'zz-new', document_id: 'zz-new-2024' });
  return { ...answers, release: 'later' };
}

/** Comparable whatever the order, without the places that belong to the newest release. */
function content(answers: Answers): unknown {
  const byKey = <T>(list: readonly T[], key: (entry: T) => string): T[] =>
    [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    release: answers.release,
    agencies: byKey(answers.agencies, (entry) => entry.agency_id),
    documents: byKey(answers.documents, (entry) => entry.document_id),
    rows: perMetric((metric) => byKey(answers.rows[metric].map(withoutPlaces), rowKey)),
  };
}

describe('what moved between two releases', () => {
  it('undone, gives the earlier release again', () => {
    const [before, after] = [sampleAnswers(), later()];
    const delta = deltaBetween(before, after);
    expect(delta.documents.added).toEqual(['zz-new-2024']);
    expect(delta.rows[METRIC]?.then).toHaveLength(2);
    expect(delta.rows['project-share']).toEqual({ then: [], added: [] });
    expect(content(asOf(after, delta))).toEqual(content(before));
    expect(content(asOf(before, deltaBetween(after, before)))).toEqual(content(after));
  });
  it('is not that a figure stands in another cell', () => {
    const after = { ...structuredClone(sampleAnswers()), release: 'later' };
    for (const row of after.rows[METRIC]) row.numerator_facts = ['elsewhere'];
    expect(deltaBetween(sampleAnswers(), after).rows[METRIC]).toEqual({ then: [], added: [] });
  });
});

describe('figures as lines', () => {
  it('read as they were written', () => {
    expect(content(readLines(writeLines(sampleAnswers())))).toEqual(content(sampleAnswers()));
  });
});

describe('the record of releases', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  function recorded(...releases: Answers[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'releases-'));
    folders.push(folder);
    for (const answers of releases) recordFigures(folder, answers);
    return folder;
  }

  it('keeps every release, with the releases in which its figures moved since', () => {
    const [first, second] = [sampleAnswers(), later()];
    const third = { ...structuredClone(second), release: 'third' };
    const row = third.rows[METRIC][0];
    if (row) row.value = '130000';
    const folder = recorded(first, second, third);
    writeFileSync(
      join(folder, 'CHANGELOG.md'),
      '# Log\n\n## third\n\n又更正了一次。\n\n## later\n\nCorrected.\n',
    );
    expect(recordedReleases(folder, 'third')).toEqual([
      { release: 'third', reason: { zh: '又更正了一次。', en: '又更正了一次。' } },
      { release: 'later', reason: { zh: 'Corrected.', en: 'Corrected.' } },
      { release: first.release, reason: { zh: '', en: '' } },
    ]);
    const then = answersThen(folder, third, first.release, METRIC);
    expect(then?.rows).toHaveLength(first.rows[METRIC].length);
    expect(then?.agencies).toHaveLength(first.agencies.length);
    const [old] = first.rows[METRIC];
    if (!old) throw new Error('no row');
    expect(then?.rows.find((entry) => rowKey(entry) === rowKey(old))?.value).toBe(old.value);
    expect(then?.moved[rowKey(old)]).toEqual(['later', 'third']);
    expect(answersThen(folder, third, 'later', METRIC)?.moved[rowKey(old)]).toEqual(['third']);
    expect(answersThen(folder, third, 'third', METRIC)?.moved).toEqual({});
    expect(answersThen(folder, third, 'nobody', METRIC)).toBeNull();
  });
  it('says the same release anew without a movement', () => {
    expect(recordedReleases(recorded(later(), later()), 'later')).toHaveLength(1);
  });
  it('does not go round in circles when data go back to what they were', () => {
    const folder = recorded(sampleAnswers(), later(), sampleAnswers());
    expect(recordedReleases(folder, sampleAnswers().release).map(({ release }) => release)).toContain(
      'later',
    );
  });
});

describe('the change log', () => {
  it('gives the reason in each language, without the list of what moved', () => {
    const text =
      '# Title\n\n## b\n\n更正了表五的\n读法。\n\nTable 5 is read\nanew.\n\n- x: 1 facts more\n\n## a\n\nFirst.\n';
    expect(parseChangelog(text)).toEqual([
      { release: 'b', reason: { zh: '更正了表五的读法。', en: 'Table 5 is read anew.' } },
      { release: 'a', reason: { zh: 'First.', en: 'First.' } },
    ]);
  });
});
