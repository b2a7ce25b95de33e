import { describe, expect, it } from 'vitest';
import { figure, joined, say, textOf } from './say.ts';

describe('say', () => {
  it('keeps the figures of what stands in a sentence, and makes one of words that meet', () => {
    const clause = say`，比去年多 ${figure('3 元', 'b')}`;
    const sentence = say`${'甲局'} ${2024} 年为 ${figure('12 元', 'a')}${clause}。`;
    expect(sentence).toEqual([
      { text: '甲局 2024 年为 ', figure: null },
      { text: '12 元', figure: 'a' },
      { text: '，比去年多 ', figure: null },
      { text: '3 元', figure: 'b' },
      { text: '。', figure: null },
    ]);
    expect(textOf(sentence)).toBe('甲局 2024 年为 12 元，比去年多 3 元。');
  });
  it('has no segment for nothing', () => {
    expect(say`${''}`).toEqual([]);
  });
});

describe('joined', () => {
  it('puts separators between, and leaves what it was given as it was', () => {
    const first = say`A`;
    const second = say`B`;
    expect(textOf(joined([first, second, figure('7', 1)], ', '))).toBe('A, B, 7');
    expect([textOf(first), textOf(second)]).toEqual(['A', 'B']);
  });
});
