import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { extractDisclosure } from '../lib/core/extract.ts';
import { NO_OVERRIDES } from '../lib/core/overrides/index.ts';
import { nodePdfAssets } from '../lib/core/readers/pdf/assets.node.ts';
import { answersOf } from '../lib/data/answers.node.ts';
import type { DatasetRows } from '../lib/data/arrow/records.ts';
import { localDataset } from '../lib/data/local/dataset.ts';
import { localDocument, type LocalDocument } from '../lib/data/local/document.ts';
import { METRIC_IDS, METRICS, type MetricRecord } from '../lib/data/metrics/types.ts';
import { readPackage } from '../lib/data/package/read.node.ts';
import { answerLines, type AnswerLine } from '../lib/view/answers/lines.ts';

const HELP = `Usage: npm run --silent compare -- [FILE…] [--metric ID]… [--csv]

What each metric answers for the files, or for the shipped data set where none is given: one JSON array on standard output,
or CSV for a spreadsheet. Each file is a disclosure of its own; files of one disclosure are joined by +, as in
narrative.pdf+tables.pdf. Where a file is no budget: one line on standard error, exit 2. docs/metrics.md says what the
columns hold and what each metric means.
`;
const DATASETS = join(fileURLToPath(new URL('../..', import.meta.url)), 'datasets');

/** Ends the command with one line that says why. */
class Refused extends Error {}

interface Arguments {
  files: string[];
  metrics: MetricRecord[];
  csv: boolean;
}

function parseArguments(argv: readonly string[]): Arguments {
  const files: string[] = [];
  const metrics: MetricRecord[] = [];
  let csv = false;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '--csv') csv = true;
    else if (argument === '--metric' || argument.startsWith('--metric=')) {
      const id = argument === '--metric' ? argv[(index += 1)] : argument.slice('--metric='.length);
      metrics.push(METRICS[METRIC_IDS.find((known) => known === id) ?? refuseMetric(id ?? '')]);
    } else if (argument.startsWith('--')) throw new Refused(`unknown option ${argument}`);
    else files.push(argument);
  }
  return { files, metrics: metrics.length > 0 ? metrics : METRIC_IDS.map((id) => METRICS[id]), csv };
}

function refuseMetric(id: string): never {
  throw new Refused(`no metric ${id}; there are ${METRIC_IDS.join(', ')}`);
}

/** The documents as the import page takes them, under the ids that `extract` gives them. */
async function readDocuments(files: readonly string[]): Promise<LocalDocument[]> {
  const documents: LocalDocument[] = [];
  for (const file of files) {
    const paths = existsSync(file) ? [file] : file.split('+');
    const inputs = paths.map((path) => ({ name: basename(path), bytes: bytesOf(path) }));
    const answer = await extractDisclosure(inputs, { pdfAssets: nodePdfAssets() });
    if (!answer.ok) throw new Refused(`${file}: ${answer.refusal.text.en} ${answer.refusal.text.zh}`);
    if (answer.result.document.fiscal_year === null)
      process.stderr.write(`compare: ${file}: no year is stated, so that there is nothing to answer for\n`);
    const { document } = answer.result;
    const result = { ...answer.result, document: { ...document, id: freeId(document.id, documents) } };
    documents.push(await localDocument(result, NO_OVERRIDES, ''));
  }
  return documents;
}

function bytesOf(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new Refused(`can't open ${path}: ${reasonOf(error)}`);
  }
}

/** The id, numbered where an earlier file has the same. */
function freeId(id: string, taken: readonly { id: string }[]): string {
  const same = taken.filter((other) => other.id === id || other.id.startsWith(`${id}~`)).length;
  return same === 0 ? id : `${id}~${same + 1}`;
}

function formatCsv(lines: readonly AnswerLine[]): string {
  const rows = lines.map(({ caveats, notes, ...line }) => ({
    ...line,
    caveats: caveats.join(' '),
    notes: notes.join(' '),
  }));
  const columns: (keyof AnswerLine)[] = [
    ...(['document', 'metric', 'variant', 'denominator_kind', 'item', 'value', 'low', 'high'] as const),
    ...(['numerator', 'denominator', 'status', 'reason', 'verdict', 'caveats'] as const),
    ...(['agency', 'fiscal_year', 'stage', 'unit', 'notes'] as const),
  ];
  // With the mark by which spreadsheets know UTF-8.
  return stringify(rows, { bom: true, header: true, columns });
}

async function main(argv: readonly string[]): Promise<string> {
  if (argv.includes('--help')) return HELP;
  const { files, metrics, csv } = parseArguments(argv);
  const published = readPackage(DATASETS);
  const rows: DatasetRows =
    files.length === 0 ? published : localDataset(await readDocuments(files), published);
  const order = rows.documents.map(({ document_id }) => document_id);
  const lines = answerLines(await answersOf(rows), rows, metrics, order);
  return csv ? formatCsv(lines) : `${JSON.stringify(lines, null, 1)}\n`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  process.stdout.write(await main(process.argv.slice(2)));
} catch (error) {
  const said = error instanceof Refused ? error.message : `failed: ${reasonOf(error)}`;
  process.stderr.write(`compare: ${said.replace(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = 2;
}
