import { unzipSync, zipSync, strToU8, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../core/extract.ts';
import { NO_OVERRIDES, overridesSchema, type Overrides } from '../../core/overrides/index.ts';
import { localAgencies } from './agencies.ts';
import { localDocument, summarise, type LocalDocument } from './document.ts';
import { isLocalId, localAgencyId, localDocumentId, localToken, parseToken } from './id.ts';
import { isPackage, packDocuments, unpackDocuments } from './package.ts';

const TEXT = `云溪县医疗保障局2024年部门预算公开

本部门实有在职人员18人，行政编制20人。

表1 部门收支总表
单位：万元
收入		支出	
项目	预算数	项目	预算数
一、一般公共预算拨款	100.00	一、一般公共服务支出	88.00
本年收入合计	100.00	本年支出合计	88.00

表2 一般公共预算支出表
单位：万元
科目编码	科目名称	合计	基本支出	项目支出
	合计	100.00	70.00	30.00
201	一般公共服务支出	88.00	58.00	30.00
221	住房保障支出	12.00	12.00	
`;
const ADDED = '2026-11-25T08:00:00.000Z';

async function taken(text = TEXT, overrides: Overrides = NO_OVERRIDES): Promise<LocalDocument> {
  const bytes = new TextEncoder().encode(text);
  const answer = await extractDisclosure([{ name: '云溪 预算.txt', bytes }], { overrides });
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  const id = localDocumentId(answer.result.document.sha256);
  return localDocument({ ...answer.result, document: { ...answer.result.document, id } }, overrides, ADDED);
}

let plain: LocalDocument;
beforeAll(async () => {
  plain = await taken();
});

describe('a local document', () => {
  it('is told from published ones by its ids', async () => {
    expect(plain.id).toMatch(/^local-[0-9a-f]{10}$/);
    expect(isLocalId(plain.id)).toBe(true);
    expect(isLocalId('hanzhong-ybj-2023')).toBe(false);
    expect(plain.rows.documents[0]?.agency_id).toBe(await localAgencyId('云溪县医疗保障局'));
    expect(plain.rows.facts.every((fact) => fact.document_id === plain.id)).toBe(true);
  });
  it('has another digest with other corrections, the same with the same', async () => {
    expect((await taken()).digest).toBe(plain.digest);
    const corrected = await taken(TEXT, { ...NO_OVERRIDES, tables: { t05: { unit: '元' } } });
    expect(corrected.id).toBe(plain.id);
    expect(corrected.digest).not.toBe(plain.digest);
    expect(summarise(corrected).corrections).toBe(1);
  });
  it.each([
    ['3f2a9c01bd-1a2b3c', { id: 'local-3f2a9c01bd', digest: '1a2b3c' }],
    ['3f2a9c01bd', null],
    ['3F2A9C01BD-1a2b3c', null],
    ['3f2a9c01bd-1a2b3c~x', null],
  ])('is named in links by %s', (token, parsed) => {
    expect(parseToken(token)).toEqual(parsed);
    if (parsed) expect(localToken(parsed)).toBe(token);
  });
});

describe('the agency of a local document', () => {
  const published = [
    {
      name_zh: '汉中市医疗保障局',
      body: 'medical-security',
      level: 'prefecture',
      peer_group: 'medical-city',
    },
    {
      name_zh: '武汉市江汉区医疗保障局',
      body: 'medical-security',
      level: 'county',
      peer_group: 'medical-county',
    },
  ] as const;
  it.each([
    ['云溪县医疗保障局', '430603', '云溪县医疗保障局', 'county', 'medical-county'],
    ['宝鸡市凤翔区医疗保障局', '610305', '凤翔区医疗保障局', 'county', 'medical-county'],
    ['西安市医疗保障局', '610100', '西安市医疗保障局', 'prefecture', 'medical-city'],
    ['云溪县市场监督管理局', '430603', '云溪县市场监督管理局', 'county', 'local'],
    ['某某研究院', null, '某某研究院', 'county', 'local'],
  ])('%s stands among its like', (agency, regionCode, short, level, peers) => {
    const summary = { ...summarise(plain), agency, regionCode };
    const [made] = localAgencies([summary], published);
    expect(made).toMatchObject({ short_zh: short, level, peer_group: peers, local: true });
  });
  it('is one for its documents of several years', () => {
    const summary = summarise(plain);
    expect(localAgencies([summary, { ...summary, fiscalYear: 2025 }], [])).toHaveLength(1);
  });
});

describe('a package of local documents', () => {
  it('gives the same facts elsewhere, corrections included', async () => {
    const corrected = await taken(TEXT, { ...NO_OVERRIDES, tables: { t05: { unit: '元' } } });
    const bytes = packDocuments([corrected]);
    expect(isPackage(bytes)).toBe(true);
    const [back] = await unpackDocuments(bytes, ADDED);
    expect(back?.rows).toEqual(corrected.rows);
    expect(back?.digest).toBe(corrected.digest);
    expect(back?.overrides).toEqual(corrected.overrides);
    expect(back?.origin).toBe('package');
  });
  it('is the same file made twice, a described data package, with corrections that Node takes', () => {
    const bytes = packDocuments([plain]);
    expect(packDocuments([plain])).toEqual(bytes);
    const files = unzipSync(bytes);
    const descriptor = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array())) as {
      resources: { path: string }[];
    };
    expect(descriptor.resources.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'datapackage.json')
        .sort(),
    );
    const overrides: unknown = JSON.parse(
      strFromU8(files[`documents/${plain.id}/overrides.json`] ?? new Uint8Array()),
    );
    expect(overridesSchema.parse(overrides)).toEqual(NO_OVERRIDES);
  });

  const changed = (name: string, make: (text: string) => string | null): Uint8Array => {
    const files = unzipSync(packDocuments([plain]));
    const full = name.replace('ID', plain.id);
    const text = make(strFromU8(files[full] ?? new Uint8Array()));
    const rest = Object.entries(files).filter(([key]) => key !== full);
    return zipSync(Object.fromEntries(text === null ? rest : [...rest, [full, strToU8(text)]]));
  };
  it.each([
    ['a table missing', 'documents/ID/facts.csv', () => null, /facts.csv is missing/],
    [
      'another header',
      'documents/ID/facts.csv',
      (text: string) => text.replace('fact_id', 'x'),
      /facts.csv: the columns/,
    ],
    [
      'an amount that is none',
      'documents/ID/facts.csv',
      (text: string) => text.replace('1000000.00', 'viel'),
      /yuan is viel/,
    ],
    ['a record that is none', 'documents/ID/document.json', () => '{', /document.json is no JSON/],
    [
      'a published id',
      'documents/ID/document.json',
      (text: string) => text.replace('local-', 'x-'),
      /document.json: id/,
    ],
    ['corrections of another kind', 'documents/ID/overrides.json', () => '{}', /overrides.json: schema/],
    ['no documents', 'documents/ID/document.json', () => null, /no documents/],
  ])('with %s is refused, saying where', async (_, name, make, message) => {
    await expect(unpackDocuments(changed(name, make), ADDED)).rejects.toThrow(message);
  });
  it.each([
    ['a text', new TextEncoder().encode(TEXT)],
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
    ['nothing', new Uint8Array()],
    ['a cut archive', packDocumentsCut()],
  ])('is not taken for %s', (_, bytes) => {
    expect(isPackage(bytes)).toBe(false);
  });
});

function packDocumentsCut(): Uint8Array {
  return zipSync({ 'datapackage.json': strToU8('{}'.repeat(200)) }).subarray(0, 40);
}
