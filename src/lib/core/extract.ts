import { checkExtract } from './checks/index.ts';
import { identifyDocument } from './identity/index.ts';
import { normaliseForms } from './indicators/index.ts';
import type {
  DocumentRecord,
  ExtractContext,
  ExtractResult,
  Fact,
  Issue,
  ReadOptions,
  RecognisedTable,
  Refusal,
  SourceBlock,
  SourceDocument,
  SourceInput,
  TableRecord,
} from './model/index.ts';
import { readNarrative } from './narrative/index.ts';
import { readSource } from './readers/index.ts';
import { recogniseTables } from './recognition/index.ts';
import { normaliseTables } from './statements/index.ts';
import { compactText } from './text/index.ts';

export interface ExtractOptions extends ReadOptions {
  documentId?: string;
}

export type ExtractAnswer = { ok: true; result: ExtractResult } | { ok: false; refusal: Refusal };

/**
 * The one composition: the files of one disclosure -> everything that they say. Several files are one document in the order
 * given; locators of the second and later ones are prefixed `f2:`, `f3:` … Never throws for a bad document.
 */
export async function extractDisclosure(
  inputs: readonly SourceInput[],
  options: ExtractOptions = {},
): Promise<ExtractAnswer> {
  const documents: SourceDocument[] = [];
  for (const input of inputs) {
    const read = await readSource(input, options);
    if (!read.ok) return read;
    documents.push(read.document);
  }
  const first = inputs[0];
  const source = joinDocuments(documents);
  if (!first || !source) return { ok: false, refusal: noBudget(inputs) };

  const names = inputs.map((input) => input.name);
  const { identity, issues } = identifyDocument(source, names);
  const documentId = options.documentId ?? documentIdOf(first.name);
  const context: ExtractContext = { ...identity, documentId };
  const recognition = recogniseTables(source, { fiscalYear: identity.fiscalYear });
  const found = [...source.issues, ...issues, ...recognition.issues];
  const normalised = normaliseTables(recognition.tables, context);
  const narrative = readNarrative(recognition.narrative, context);
  const forms = normaliseForms(recognition.tables, context);
  const { indicators } = forms;
  const facts = [...normalised.facts, ...forms.facts, ...narrative.facts];
  found.push(...normalised.issues, ...forms.issues, ...narrative.issues);
  if (!isBudget(source, facts)) return { ok: false, refusal: noBudget(inputs) };

  const document = await documentRecord(inputs, source, context);
  const parts = {
    document,
    tables: recognition.tables.map(tableRecord),
    facts,
    headcounts: narrative.headcounts,
    claims: narrative.claims,
    indicators,
  };
  return {
    ok: true,
    result: {
      schema: 'mingzhang.extract/1',
      ...parts,
      checks: checkExtract(parts, recognition.tables),
      issues: distinct(found),
    },
  };
}

function joinDocuments(documents: readonly SourceDocument[]): SourceDocument | null {
  const [first, ...rest] = documents;
  if (!first) return null;
  if (rest.length === 0) return first;
  return {
    format: first.format,
    blocks: documents.flatMap((document, index) =>
      index === 0 ? document.blocks : document.blocks.map((block) => prefixed(block, `f${index + 1}:`)),
    ),
    pageCount: documents.every((document) => document.pageCount !== null)
      ? documents.reduce((sum, document) => sum + (document.pageCount ?? 0), 0)
      : null,
    issues: documents.flatMap((document, index) =>
      document.issues.map((issue) =>
        index === 0 || issue.locator === null
          ? issue
          : { ...issue, locator: `f${index + 1}:${issue.locator}` },
      ),
    ),
  };
}

function prefixed(block: SourceBlock, prefix: string): SourceBlock {
  if (block.kind === 'paragraph') return { ...block, locator: prefix + block.locator };
  return {
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, locator: prefix + cell.locator })),
    })),
  };
}

/** A budget or final account: it has figures in prescribed tables, or speaks of one at length. */
function isBudget(source: SourceDocument, facts: readonly Fact[]): boolean {
  if (facts.filter((fact) => fact.statement !== 'other').length >= 3) return true;
  const text = source.blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)).join(' '),
    )
    .join('\n');
  const compact = compactText(text);
  const named = compact.match(/(?:部门|单位|收支|收入|支出|公共|年度?|年)(?:预算|决算)/g)?.length ?? 0;
  const amounts = compact.match(/\d(?:万|亿)?元/g)?.length ?? 0;
  return named >= 3 && amounts >= 3;
}

function noBudget(inputs: readonly SourceInput[]): Refusal {
  const names = inputs.map((input) => input.name).join('、');
  return {
    code: 'no-budget',
    text: {
      zh: `“${names}”里没有找到部门预算或决算的内容（收支表、功能或经济分类科目、三公经费等），请确认选对了文件。`,
      en: `No departmental budget or final account was found in "${names}" (no income and expenditure tables, no classified spending); check that this is the right file.`,
    },
  };
}

/** The file's name without its ending, made ASCII: what isn't becomes its code points in hexadecimal. */
function documentIdOf(name: string): string {
  const base = (name.split(/[\\/]/).pop() ?? name).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const ascii = [...base]
    .map((character) =>
      /[A-Za-z0-9._-]/.test(character)
        ? character
        : /\s/.test(character)
          ? '-'
          : `u${(character.codePointAt(0) ?? 0).toString(16)}`,
    )
    .join('');
  return ascii === '' ? 'document' : ascii;
}

async function documentRecord(
  inputs: readonly SourceInput[],
  source: SourceDocument,
  context: ExtractContext,
): Promise<DocumentRecord> {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes.length, 0);
  return {
    id: context.documentId,
    title: context.title,
    agency: context.agency,
    region_code: context.regionCode,
    fiscal_year: context.fiscalYear,
    stage: context.stage,
    scope: context.scope,
    format: source.format,
    source_name: inputs.map((input) => input.name).join(' + '),
    sha256: await sha256(inputs, bytes),
    bytes,
  };
}

/** SHA-256 of the file; of several, of their bytes one behind the other. */
async function sha256(inputs: readonly SourceInput[], length: number): Promise<string> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const input of inputs) {
    all.set(input.bytes, at);
    at += input.bytes.length;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function tableRecord(table: RecognisedTable): TableRecord {
  return {
    table_id: table.tableId,
    number: table.number,
    title: table.title,
    statement: table.statement,
    unit: table.unit,
    status: table.status,
    reason: table.reason,
    locator: table.locator,
    rows: table.rows.length - table.headerRowCount,
    columns: table.columnCount,
  };
}

function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const key = `${issue.code}\u0000${issue.locator ?? ''}\u0000${issue.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
