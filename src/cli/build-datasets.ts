import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersOf } from '../lib/data/answers.node.ts';
import { describePackage, formatDescriptor } from '../lib/data/package/descriptor.ts';
import { agencyRows, extractSources } from '../lib/data/package/extract-sources.node.ts';
import { FILE_OF } from '../lib/data/package/files.ts';
import { describeMovement } from '../lib/data/package/movement.ts';
import { copyPdfAssets } from '../lib/data/package/pdf-assets.node.ts';
import { documentIds, readPackage } from '../lib/data/package/read.node.ts';
import { copyEngine, releaseOf, writeRelease } from '../lib/data/package/release.node.ts';
import { parseChangelog } from '../lib/data/releases/changelog.ts';
import { recordFigures } from '../lib/data/releases/history.node.ts';
import { sourcesSchema } from '../lib/data/package/sources.ts';
import { writeDocument, writeShared } from '../lib/data/package/write.node.ts';

const HELP = `Usage: npm run build-datasets [-- --arrow-only] [-- --release "why"]

Writes datasets/ from the documents listed in datasets/sources.json, as far as they are there, then the Arrow
files and the manifest under static/data. With --arrow-only the second part alone. With --release, what moved
since the last release goes into datasets/CHANGELOG.md under the reason given, and the figures of the release into
datasets/figures.jsonl; those of the release before stay to be had from datasets/releases. The reason may be a
paragraph of Chinese and one of English.
`;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATASETS = join(ROOT, 'datasets');
const DOCUMENTS = ['../shared/documents/seeds', '../shared/documents/published'].map((path) =>
  join(ROOT, path),
);
const SHARED = [
  { name: 'agencies', file: FILE_OF.agencies },
  { name: 'project_nature', file: FILE_OF.projectNature },
] as const;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return;
  }
  if (!args.includes('--arrow-only')) await writeDatasets(args[args.indexOf('--release') + 1] ?? '', args);
  const rows = readPackage(DATASETS);
  copyPdfAssets(join(ROOT, 'static/pdfjs'));
  const manifest = writeRelease(rows, join(ROOT, 'static/data'), copyEngine(join(ROOT, 'static/duckdb')));
  say(`release ${manifest.release}: ${rows.documents.length} documents, ${rows.facts.length} facts`);
}

async function writeDatasets(reason: string, args: readonly string[]): Promise<void> {
  const before = readPackage(DATASETS);
  const sources = sourcesSchema.parse(JSON.parse(readFileSync(join(DATASETS, FILE_OF.sources), 'utf8')));
  const extracted = await extractSources(sources, DOCUMENTS);
  const missing = sources.documents.length - extracted.length;
  if (missing > 0)
    say(`${missing} of ${sources.documents.length} documents are not here: their records stay as they are`);
  for (const rows of extracted) writeDocument(DATASETS, rows);
  writeShared(DATASETS, 'agencies', FILE_OF.agencies, agencyRows(sources, readPackage(DATASETS).documents));
  const shared = SHARED.filter(({ file }) => existsSync(join(DATASETS, file)));
  const descriptor = describePackage(documentIds(DATASETS), shared, referenceLists());
  writeFileSync(join(DATASETS, FILE_OF.descriptor), formatDescriptor(descriptor));
  const after = readPackage(DATASETS);
  const movement = describeMovement(before, after);
  for (const line of movement) say(line);
  if (!args.includes('--release')) return;
  recordFigures(DATASETS, await answersOf(after));
  const release = releaseOf(after);
  const file = join(DATASETS, FILE_OF.changelog);
  const newest = existsSync(file) ? parseChangelog(readFileSync(file, 'utf8'))[0]?.release : undefined;
  if (newest === release) return;
  const recorded = newest ? movement : describeMovement({ ...after, documents: [], facts: [] }, after);
  recordRelease(release, reason, recorded);
}

/** Every other CSV file that the package ships, with its header. */
function referenceLists(): { file: string; header: string[] }[] {
  const lists = readdirSync(join(DATASETS, FILE_OF.reference)).filter((name) => name.endsWith('.csv'));
  const files = [
    ...(existsSync(join(DATASETS, FILE_OF.corrections)) ? [FILE_OF.corrections as string] : []),
    ...lists.sort().map((name) => `${FILE_OF.reference}/${name}`),
  ];
  return files.map((file) => {
    const [header = ''] = readFileSync(join(DATASETS, file), 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    return { file, header: header.split(',') };
  });
}

function recordRelease(release: string, reason: string, movement: readonly string[]): void {
  const file = join(DATASETS, FILE_OF.changelog);
  const title = '# Changes of the data set, newest first\n';
  const earlier = existsSync(file) ? readFileSync(file, 'utf8').replace(title, '') : '';
  writeFileSync(file, `${title}\n## ${release}\n\n${reason}\n\n${movement.join('\n')}\n${earlier}`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

await main(process.argv.slice(2));
