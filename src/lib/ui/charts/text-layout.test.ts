import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge, textWidth, wrapText } from './text-layout';

describe('wrapText', () => {
  it.each([
    ['汉中市医疗保障局', 6 * 13, ['汉中市', '医疗保障局']],
    ['汉中医保局', 6 * 13, ['汉中医保局']],
    ['Jiachuan Medical Security', 110, ['Jiachuan', 'Medical Security']],
    ['因公出国（境）费', 5 * 13, ['因公出国', '（境）费']],
    ['有目标的项目', 5 * 13, ['有目标', '的项目']],
    ['Extraordinarily', 20, ['Extraordinarily']],
    ['', 50, []],
  ])('%s in %d px', (text, width, lines) => {
    expect(wrapText(text, width, 13)).toEqual(lines);
  });
  it('cuts nothing and keeps to the width wherever it can break', () => {
    const words = fc.array(fc.constantFrom('医', '保', '局', '（境）', '，', 'Medical', '2024', ' '), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 200 }), (parts, width) => {
        const text = parts.join('');
        const lines = wrapText(text, width, 12);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，）]/);
      }),
    );
  });
  it('takes Han for a full em', () => expect(textWidth('医保', 13)).toBe(26));
});

describe('dodge', () => {
  it('keeps labels apart, in order and within the room that there is', () => {
    const labels = fc.array(
      fc.tuple(fc.double({ min: 0, max: 300, noNaN: true }), fc.integer({ min: 10, max: 40 })),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(labels, (entries) => {
        const centres = entries.map(([centre]) => centre);
        const heights = entries.map(([, height]) => height);
        const placed = dodge(centres, heights, 0, 300);
        const order = centres.map((_, index) => index).sort((a, b) => (placed[a] ?? 0) - (placed[b] ?? 0));
        order.slice(1).forEach((index, at) => {
          const above = order[at] ?? 0;
          const apart = ((heights[index] ?? 0) + (heights[above] ?? 0)) / 2;
          expect((placed[index] ?? 0) - (placed[above] ?? 0)).toBeGreaterThanOrEqual(apart - 1e-6);
          expect(centres[index] ?? 0).toBeGreaterThanOrEqual(centres[above] ?? 0);
        });
        const total = heights.reduce((sum, height) => sum + height, 0);
        placed.forEach((centre, index) => {
          expect(centre - (heights[index] ?? 0) / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(centre + (heights[index] ?? 0) / 2).toBeLessThanOrEqual(Math.max(300, total) + 1e-6);
        });
      }),
    );
  });
  it('leaves alone what is apart already', () =>
    expect(dodge([10, 50, 90], [20, 20, 20], 0, 100)).toEqual([10, 50, 90]));
});
