import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC as readWithFlechette } from '@uwdata/flechette';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { unpackVectors } from '../../data/engine/values.ts';
import { writeCsv } from './csv.ts';
import { headLines } from './head.ts';
import { writePack } from './pack.ts';
import { sampleTable } from './sample-table.ts';
import { TABLE_FORMATS } from './types.ts';
import type { ExportTable } from './types.ts';
import { writeTable } from './write.ts';

const table = sampleTable();
const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const column = (id: string, of: ExportTable = table): (string | null)[] => {
  const index = of.columns.findIndex((entry) => entry.id === id);
  return of.rows.map((cells) => cells[index]?.value ?? null);
};

async function saved(format: (typeof TABLE_FORMATS)[number], of = table): Promise<string> {
  const { bytes } = await writeTable(of, format);
  const path = join(folder, `${of.id}.${format}`);
  writeFileSync(path, bytes);
  return path;
}

describe('XLSX', () => {
  it('has numbers as numbers, the head block, and words where a figure is missing', async () => {
    const sheets = await readXlsxFile(await saved('xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['数据', '来源与勾稽']);
    const rows = sheets[0]?.data ?? [];
    const heads = rows.findIndex((row) => row[0] === '机构' && row[1] === '年度');
    expect(rows.slice(0, heads - 1).map(([name, value]) => [name, value])).toEqual(
      headLines(table).map(({ name, value }) => [name, value]),
    );
    expect(rows[heads]).toEqual(['机构', '年度', '人均人员经费 (元/人)', '说明']);
    expect(rows.slice(heads + 1).map((row) => row[2])).toEqual([
      Number('126358.454545454545'),
      -1234.5,
      '未披露',
      Number('9007199254740993.01'),
    ]);
    expect(rows.slice(heads + 1).map((row) => row[1])).toEqual([2024, 2024, null, 2023]);
    expect(rows[heads + 1]?.[3]).toBe('=1+1，引号"和#号');
  });
  it('lists every document with its hash and every figure with its check and its cell', async () => {
    const rows = (await readXlsxFile(await saved('xlsx')))[1]?.data ?? [];
    expect(rows.some((row) => row[5] === table.sources[0]?.sha256)).toBe(true);
    const figures = rows.slice(rows.findIndex((row) => row[0] === '行') + 1);
    expect(figures.map((row) => [row[0], row[3], row[5]])).toEqual([
      ['甲川医保局 2024', '相符', 't6.r1.c2'],
      ['乙岭医保局 2024', '相符', 't6.r2.c2'],
      ['丁洲医保局 2023', '相符', 't6.r4.c2'],
    ]);
    expect(figures[0]?.[7]).toBe('https://example.org/documents/jiachuan-ybj-2024?cell=t6.r1.c2#at-t6.r1.c2');
  });
});

describe('CSV', () => {
  const text = writeCsv(table);
  it('begins with a BOM and no sep line, and says what it is', () => {
    expect(text.startsWith('\uFEFF# 标题: 人均人员经费')).toBe(true);
    expect(text).not.toMatch(/^sep=/m);
    expect(text).toContain('# 单位: 元/人\r\n');
    expect(text).toContain('# 数据版本: c07fd1298abf\r\n');
  });
  it('is read by another library: exact figures, gaps, formulas made plain', () => {
    const rows = parse<Record<string, string>>(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      columns: true,
    });
    expect(rows.map((row) => row['人均人员经费 (元/人)'])).toEqual(
      column('value').map((value) => value ?? ''),
    );
    expect(rows.map((row) => row['说明'])).toEqual([`'=1+1，引号"和#号`, `'-说明\n第二行`, `'@甲, 乙`, '']);
    expect(rows[0]?.['出处']).toBe('jiachuan-ybj-2024!t6.r1.c2');
  });
});

describe('JSON', () => {
  it('has exact figures, reasons of gaps, filters and sources', async () => {
    const json = JSON.parse(strFromU8((await writeTable(table, 'json')).bytes)) as {
      rows: { values: Record<string, unknown>; absent?: Record<string, string> }[];
      filters: unknown;
      figures: { verdict: string }[];
    };
    expect(json.rows.map(({ values }) => values['value'])).toEqual(column('value'));
    expect(json.rows[0]?.values['year']).toBe(2024);
    expect(json.rows[2]?.absent).toEqual({ value: '未披露' });
    expect(json.filters).toEqual(table.filters);
    expect(json.figures).toHaveLength(3);
  });
});

describe('Parquet', () => {
  it('is read by DuckDB to the last digit', async () => {
    const path = await saved('parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const result = await connection.runAndReadAll(
      `SELECT agency, year, value::VARCHAR AS value, note, typeof(value) AS kind FROM read_parquet('${path}')`,
    );
    const rows = result.getRowObjects();
    expect(rows.map((row) => row['value'])).toEqual([
      '126358.454545454545',
      '-1234.500000000000',
      null,
      '9007199254740993.010000000000',
    ]);
    expect(rows.map((row) => row['year'])).toEqual([2024n, 2024n, null, 2023n]);
    expect(rows.map((row) => row['note'])).toEqual(column('note'));
    expect(rows[0]?.['kind']).toBe('DECIMAL(38,12)');
  });
  it('carries its head, and is read by hyparquet', async () => {
    const { bytes } = await writeTable(table, 'parquet');
    const rows: Record<string, unknown>[] = await parquetReadObjects({ file: bytes.buffer });
    expect(rows.map((row) => row['agency'])).toEqual(column('agency'));
    const metadata = parquetMetadata(bytes.buffer).key_value_metadata;
    expect(metadata?.find(({ key }) => key === 'title')?.value).toBe(table.title);
  });
});

describe('Arrow', () => {
  it('is read to the last digit, with labels and head in its metadata', async () => {
    const read = tableFromIPC((await writeTable(table, 'arrow')).bytes);
    const rows = unpackVectors(
      read.schema.fields,
      read.schema.fields.map((_, index) => read.getChildAt(index)),
      read.numRows,
    );
    expect(rows.map((row) => row['value'])).toEqual([
      '126358.454545454545',
      '-1234.500000000000',
      null,
      '9007199254740993.010000000000',
    ]);
    expect(rows.map((row) => row['year'])).toEqual([2024, 2024, null, 2023]);
    expect(read.schema.metadata.get('release')).toBe(table.release);
    expect(read.schema.fields[2]?.metadata.get('label')).toBe('人均人员经费');
  });
  it('is read by flechette, which shares no code with its writer', async () => {
    const { bytes } = await writeTable(table, 'arrow');
    const read = readWithFlechette(bytes, { useDecimalInt: true, useBigInt: true });
    const rows = read.toArray() as Record<string, unknown>[];
    expect(rows.map((row) => row['agency'])).toEqual(column('agency'));
    expect(rows.map((row) => row['note'])).toEqual(column('note'));
    expect(rows.map((row) => row['year'])).toEqual([2024n, 2024n, null, 2023n]);
    expect(rows.map((row) => row['value'])).toEqual([
      126358_454545454545n,
      -1234_500000000000n,
      null,
      9007199254740993_010000000000n,
    ]);
    expect(read.schema.metadata?.get('title')).toBe(table.title);
  });
});

describe('every format', () => {
  it.each(TABLE_FORMATS)('%s writes a table without rows', async (format) => {
    const { bytes, name } = await writeTable({ ...table, rows: [] }, format);
    expect(bytes.length).toBeGreaterThan(0);
    expect(name).toBe(`mingzhang-sample-c07fd1298abf.${format}`);
  });
});

describe('the packed folder', () => {
  it('holds data in every format, metadata, charts and a README that says how to cite', async () => {
    const charts = [{ id: 'sample', ending: 'svg', bytes: new TextEncoder().encode('<svg/>') } as const];
    const { bytes, name } = await writePack('sample', [table], charts);
    const files = unzipSync(bytes);
    expect(name).toBe('mingzhang-sample-c07fd1298abf.zip');
    expect(Object.keys(files).sort()).toEqual([
      'README.md',
      'charts/sample.svg',
      'data/arrow/sample.arrow',
      'data/csv/sample.csv',
      'data/json/sample.json',
      'data/parquet/sample.parquet',
      'data/xlsx/sample.xlsx',
      'datapackage.json',
    ]);
    const readme = strFromU8(files['README.md'] ?? new Uint8Array());
    expect(readme).toContain('[DS/OL]');
    expect(readme).toContain('- 单位：元/人');
    const descriptor = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array())) as {
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    const heads = parse(strFromU8(files['data/csv/sample.csv'] ?? new Uint8Array()), {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      to_line: 30,
    });
    expect(descriptor.resources[0]?.schema.fields.map((field) => field.name)).toEqual(heads[0]);
  });
});
