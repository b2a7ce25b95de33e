import { describe, expect, it } from 'vitest';
import { parseCell } from '../money/index.ts';
import { compactText, figureWithoutMarks, labelWithoutMarks, raised } from './index.ts';

describe('marks of notes', () => {
  it.each([
    '730.34①',
    '730.34*',
    '730.34¹',
    '730.34[1]',
    '730.34（注1）',
    '730.34〔2〕',
    '730.34 注1',
    '※730.34',
    '730.34#',
  ])('on a figure: %s', (figure) => {
    expect(figureWithoutMarks(figure)).toBe('730.34');
  });
  it.each(['合计*', '合计①', '合计²', '合计[1]', '合计（注）', '合计注2', '*合计', '★合计'])(
    'on a label: %s',
    (label) => {
      expect(labelWithoutMarks(label)).toBe('合计');
    },
  );
  it.each(['建筑面积（m²）', '机关资本性支出（一）', '***', '①', '（1）会议费', '1、会议费', '房屋面积m²'])(
    'none in %s',
    (label) => {
      expect(labelWithoutMarks(label)).toBe(label);
    },
  );
  it('raised figures stay apart', () => {
    expect(`730.34${raised('1')}`).toBe('730.34¹');
  });
});

describe('a figure in its cell', () => {
  it.each([
    ['7303400①', '7303400', undefined],
    ['12.50万元', '12.5', '万元'],
    ['￥12.50', '12.5', undefined],
    ['(¥1,200.00)', '-1200', undefined],
    ['-￥3', '-3', undefined],
    ['12.5万', '12.5', '万元'],
    ['3千元', '3', '千元'],
    ['\u202d730.34\u202c', '730.34', undefined],
    ['7\u200b30.34', '730.34', undefined],
  ])('%s', (text, value, unit) => {
    const parsed = parseCell(text);
    expect(parsed.kind === 'number' && [parsed.number.value.toFixed(), parsed.number.unit]).toEqual([
      value,
      unit,
    ]);
  });
  it.each(['#N/A', '#REF!', '#DIV/0!', '#VALUE!', '####'])('%s is an error', (text) => {
    expect(parseCell(text).kind).toBe('error');
  });
  it('a label keeps nothing invisible', () => {
    expect(compactText('合\u200b计\u202c')).toBe('合计');
  });
});
