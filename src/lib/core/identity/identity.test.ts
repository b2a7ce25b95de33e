import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceBlock, SourceDocument } from '../model/index.ts';
import { findRegion, identifyDocument, readAgencyName, readTitle } from './index.ts';

function documentOf(...lines: (string | string[])[]): SourceDocument {
  const blocks = lines.map<SourceBlock>((line, index) =>
    typeof line === 'string'
      ? { kind: 'paragraph', text: line, locator: `L${index + 1}`, page: null, heading: null }
      : {
          kind: 'table',
          geometry: 'ragged',
          columnCount: line.length,
          rows: [
            {
              page: null,
              cells: line.map((text, column) => ({
                text,
                locator: `L${index + 1}#${column}`,
                column,
                colSpan: 1,
                rowSpan: 1,
              })),
            },
          ],
        },
  );
  return { format: 'text', blocks, pageCount: null, issues: [] };
}

describe('readTitle', () => {
  it.each([
    ['clock', '青石市水务局2024年部门预算公开说明', '青石市水务局', 2024, 'budget', 'department'],
    ['year first', '2024年青石市水务局部门预算公开', '青石市水务局', 2024, 'budget', 'department'],
    [
      'all spending of the department',
      '青石市水务局2024年部门整体支出预算',
      '青石市水务局',
      2024,
      'budget',
      'department',
    ],
    ['year 年度', '2026年度青石市水务局部门预算', '青石市水务局', 2026, 'budget', 'department'],
    ['own office', '青石市水务局(本级)2024年单位预算公开说明', '青石市水务局', 2024, 'budget', 'unit'],
    ['account', '青石市水务局2023年度部门决算', '青石市水务局', 2023, 'final-account', 'department'],
    ['Chinese numerals', '青石市水务局二〇二四年部门预算', '青石市水务局', 2024, 'budget', 'department'],
    ['bare budget', '青石区水务局2023年预算', '青石区水务局', 2023, 'budget', null],
    [
      'party body',
      '中共青石市委宣传部2023年部门综合预算公开',
      '中共青石市委宣传部',
      2023,
      'budget',
      'department',
    ],
    [
      '编制 in the name',
      '青石市委机构编制委员会办公室2025年部门预算',
      '青石市委机构编制委员会办公室',
      2025,
      'budget',
      'department',
    ],
    ['school', '青石市第一小学2025年单位预算公开', '青石市第一小学', 2025, 'budget', 'unit'],
    ['both kinds', '青石市水务局2024年部门(单位)预算公开', '青石市水务局', 2024, 'budget', null],
    ['三公', '青石市水务局2024年部门预算及“三公”经费公开说明', '青石市水务局', 2024, 'budget', 'department'],
  ] as const)('%s', (_, text, agency, year, stage, kind) => {
    const title = readTitle(text);
    expect(title?.agency?.name).toBe(agency);
    expect(title).toMatchObject({ year, stage, kind });
  });
  it.each([
    ['list of tables', '一、2023年收支预算总表'],
    ['sentence', '2023年本部门预算收入10万元，其中一般公共预算拨款收入10万元。'],
    ['no year', '青石市水务局部门预算'],
    ['regulation', '《青石市水务局2023年部门预算管理办法》'],
  ])('not a title: %s', (_, text) => expect(readTitle(text)?.agency ?? null).toBeNull());
});

describe('readAgencyName', () => {
  it.each([
    ['571001青石市水务局本级', '青石市水务局', true],
    ['青石市水务局(机关)', '青石市水务局', true],
    ['青石市水务局部门', '青石市水务局', false],
    ['341-青石市财政局', '青石市财政局', false],
    ['国库支付中心', '国库支付中心', false],
  ])('%s', (printed, name, ownOffice) => expect(readAgencyName(printed)).toEqual({ name, ownOffice }));
  it.each(['万元', '合计', '本部门', '2023年收支总表', '一般公共预算支出表'])('not a name: %s', (text) =>
    expect(readAgencyName(text)).toBeNull(),
  );
});

describe('findRegion', () => {
  it.each([
    ['宝鸡市凤翔区医疗保障局', '', 2024, '610305'],
    ['江汉区医疗保障局', '', 2023, '420103'],
    ['廊坊市广阳区医疗保障局', '', 2023, '131003'],
    ['沅江市医疗保障局', '', 2024, '430981'],
    ['汉中市医疗保障局', '', 2023, '610700'],
    ['吉林省财政厅', '', 2024, '220000'],
    ['吉林市财政局', '', 2024, '220200'],
    ['上海市普陀区人民政府万里街道办事处', '', 2024, '310107'],
    ['共青团汉中市委员会', '', 2024, '610700'],
    ['内蒙古自治区财政厅', '', 2024, '150000'],
    ['恩施土家族苗族自治州财政局', '', 2024, '422800'],
    ['国家信访局', '', 2024, null],
    ['凤翔县医疗保障局', '', 2020, '610322'],
    ['朝阳区医疗保障局', '北京市 北京市', 2024, '110105'],
    ['朝阳区医疗保障局', '', 2024, null],
    ['市医疗保障局', '', 2024, null],
  ])('%s', (agency, mentions, year, code) => expect(findRegion(agency, mentions, year).code).toBe(code));
  it('says which places fit when nothing decides', () => {
    expect(findRegion('朝阳区医疗保障局', '', 2024).candidates).toEqual(['110105', '220104']);
  });
});

describe('identifyDocument', () => {
  it('reads a title broken over three lines', () => {
    const { identity } = identifyDocument(documentOf('2026 年度', '汉中市水务局', '部门预算', '目 录'), [
      'a.pdf',
    ]);
    expect(identity).toEqual({
      title: '2026年度汉中市水务局部门预算',
      agency: '汉中市水务局',
      regionCode: '610700',
      fiscalYear: 2026,
      stage: 'budget',
      scope: 'department',
    });
  });
  it('takes the agency from a label where the title names only the place', () => {
    const { identity } = identifyDocument(
      documentOf(
        '上海市普陀区 2024 年区级部门预算',
        '预算主管部门：上海市普陀区人民政府甲街道办事处',
        '目录',
      ),
      [],
    );
    expect(identity).toMatchObject({
      agency: '上海市普陀区人民政府甲街道办事处',
      regionCode: '310107',
      scope: 'department',
    });
  });
  it('finds the fullest form of the name', () => {
    const { identity } = identifyDocument(
      documentOf(
        '江汉区水务局 2023 年预算',
        '目录',
        '2023年部门预算明细表',
        '单位名称： 武汉市江汉区水务局本级',
      ),
      [],
    );
    expect(identity).toMatchObject({
      agency: '武汉市江汉区水务局',
      regionCode: '420103',
      scope: 'department',
    });
  });
  it('finds a title that stands after the tables', () => {
    const { identity } = identifyDocument(
      documentOf(
        '单位预算收支总表',
        ['', '571001廊坊市广阳区水务局本级'],
        ['', '预算年度：2023'],
        '廊坊市广阳区水务局本级2023年单位预算信息公开情况说明',
      ),
      [],
    );
    expect(identity).toMatchObject({ agency: '廊坊市广阳区水务局', fiscalYear: 2023, scope: 'unit' });
  });
  it('reads a file that has only tables by its cells and its name', () => {
    const { identity } = identifyDocument(documentOf('收支总表', ['汉中市水务局', '12.00']), ['x-2026.pdf']);
    expect(identity).toMatchObject({ agency: '汉中市水务局', fiscalYear: 2026 });
  });
  it('says what it did not find', () => {
    const { identity, issues } = identifyDocument(documentOf('Annual report'), []);
    expect(identity).toMatchObject({ agency: '', fiscalYear: null, regionCode: null });
    expect(issues.map((issue) => issue.code)).toEqual(['no-agency', 'no-fiscal-year']);
  });
  it('never throws', () => {
    const word = fc.constantFrom(
      '2024年',
      '部门',
      '预算',
      '汉中市',
      '局',
      '（',
      '本级',
      '）',
      '单位：',
      '万元',
      '\n',
      '目录',
      ' ',
    );
    const line = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        (lines) => void identifyDocument(documentOf(...lines), lines),
      ),
    );
  });
});
