import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateCodeModules } from '../../../cli/build-codes.ts';
import {
  childrenOf,
  crosswalk,
  findByLabel,
  findRegion,
  isCodeShaped,
  labelAgrees,
  levelOf,
  lookUpCode,
  parentCode,
  plainLabel,
} from './index.ts';

describe('code lists', () => {
  it('are what datasets/reference says', () => {
    for (const [path, text] of generateCodeModules()) {
      expect(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'), path).toBe(text);
    }
  });
  it('answer for a code that they don’t know', () => {
    expect(lookUpCode('function', '2109988')).toEqual({
      scheme: 'function',
      code: '2109988',
      name: null,
      level: 3,
      parent: '21099',
      known: false,
    });
    expect(lookUpCode('function', '2101501').name).toBe('行政运行');
  });
  it.each([
    ['210', 1, null],
    ['21015', 2, '210'],
    ['2101501', 3, '21015'],
    ['506001', null, null],
    ['', null, null],
  ])('level and parent of %j', (code, level, parent) => {
    expect(levelOf(code)).toBe(level);
    expect(parentCode(code)).toBe(parent);
  });
  it('lists what stands below', () => {
    expect(childrenOf('dept-economic', '')).toContain('301');
    expect(childrenOf('function', '21013')).toEqual(['2101301', '2101302', '2101399']);
  });
  it.each([
    ['function', '2101501', true],
    ['function', '506001', false],
    ['dept-economic', '30101', true],
    ['dept-economic', '3010101', true],
    ['dept-economic', '301010101', false],
    ['gov-economic', '506', true],
  ] as const)('%s may have the code %s: %s', (scheme, code, shaped) => {
    expect(isCodeShaped(scheme, code)).toBe(shaped);
  });
});

describe('plainLabel', () => {
  it.each([
    ['一、一般公共服务支出', '一般公共服务支出'],
    ['（一）工资福利支出', '工资福利支出'],
    ['10、卫生健康支出', '卫生健康支出'],
    ['(5)资本性支出(基本建设)', '资本性支出(基本建设)'],
    ['其中：专项资金', '专项资金'],
    ['二十一、粮油物资储备支出', '粮油物资储备支出'],
    ['　卫 生 健 康 支 出 ', '卫生健康支出'],
    ['60年代生活补助', '60年代生活补助'],
    ['一般行政管理事务', '一般行政管理事务'],
  ])('%j', (label, plain) => {
    expect(plainLabel(label)).toBe(plain);
  });
});

describe('findByLabel', () => {
  it.each([
    ['function', '卫生健康支出', {}, '210'],
    ['function', '10、卫生健康支出', {}, '210'],
    ['function', '医疗卫生与计划生育支出', {}, '210'],
    ['function', '社会保障和就业', {}, '208'],
    ['function', '机关事业单位基本养', {}, '2080505'],
    ['function', '行政运行', {}, null],
    ['function', '行政运行', { parent: '21015' }, '2101501'],
    ['function', '行政运行', { parent: '210', level: 3 }, null],
    ['dept-economic', '资本性支出（基本建设）', {}, '309'],
    ['dept-economic', '(6)资本性支出', {}, '310'],
    ['dept-economic', '维修(护)费', {}, '30213'],
    ['dept-economic', '工会费', {}, '30228'],
    ['dept-economic', '对个人和家庭补助', {}, '303'],
    ['dept-economic', '其他支出', {}, '399'],
    ['gov-economic', '3、机关资本性支出（一）', {}, '503'],
    ['gov-economic', '对企业补助', { level: 1 }, '507'],
    ['gov-economic', '', {}, null],
    ['gov-economic', '行政', {}, null],
  ] as const)('%s %j %j -> %j', (scheme, label, options, code) => {
    expect(findByLabel(scheme, label, options)?.code ?? null).toBe(code);
  });
  it('finds every name of the lists below its own parent', () => {
    for (const scheme of ['function', 'dept-economic', 'gov-economic'] as const) {
      for (const code of childrenOf(scheme, '')) {
        for (const child of childrenOf(scheme, code)) {
          const { name } = lookUpCode(scheme, child);
          expect(findByLabel(scheme, name ?? '', { parent: code, level: 2 })?.code, `${child} ${name}`).toBe(
            child,
          );
        }
      }
    }
  });
  it('says whether a printed name agrees with a code', () => {
    expect(labelAgrees('function', '2080505', '机关事业单位基本养老')).toBe(true);
    expect(labelAgrees('function', '2080505', '住房公积金')).toBe(false);
  });
});

describe('crosswalk', () => {
  it('gives the government codes of a departmental code', () => {
    expect(crosswalk('30101').map((entry) => entry.govCode)).toEqual(['50101', '50501']);
    expect(crosswalk('39999999')).toEqual([]);
  });
});

describe('findRegion', () => {
  it.each([
    ['汉中市医疗保障局', 2023, '610700'],
    ['陕西省汉中市医疗保障局', 2023, '610700'],
    ['武汉市江汉区医疗保障局', 2023, '420103'],
    ['江汉区医疗保障局', 2023, '420103'],
    ['宝鸡市凤翔区医疗保障局', 2024, '610305'],
    ['某某研究所', 2024, null],
  ])('%s %s', (text, year, code) => {
    expect(findRegion(text, year)?.code ?? null).toBe(code);
  });
});
