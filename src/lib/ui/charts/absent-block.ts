import { text } from '@observablehq/plot';
import type { Markish, RenderFunction } from '@observablehq/plot';
import type { AbsentEntry } from '$lib/view/comparison/types';
import { HATCH, LINE, MUTED, RULE, SMALL } from './ink';
import { layNames, nameMarks } from './names';
import { wrapText } from './text-layout';

const SWATCH = { width: 20, height: 13 };
const ROW_GAP = 8;
const TOP_GAP = 14;
const SVG = 'http://www.w3.org/2000/svg';

export interface AbsentBlock {
  height: number;
  /** Marks for a y scale in pixels, from `top` down. */
  marks: (top: number) => Markish[];
}

/** The agencies without a figure, at the foot: name, hatched swatch, 未披露 and why. Empty where nobody is missing. */
export function absentBlock(
  absent: readonly AbsentEntry[],
  frame: { width: number; nameX: number; nameWidth: number; bodyX: number; lang: 'zh' | 'en' },
): AbsentBlock {
  if (absent.length === 0) return { height: 0, marks: () => [] };
  const { blocks } = layNames(
    absent.map(({ name }) => ({ name, detail: '' })),
    frame.nameWidth,
  );
  const textX = frame.bodyX + SWATCH.width + 6;
  const rows = absent.map((entry, index) => {
    const colon = frame.lang === 'zh' ? '：' : ': ';
    const lines = wrapText(`${entry.short}${colon}${entry.text}`, frame.width - textX, SMALL);
    const height = Math.max(blocks[index]?.height ?? 0, lines.length * SMALL * LINE, SWATCH.height);
    return { entry, lines, height };
  });
  const height = rows.reduce((sum, row) => sum + row.height + ROW_GAP, TOP_GAP * 2);
  return {
    height,
    marks: (top) => {
      let y = top + TOP_GAP * 1.5;
      const centres = rows.map((row) => {
        const centre = y + row.height / 2;
        y += row.height + ROW_GAP;
        return centre;
      });
      const lines = rows.flatMap((row, index) =>
        row.lines.map((line, at) => ({
          line,
          y: (centres[index] ?? 0) + (at - (row.lines.length - 1) / 2) * SMALL * LINE,
        })),
      );
      return [
        shapes((group, create) => {
          const rule = create('line');
          set(rule, { x1: 0, x2: frame.width, y1: top + TOP_GAP / 2, y2: top + TOP_GAP / 2, stroke: RULE });
          group.appendChild(rule);
          rows.forEach(({ entry }, index) => {
            const box = { x: frame.bodyX, y: (centres[index] ?? 0) - SWATCH.height / 2, ...SWATCH };
            for (const shape of hatched(box, create)) {
              set(shape, { 'data-agency': entry.agencyId, 'data-absent': entry.reason });
              group.appendChild(shape);
            }
          });
        }),
        ...nameMarks(blocks, centres, frame.nameX),
        text(lines, {
          frameAnchor: 'left',
          dx: textX,
          y: 'y',
          text: 'line',
          textAnchor: 'start',
          fontSize: SMALL,
          fill: MUTED,
        }),
      ];
    },
  };
}

type Create = (name: string) => SVGElement;

/** A Plot mark that draws plain SVG shapes in pixels. */
export function shapes(draw: (group: SVGElement, create: Create) => void): RenderFunction {
  return (_index, _scales, _values, _dimensions, context) => {
    const create: Create = (name) => context.document.createElementNS(SVG, name);
    const group = create('g');
    draw(group, create);
    return group;
  };
}

export function set(element: SVGElement, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** An outlined box with diagonal strokes; no pattern, as ids would clash between charts of a page. */
export function hatched(
  box: { x: number; y: number; width: number; height: number },
  create: Create,
): SVGElement[] {
  const { x, y, width, height } = box;
  const step = 5;
  const strokes: string[] = [];
  for (let at = step - height; at < width; at += step) {
    const from = Math.max(0, at);
    const to = Math.min(width, at + height);
    strokes.push(
      `M${round(x + from)} ${round(y + height - (from - at))}L${round(x + to)} ${round(y + height - (to - at))}`,
    );
  }
  const lines = create('path');
  set(lines, { d: strokes.join(''), stroke: HATCH, 'stroke-width': 1, fill: 'none' });
  const outline = create('rect');
  set(outline, { x, y: round(y), width, height, fill: 'none', stroke: HATCH, 'stroke-width': 1 });
  return [lines, outline];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
