import { link, text } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import type { Mark, Series } from '$lib/view/comparison/types';
import { INK, LABEL, LINE, RULE_STRONG, SMALL, seriesInk } from './ink';
import type { SlopeColumns } from './slope-columns';
import { nameLines } from './names';
import { dodge, textWidth } from './text-layout';

const PADDING = 6;
const MOST_INLINE = 0.4;
const MOST_STACKED = 0.36;
const LEADER_FROM = 4;
const BETWEEN = 6;

/** What stands at the right of a line: the name in its colour, the last value, and its years where lines differ. */
export interface EndLabel {
  series: Series;
  mark: Mark;
  name: string[];
  /** Value and years, in one line or two. */
  tail: string[];
  height: number;
}

/** All labels in one line each where there is room for that, else name above value; and how wide they come out. */
export function layEndLabels(
  series: readonly Series[],
  columns: SlopeColumns,
  width: number,
): { labels: EndLabel[]; width: number; inline: boolean } {
  const ends = series.flatMap((entry) => {
    const mark = entry.marks.at(-1);
    return mark ? [{ series: entry, mark, years: yearsOf(entry, mark, columns) }] : [];
  });
  const whole = ends.map(
    ({ series: entry, mark, years }) =>
      textWidth(nameLines(entry, Infinity, LABEL).join(''), LABEL) +
      BETWEEN +
      textWidth(joined(mark, years), LABEL),
  );
  const widest = Math.max(0, ...whole);
  if (widest <= width * MOST_INLINE) {
    const labels = ends.map(({ series: entry, mark, years }) => ({
      series: entry,
      mark,
      name: nameLines(entry, Infinity, LABEL),
      tail: [joined(mark, years)],
      height: LABEL * LINE + PADDING / 2,
    }));
    return { labels, width: widest, inline: true };
  }
  const room = width * MOST_STACKED;
  const labels = ends.map(({ series: entry, mark, years }) => {
    const name = nameLines(entry, room, LABEL);
    const together = joined(mark, years);
    const tail = textWidth(together, SMALL) <= room ? [together] : [mark.text, years];
    return {
      series: entry,
      mark,
      name,
      tail,
      height: (name.length * LABEL + tail.length * SMALL) * LINE + PADDING,
    };
  });
  const lines = labels.flatMap(({ name, tail }) => [
    ...name.map((line) => textWidth(line, LABEL)),
    ...tail.map((line) => textWidth(line, SMALL)),
  ]);
  return { labels, width: Math.max(0, ...lines), inline: false };
}

function yearsOf(series: Series, mark: Mark, { relative, heads }: SlopeColumns): string {
  if (relative) return [...new Set([series.marks[0]?.key, mark.key])].join('→');
  return heads.some(({ short, position }) => position === 1 && short === mark.key) ? '' : mark.key;
}

function joined(mark: Mark, years: string): string {
  return years === '' ? mark.text : `${mark.text}\u2002${years}`;
}

/** Draws the labels at `x`, moved apart between top and bottom, with a leader to each point that is not beside its label. */
export function endLabelMarks(
  labels: readonly EndLabel[],
  points: readonly { x: number; y: number }[],
  place: { x: number; top: number; bottom: number; inline: boolean; reach: number },
): Markish[] {
  const centres = dodge(
    points.map(({ y }) => y),
    labels.map(({ height }) => height),
    place.top,
    place.bottom,
  );
  const words = labels.flatMap(({ series, name, tail, height }, index) => {
    const centre = centres[index] ?? 0;
    const fill = seriesInk(series.colour);
    if (place.inline) {
      const behind = place.x + textWidth(name[0] ?? '', LABEL) + BETWEEN;
      return [
        { x: place.x, y: centre, line: name[0] ?? '', fill, size: LABEL },
        { x: behind, y: centre, line: tail[0] ?? '', fill: INK, size: LABEL },
      ];
    }
    const top = centre - (height - PADDING) / 2;
    const under = top + name.length * LABEL * LINE;
    return [
      ...name.map((line, at) => ({
        x: place.x,
        y: top + (at + 0.5) * LABEL * LINE,
        line,
        fill,
        size: LABEL,
      })),
      ...tail.map((line, at) => ({
        x: place.x,
        y: under + (at + 0.5) * SMALL * LINE,
        line,
        fill: INK,
        size: SMALL,
      })),
    ];
  });
  const leaders = points.flatMap(({ x, y }, index) => {
    const centre = centres[index] ?? 0;
    const far = place.x - x > place.reach + 1 || Math.abs(centre - y) > LEADER_FROM;
    return far ? [{ x1: x + place.reach / 2, y1: y, x2: place.x - 3, y2: centre }] : [];
  });
  return [
    link(leaders, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke: RULE_STRONG, strokeWidth: 0.75 }),
    ...[LABEL, SMALL].map((size) =>
      text(
        words.filter((word) => word.size === size),
        { x: 'x', y: 'y', text: 'line', fill: 'fill', textAnchor: 'start', fontSize: size },
      ),
    ),
  ];
}
