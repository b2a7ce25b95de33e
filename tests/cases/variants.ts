import { renderHtml, renderText, renderXlsx } from '../support/render-disclosure.ts';
import { smallDocx, type SmallBlock } from '../support/small-office.ts';
import type { Expectation } from './expectation.ts';

export interface Variant {
  name: string;
  blocks: readonly SmallBlock[];
  want: Expectation;
  formats?: readonly Format[];
}

export const FORMATS = {
  txt: renderText,
  html: (blocks: readonly SmallBlock[]) => renderHtml(blocks),
  docx: (blocks: readonly SmallBlock[]) => smallDocx(blocks),
  xlsx: (blocks: readonly SmallBlock[]) => renderXlsx(blocks),
};
export type Format = keyof typeof FORMATS;

const TITLE = '云溪市档案管理局2026年部门预算公开';
const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const BODY = [
  ['201', '一般公共服务支出', '300.00', '200.00', '100.00'],
  ['20126', '档案事务', '300.00', '200.00', '100.00'],
  ['2012601', '行政运行', '200.00', '200.00', '0.00'],
  ['2012604', '档案馆', '100.00', '0.00', '100.00'],
  ['208', '社会保障和就业支出', '50.00', '50.00', '0.00'],
  ['20805', '行政事业单位养老支出', '50.00', '50.00', '0.00'],
  ['2080505', '机关事业单位基本养老保险缴费支出', '50.00', '50.00', '0.00'],
];
const TOTAL = ['', '合计', '350.00', '250.00', '100.00'];
const NUMBER_AND_TITLE = '表1 一般公共预算支出表';
const UNIT = '单位：万元';

const WANT: Expectation = {
  agency: '云溪市档案管理局',
  fiscal_year: 2026,
  facts: [
    { statement: 'general-by-function', is_total: true, measure: 'total', yuan: '3500000.00' },
    { statement: 'general-by-function', code: '2012601', measure: 'total', yuan: '2000000.00' },
    { statement: 'general-by-function', code: '2080505', measure: 'basic', yuan: '500000.00' },
  ],
  counts: { 'general-by-function': 24 },
  no_broken: true,
};

const continued = (line: string): SmallBlock[] => [
  TITLE,
  NUMBER_AND_TITLE,
  UNIT,
  { rows: [HEAD, TOTAL, ...BODY.slice(0, 4)] },
  ...line.split('\n'),
  { rows: [HEAD, ...BODY.slice(4)] },
];
/** The table with some of its cells printed otherwise, by row and column. */
const printed = (cells: Record<string, string>): SmallBlock[] => [
  TITLE,
  NUMBER_AND_TITLE,
  UNIT,
  {
    rows: [HEAD, TOTAL, ...BODY].map((row, r) => row.map((text, c) => cells[`${r},${c}`] ?? text)),
  },
];

export const VARIANTS: readonly Variant[] = [
  ...[
    '续表',
    '续表2',
    '续表1',
    '表1（续）',
    '（接上表）',
    '续上表',
    '续表\n单位：万元',
    '表1 一般公共预算支出表（续）',
  ].map((line): Variant => ({
    name: `continued by ${line.replace('\n', ' ')}`,
    blocks: continued(line),
    want: WANT,
  })),
  ...[
    '200.00①',
    '200.00*',
    '200.00¹',
    '200.00[1]',
    '200.00（注1）',
    '※200.00',
    '￥200.00',
    '200.00万元',
    '2000000元',
    '\u202d200.00\u202c',
    '2\u200b00.00',
  ].map((figure): Variant => ({
    name: `a figure printed ${figure}`,
    blocks: printed({ '4,2': figure }),
    want: WANT,
  })),
  ...['合计*', '合计①', '合计[1]', '合 计', '合\u200b计'].map((label): Variant => ({
    name: `a total labelled ${label}`,
    blocks: printed({ '1,1': label }),
    want: WANT,
  })),
  {
    name: 'a code printed in groups',
    blocks: printed({ '4,0': '201 26 01', '8,0': '208 05 05' }),
    want: WANT,
  },
  ...['#N/A', '#REF!', '#DIV/0!'].map((error): Variant => ({
    name: `an error ${error}`,
    blocks: printed({ '4,4': error }),
    want: { ...WANT, counts: { 'general-by-function': 23 }, issues: ['cell-error'] },
  })),
];
