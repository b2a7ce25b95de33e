import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { extractDisclosure } from '../lib/core/extract.ts';
import { NO_OVERRIDES, overridesSchema, type Overrides } from '../lib/core/overrides/index.ts';
import { nodePdfAssets } from '../lib/core/readers/pdf/assets.node.ts';
import type { ExtractResult, SourceInput } from '../lib/core/model/index.ts';

const USAGE =
  'extract: usage: npm run --silent extract -- FILE [FILE…] [--id ID] [--overrides JSON] [--report]';

interface Arguments {
  files: string[];
  id: string | null;
  /** File of corrections by hand, as the import page writes them into a package (overrides.json). */
  corrections: string | null;
  report: boolean;
}

function parseArguments(argv: readonly string[]): Arguments | string {
  const files: string[] = [];
  let id: string | null = null;
  let corrections: string | null = null;
  let report = false;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '--id' || argument.startsWith('--id=')) {
      const value = argument === '--id' ? argv[(index += 1)] : argument.slice('--id='.length);
      if (value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
        return 'extract: --id needs an id of visible ASCII characters';
      }
      id = value;
    } else if (argument === '--overrides') {
      corrections = argv[(index += 1)] ?? '';
    } else if (argument === '--report') report = true;
    else if (argument.startsWith('--'))
      return `extract: unknown option ${argument}; ${USAGE.slice('extract: '.length)}`;
    else files.push(argument);
  }
  return files.length === 0 ? USAGE : { files, id, corrections, report };
}

async function readInputs(files: readonly string[]): Promise<SourceInput[] | string> {
  const inputs: SourceInput[] = [];
  for (const file of files) {
    try {
      inputs.push({ name: basename(file), bytes: new Uint8Array(await readFile(file)) });
    } catch (error) {
      return `extract: can't open ${file}: ${reasonOf(error)}`;
    }
  }
  return inputs;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Corrections from a file, or why there are none. */
async function readCorrections(file: string): Promise<Overrides | string> {
  try {
    const parsed = overridesSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `extract: ${file} holds no corrections: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  } catch (error) {
    return `extract: can't read ${file}: ${reasonOf(error)}`;
  }
}

async function formatted(result: ExtractResult): Promise<string> {
  const { formatReport } = await import('./report.ts');
  return formatReport(result);
}

/** One line on standard error, nothing on standard output. */
function refuse(message: string): void {
  process.stderr.write(`${message.replace(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const parsed = parseArguments(process.argv.slice(2));
  if (typeof parsed === 'string') {
    refuse(parsed);
    return;
  }
  const inputs = await readInputs(parsed.files);
  if (typeof inputs === 'string') {
    refuse(inputs);
    return;
  }
  const overrides = parsed.corrections === null ? NO_OVERRIDES : await readCorrections(parsed.corrections);
  if (typeof overrides === 'string') {
    refuse(overrides);
    return;
  }
  const answer = await extractDisclosure(inputs, {
    pdfAssets: nodePdfAssets(),
    overrides,
    ...(parsed.id === null ? {} : { documentId: parsed.id }),
  });
  if (!answer.ok) {
    refuse(`extract: ${parsed.files.join(', ')}: ${answer.refusal.text.en} ${answer.refusal.text.zh}`);
    return;
  }
  const output = parsed.report ? await formatted(answer.result) : JSON.stringify(answer.result, null, 2);
  process.stdout.write(output.endsWith('\n') ? output : `${output}\n`);
}

try {
  await main();
} catch (error) {
  refuse(`extract: failed: ${reasonOf(error)}`);
}
