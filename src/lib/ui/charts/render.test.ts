import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import type { Comparison } from '$lib/view/comparison/types';
import { GALLERY } from './gallery';
import { renderChart } from './render';
import { textWidth } from './text-layout';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const WIDTHS = [326, 400, 680, 900];
const CHARTS = Object.entries(GALLERY).map(([name, make]) => [name, make(sampleAnswers())] as const);

function draw(comparison: Comparison, width: number, interactive = false): SVGElement {
  const { document: page } = parseHTML(
    `<body>${renderChart(comparison, { width, document, interactive })}</body>`,
  );
  const svg = page.querySelector('svg');
  if (!svg) throw new Error('nothing drawn');
  return svg;
}

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where each text stands, by the same estimate of widths that the charts are laid out with. */
function textBoxes(svg: SVGElement): Box[] {
  return [...svg.querySelectorAll('text')].map((element) => {
    const own = translation(element);
    const group = element.parentElement ?? element;
    const shift = translation(group);
    const from = (name: string): string => element.getAttribute(name) ?? group.getAttribute(name) ?? '';
    const size = Number(from('font-size'));
    const text = element.textContent ?? '';
    const width = textWidth(text, size);
    const x =
      own.x +
      shift.x -
      (from('text-anchor') === 'end' ? width : from('text-anchor') === 'start' ? 0 : width / 2);
    const y = own.y + shift.y - (element.getAttribute('y') === '0.32em' ? size / 2 : size * 0.9);
    return { text, left: x, right: x + width, top: y, bottom: y + size };
  });
}

function translation(element: Element): { x: number; y: number } {
  const [, x = '0', y = '0'] =
    /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '') ?? [];
  return { x: Number(x), y: Number(y) };
}

describe.each(CHARTS)('%s', (_, comparison) => {
  it('keeps every word inside its width and off every other word', () => {
    for (const width of WIDTHS) {
      const boxes = textBoxes(draw(comparison, width));
      expect(boxes.length).toBeGreaterThan(0);
      for (const box of boxes) {
        expect(box.left, `${box.text} at ${width}`).toBeGreaterThanOrEqual(-0.5);
        expect(box.right, `${box.text} at ${width}`).toBeLessThanOrEqual(width + 0.5);
      }
      boxes.forEach((a, index) => {
        const met = boxes
          .slice(index + 1)
          .find(
            (b) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
          );
        expect(met && `${a.text} meets ${met.text} at ${width}`).toBeUndefined();
      });
    }
  });
  it('needs nothing but the page’s colours: no ids, scripts, styles, handlers or addresses', () => {
    const source = renderChart(comparison, { width: 326, document });
    expect(source).not.toMatch(
      /\sid=|<script|<style|\son[a-z]+=|href|url\(|#[0-9a-f]{3,8}\b|undefined|NaN|Infinity/i,
    );
    for (const [, paint = ''] of source.matchAll(/(?:fill|stroke)="([^"]*)"/g))
      expect(paint).toMatch(/^(none|currentColor|var\(--[a-z0-9-]+\))$/);
  });
  it('ties each mark to its agency, key and document', () => {
    const svg = draw(comparison, 680);
    for (const { agencyId, marks } of comparison.series)
      for (const { key, year, row } of marks) {
        const shape = svg.querySelector(`[data-agency="${agencyId}"][data-key="${key}"]`);
        expect(shape?.getAttribute('data-year')).toBe(String(year));
        expect(shape?.getAttribute('data-document')).toBe(row.document_id);
      }
    for (const { agencyId, reason } of comparison.absent)
      expect(svg.querySelector(`[data-agency="${agencyId}"][data-absent="${reason}"]`)).not.toBeNull();
  });
  it('is one image with the title and the sentence as its name', () => {
    const svg = draw(comparison, 326);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toContain(comparison.title);
    expect(svg.getAttribute('aria-label')).toContain(comparison.sentence);
    expect(svg.querySelectorAll('[tabindex]')).toHaveLength(0);
  });
  it('as interactive: every mark is a button that says agency and value', () => {
    const svg = draw(comparison, 680, true);
    expect(svg.getAttribute('role')).toBe('group');
    const spoken = [...svg.querySelectorAll('[role="button"][tabindex="0"]')].map((mark) =>
      mark.getAttribute('aria-label'),
    );
    const marks = comparison.series.flatMap(({ name, marks: own }) =>
      own.map(({ text }) => ({ name, text })),
    );
    expect(spoken).toHaveLength(marks.length);
    for (const { name, text } of marks)
      expect(spoken.some((words) => words?.includes(name) && words.includes(text))).toBe(true);
  });
});

it('bars begin at zero and are as long as their values', () => {
  const comparison = GALLERY['project-share']?.(sampleAnswers());
  if (!comparison) throw new Error('not in the gallery');
  const svg = draw(comparison, 680);
  const bars = comparison.series.map(({ agencyId, marks }) => {
    const bar = svg.querySelector(`rect[data-agency="${agencyId}"]`);
    return {
      x: Number(bar?.getAttribute('x')),
      per: Number(bar?.getAttribute('width')) / (marks[0]?.number ?? 1),
    };
  });
  for (const { x, per } of bars) {
    expect(x).toBeCloseTo(bars[0]?.x ?? -1, 1);
    expect(per).toBeCloseTo(bars[0]?.per ?? -1, 1);
  }
});

it('draws whiskers where rounding reaches further than a hairline, and only there', () => {
  const answers = sampleAnswers();
  const rounded = { ...answers, rows: { ...answers.rows } };
  rounded.rows['project-share'] = answers.rows['project-share'].map((row) =>
    row.agency_id === 'wuquan-ybj' ? { ...row, low: '40', high: '50' } : row,
  );
  const whiskers = (from: typeof answers): number => {
    const comparison = GALLERY['project-share']?.(from);
    if (!comparison) throw new Error('not in the gallery');
    return draw(comparison, 680).querySelectorAll('line[stroke="var(--ink)"], g[stroke="var(--ink)"] line')
      .length;
  };
  expect(whiskers(rounded) - whiskers(answers)).toBe(3);
});
