import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf } from '../../src/lib/data/answers.node.ts';
import { DATASET_TABLES } from '../../src/lib/data/arrow/index.ts';
import { ENGINE_VERSION } from '../../src/lib/data/engine/manifest.ts';
import { formatDescriptor } from '../../src/lib/data/package/descriptor.ts';
import type { DataPackage, Field, Resource } from '../../src/lib/data/package/descriptor.ts';
import { extractSources } from '../../src/lib/data/package/extract-sources.node.ts';
import { readPackage } from '../../src/lib/data/package/read.node.ts';
import { releaseOf, writeRelease } from '../../src/lib/data/package/release.node.ts';
import { parseChangelog } from '../../src/lib/data/releases/changelog.ts';
import { recordedReleases } from '../../src/lib/data/releases/history.node.ts';
import { writeLines } from '../../src/lib/data/releases/lines.ts';
import { sourcesSchema } from '../../src/lib/data/package/sources.ts';
import { writeDocument } from '../../src/lib/data/package/write.node.ts';

const DATASETS = 'datasets';
const DOCUMENTS = ['../shared/documents/seeds', '../shared/documents/published'];
const HAVE_DOCUMENTS = DOCUMENTS.some((folder) => existsSync(folder));
const descriptor = JSON.parse(readFileSync(join(DATASETS, 'datapackage.json'), 'utf8')) as DataPackage;
const tabular = descriptor.resources.filter((resource) => resource.schema);

function records(resource: Resource): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(join(DATASETS, resource.path), 'utf8'), {
    columns: true,
  });
}

/** docs/data.md, locators: a line and cell of text, a place on a page, a cell of a table or sheet, a paragraph. */
const LOCATOR = /^(f\d+:)?(L\d+(#\d+)?|p\d+@[\d.,]+|t\d+r\d+c\d+|§\d+|.+![A-Z]+\d+.*)$/;

const VALID: Record<string, RegExp> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  string: /^/,
};

function faults(field: Field, cell: string): string[] {
  if (cell === '') return field.constraints?.required ? [`${field.name} is empty`] : [];
  return [
    ...(VALID[field.type]?.test(cell) ? [] : [`${field.name} is ${cell}, no ${field.type}`]),
    ...(field.constraints?.enum && !field.constraints.enum.includes(cell)
      ? [`${field.name} is ${cell}`]
      : []),
  ];
}

describe('the record of releases', () => {
  it('has the release that is shipped, with its reason, and every one before it', () => {
    const log = parseChangelog(readFileSync(join(DATASETS, 'CHANGELOG.md'), 'utf8'));
    const release = releaseOf(readPackage(DATASETS));
    expect(log[0]?.release).toBe(release);
    const recorded = recordedReleases(DATASETS, release);
    expect(recorded.map((note) => note.release)).toEqual(log.map((note) => note.release));
    for (const { reason } of recorded) expect(reason.en).toMatch(/\S/);
  });

  it('holds the figures as they are', async () => {
    const answers = await answersOf(readPackage(DATASETS));
    expect(readFileSync(join(DATASETS, 'figures.jsonl'), 'utf8')).toBe(writeLines(answers));
  });
});

describe('the data package', () => {
  it('names files that are there, and every file that is there', () => {
    const named = new Set(descriptor.resources.map((resource) => resource.path));
    for (const path of named) expect(existsSync(join(DATASETS, path)), path).toBe(true);
    const csv = (readdirSync(DATASETS, { recursive: true }) as string[]).filter((path) =>
      path.endsWith('.csv'),
    );
    expect(csv.filter((path) => !named.has(path))).toEqual([]);
    expect(new Set(descriptor.resources.map((resource) => resource.name)).size).toBe(
      descriptor.resources.length,
    );
  });

  it('describes every field', () => {
    for (const resource of tabular) {
      for (const field of resource.schema?.fields ?? []) {
        expect(field.description, `${resource.name} ${field.name}`).toMatch(/\S/);
        expect(Object.keys(VALID)).toContain(field.type);
      }
    }
  });

  it.each(tabular.map((resource) => [resource.name, resource] as const))(
    '%s fits its schema',
    (_, resource) => {
      const text = readFileSync(join(DATASETS, resource.path), 'utf8');
      expect(text).not.toMatch(/\r|\uFEFF/);
      const fields = resource.schema?.fields ?? [];
      const [header = ''] = text.split('\n');
      expect(header.split(',')).toEqual(fields.map((field) => field.name));
      const wrong = records(resource).flatMap((row, i) =>
        fields.flatMap((field) =>
          faults(field, row[field.name] ?? '').map((fault) => `row ${i + 2}: ${fault}`),
        ),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('has no key twice', () => {
    for (const resource of tabular) {
      const key = resource.schema?.primaryKey;
      if (!key) continue;
      const keys = records(resource).map((row) => key.map((column) => row[column]).join('\u0000'));
      expect(new Set(keys).size, resource.name).toBe(keys.length);
    }
  });

  it('has every row that another refers to', () => {
    const byName = new Map(tabular.map((resource) => [resource.name, resource]));
    for (const resource of tabular) {
      for (const key of resource.schema?.foreignKeys ?? []) {
        const target = byName.get(key.reference.resource);
        expect(target, key.reference.resource).toBeDefined();
        if (!target) continue;
        const known = new Set(
          records(target).map((row) => key.reference.fields.map((f) => row[f]).join(' ')),
        );
        for (const row of records(resource)) {
          const value = key.fields.map((field) => row[field]).join(' ');
          if (value.trim() !== '') expect(known.has(value), `${resource.name}: ${value}`).toBe(true);
        }
      }
    }
  });

  it('has every fact that a check names, with a weight where it is a sum, and places in prose as locators', () => {
    const rows = readPackage(DATASETS);
    for (const { document_id: id } of rows.documents) {
      const facts = new Set(rows.facts.filter((row) => row.document_id === id).map((row) => row.fact_id));
      for (const check of rows.checks.filter((row) => row.document_id === id)) {
        expect(
          check.facts.filter((fact) => !facts.has(fact)),
          check.check_id,
        ).toEqual([]);
        if (check.weights.length > 0) expect(check.weights, check.check_id).toHaveLength(check.facts.length);
        for (const place of check.claims) expect(place).toMatch(LOCATOR);
      }
    }
  });

  it('says whose every document is', () => {
    const rows = readPackage(DATASETS);
    const agencies = new Set(rows.agencies.map((row) => row.agency_id));
    for (const document of rows.documents) expect(agencies).toContain(document.agency_id);
  });

  it('is written one field a line', () => {
    expect(readFileSync(join(DATASETS, 'datapackage.json'), 'utf8')).toBe(formatDescriptor(descriptor));
  });
});

describe('the release', () => {
  const folders: string[] = [];
  const engine = {
    version: ENGINE_VERSION,
    wasm: { path: 'a.wasm', bytes: 1, sha256: '0'.repeat(64) },
    worker: { path: 'a.js', bytes: 1, sha256: '0'.repeat(64) },
  };
  beforeAll(() => {
    for (let i = 0; i < 2; i += 1) folders.push(mkdtempSync(join(tmpdir(), 'mingzhang-release-')));
  });
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('is the same to the byte when built twice', () => {
    const [first = '', second = ''] = folders.map((folder) => {
      const manifest = writeRelease(readPackage(DATASETS), join(folder, 'data'), engine);
      const bytes = DATASET_TABLES.map((table) =>
        readFileSync(join(folder, 'data', manifest.tables[table].path)).toString('base64'),
      );
      return JSON.stringify([manifest, bytes]);
    });
    expect(first).toBe(second);
  });

  it('has another id as soon as one digit differs, and the same one otherwise', () => {
    const rows = readPackage(DATASETS);
    const release = releaseOf(rows);
    expect(releaseOf(readPackage(DATASETS))).toBe(release);
    const facts = rows.facts.map((fact, index) => (index === 0 ? { ...fact, raw: '1' } : fact));
    expect(releaseOf({ ...rows, facts })).not.toBe(release);
  });
});

describe.skipIf(!HAVE_DOCUMENTS)(
  'rebuilt from the documents (skipped where ../shared/documents is missing)',
  () => {
    it('gives the same bytes', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mingzhang-datasets-'));
      const sources = sourcesSchema.parse(JSON.parse(readFileSync(join(DATASETS, 'sources.json'), 'utf8')));
      const extracted = await extractSources(sources, DOCUMENTS);
      expect(extracted.length).toBeGreaterThan(0);
      const different: string[] = [];
      for (const rows of extracted) {
        writeDocument(folder, rows);
        const id = String(rows.documents[0]?.['document_id']);
        for (const name of readdirSync(join(folder, 'documents', id))) {
          const [built, kept] = [folder, DATASETS].map((base) =>
            readFileSync(join(base, 'documents', id, name), 'utf8'),
          );
          if (built !== kept) different.push(`${id}/${name}`);
        }
      }
      rmSync(folder, { recursive: true, force: true });
      expect(different, 'run npm run build-datasets and look at what moved').toEqual([]);
    }, 240_000);
  },
);
