import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../src/lib/core/extract.ts';
import { nodePdfAssets } from '../../src/lib/core/readers/pdf/assets.node.ts';

const SHARED = new URL('../../../shared/documents/', import.meta.url);
const FOLDERS = ['seeds', 'published', 'corpus'];
const present = FOLDERS.every((folder) => existsSync(new URL(`${folder}/`, SHARED)));

interface Judgement {
  document: string;
  check: string;
  verdict: string;
}

const JUDGEMENTS: Judgement[] = readFileSync(new URL('findings.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [document = '', check = '', verdict = ''] = line.split(',');
    return { document, check, verdict };
  });

/** The documents by their names without ending, in the order of the folders. */
function files(): [string, URL][] {
  if (!present) return [];
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, SHARED))
      .filter((name) => /\.(pdf|txt|html?|docx|xlsx?)$/.test(name))
      .sort()
      .map((name): [string, URL] => [name.replace(/\.\w+$/, ''), new URL(`${folder}/${name}`, SHARED)]),
  );
}

describe('judgements', () => {
  it('say whose mistake each finding is, once', () => {
    expect(JUDGEMENTS.length).toBeGreaterThan(0);
    for (const { check, verdict } of JUDGEMENTS) expect(['document', 'ours'], check).toContain(verdict);
    const keys = JUDGEMENTS.map(({ document, check }) => `${document}|${check}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe.skipIf(!present)(
  'findings on the shared documents (skipped where ../shared/documents is missing)',
  () => {
    it.each(files())(
      '%s',
      async (document, file) => {
        const name = file.pathname.split('/').at(-1) ?? '';
        const answer = await extractDisclosure([{ name, bytes: new Uint8Array(readFileSync(file)) }], {
          documentId: document,
          pdfAssets: nodePdfAssets(),
        });
        if (!answer.ok) throw new Error(answer.refusal.text.en);
        const broken = answer.result.checks.filter(({ status }) => status === 'broken');
        const judged = JUDGEMENTS.filter((judgement) => judgement.document === document);
        const known = new Set(judged.map(({ check }) => check));
        const findings = new Set(broken.map(({ finding }) => finding ?? ''));
        expect([...findings].filter((finding) => !known.has(finding))).toEqual([]);
        const ids = new Set(broken.map(({ check_id }) => check_id));
        const real = judged.filter(({ verdict }) => verdict === 'document').map(({ check }) => check);
        expect(real.filter((check) => !ids.has(check))).toEqual([]);
      },
      120_000,
    );
  },
);
