import { describe, expect, it } from 'vitest';
import { enumeration, isEnumerated, isListed, isPartTotal, isTotalLabel, withoutMarks } from './index.ts';

describe('enumerated lines', () => {
  it.each([
    ['第二部分 情况说明', 'part', '第二部分'],
    ['十一、其他收入', 'chinese', '十一、'],
    ['廿一、其他支出', 'chinese', '廿一、'],
    ['（三）会议费', 'chinese-bracket', '(三)'],
    ['3．接待费', 'arabic', '3.'],
    ['12、接待费', 'arabic', '12、'],
    ['（4）接待费', 'arabic-bracket', '(4)'],
    ['① 接待费', 'circled', '①'],
    ['● 接待费', 'bullet', '●'],
  ])('%s opens with a mark', (line, mark, text) => {
    expect(enumeration(line)).toEqual({ mark, text });
  });
  it.each(['3.5', '-3', '2024年预算', '一般公共预算', '十堰市'])('%s opens with none', (line) => {
    expect(enumeration(line)).toBeNull();
  });
  it('parts and circled figures are no items of a list; 其中 is part of the line above', () => {
    expect(['第一部分 说明', '①会议费', '一、收入'].map(isListed)).toEqual([false, false, true]);
    expect(['其中：会议费', '会议费'].map(isEnumerated)).toEqual([true, false]);
  });
  it.each([
    ['（一）1. 会议费', '会议费'],
    ['其中：（1）会议费', '会议费'],
    ['其中', '其中'],
  ])('%s without its marks', (label, rest) => {
    expect(withoutMarks(label)).toBe(rest);
  });
});

describe('totals', () => {
  it.each(['合 计', '总计', '收入总计', '本年支出合计', '合计数'])('%s', (label) => {
    expect(isTotalLabel(label)).toBe(true);
  });
  it.each(['小计', '基本支出合计', '合计金额', '收入'])('%s is no total of a table', (label) => {
    expect(isTotalLabel(label)).toBe(false);
  });
  it('of a part', () => {
    expect(['人员经费合计', '基本支出小计', '合计'].map(isPartTotal)).toEqual([true, true, false]);
  });
});
