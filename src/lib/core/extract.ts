import { checkExtract } from './checks/index.ts';
import { findRegion, identifyDocument } from './identity/index.ts';
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
import { readNarrative, readTableHeadcounts } from './narrative/index.ts';
import {
  NO_OVERRIDES,
  overrideHeadcounts,
  overrideIdentity,
  overrideTables,
  type Overrides,
} from './overrides/index.ts';
import { readSource } from './readers/index.ts';
import { recogniseTables } from './recognition/index.ts';
import { sha256Hex } from './sha256.ts';
import { normaliseTables } from './statements/index.ts';
import { compactText } from './text/index.ts';

export interface ExtractOptions extends ReadOptions {
  documentId?: string;
  overrides?: Overrides;
}

/** The files of one disclosure, read but not yet understood: reading takes the time, understanding can be repeated. */
export interface Disclosure {
  names: string[];
  bytes: number;
  sha256: string;
  source: SourceDocument;
}

export type ReadAnswer = { ok: true; disclosure: Disclosure } | { ok: false; refusal: Refusal };
export type ExtractAnswer =
  | { ok: true; result: ExtractResult; recognised: RecognisedTable[]; context: ExtractContext }
  | { ok: false; refusal: Refusal };

/**
 * The one composition: the files of one disclosure -> everything that they say. Several files are one document in the order
 * given; locators of the second and later ones are prefixed `f2:`, `f3:` … Never throws for a bad document.
 */
export async function extractDisclosure(
  inputs: readonly SourceInput[],
  options: ExtractOptions = {},
): Promise<ExtractAnswer> {
  const read = await readDisclosure(inputs, options);
  return read.ok ? understandDisclosure(read.disclosure, options) : read;
}

/** Bytes -> blocks of text and tables, all files of the disclosure one behind the other. */
export async function readDisclosure(
  inputs: readonly SourceInput[],
  options: ReadOptions = {},
): Promise<ReadAnswer> {
  const documents: SourceDocument[] = [];
  for (const input of inputs) {
    const read = await readSource(input, options);
    if (!read.ok) return read;
    documents.push(read.document);
  }
  const names = inputs.map((input) => input.name);
  const source = joinDocuments(documents);
  if (!source) return { ok: false, refusal: noBudget(names) };
  const bytes = inputs.reduce((sum, input) => sum + input.bytes.length, 0);
  return { ok: true, disclosure: { names, bytes, sha256: await sha256(inputs, bytes), source } };
}

/** Blocks -> everything that they say, with what a person corrected. */
export function understandDisclosure(
  disclosure: Disclosure,
  { documentId, overrides = NO_OVERRIDES }: Pick<ExtractOptions, 'documentId' | 'overrides'> = {},
): ExtractAnswer {
  const { source, names } = disclosure;
  const identified = identifyDocument(source, names);
  const { identity, issues } = overrideIdentity(
    identified.identity,
    identified.issues,
    overrides,
    (agency) => findRegion(agency, agency, identified.identity.fiscalYear).code,
  );
  const context: ExtractContext = { ...identity, documentId: documentId ?? documentIdOf(names[0] ?? '') };
  const recognition = overrideTables(recogniseTables(source, { fiscalYear: identity.fiscalYear }), overrides);
  const found = [...source.issues, ...issues, ...recognition.issues];
  const normalised = normaliseTables(recognition.tables, context);
  const narrative = readNarrative(recognition.narrative, context, normalised.facts);
  const staff = readTableHeadcounts(recognition.tables, context);
  const forms = normaliseForms(recognition.tables, context);
  const { indicators } = forms;
  const facts = [...normalised.facts, ...forms.facts, ...narrative.facts];
  found.push(...normalised.issues, ...forms.issues, ...narrative.issues, ...staff.issues);
  if (!isBudget(source, facts)) return { ok: false, refusal: noBudget(names) };

  const parts = {
    document: documentRecord(disclosure, context),
    tables: recognition.tables.map(tableRecord),
    facts,
    headcounts: overrideHeadcounts([...narrative.headcounts, ...staff.headcounts], overrides),
    claims: narrative.claims,
    indicators,
  };
  return {
    ok: true,
    recognised: recognition.tables,
    context,
    result: {
      schema: 'mingzhang.extract/1',
      ...parts,
      checks: checkExtract(parts, recognition),
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

function noBudget(files: readonly string[]): Refusal {
  const names = files.join('、');
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

function documentRecord(
  { names, bytes, sha256, source }: Disclosure,
  context: ExtractContext,
): DocumentRecord {
  return {
    id: context.documentId,
    title: context.title,
    agency: context.agency,
    region_code: context.regionCode,
    fiscal_year: context.fiscalYear,
    stage: context.stage,
    scope: context.scope,
    format: source.format,
    source_name: names.join(' + '),
    sha256,
    bytes,
  };
}

/** SHA-256 of the file; of several, of their bytes one behind the other. */
function sha256(inputs: readonly SourceInput[], length: number): Promise<string> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const input of inputs) {
    all.set(input.bytes, at);
    at += input.bytes.length;
  }
  return sha256Hex(all);
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
