import { CHECK_RULES } from '../../core/checks/index.ts';
import { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import { subjectName } from '../../core/terms/index.ts';
import type { LineSource, LineTable } from '../../data/metrics/constituents.ts';
import type { LineItem } from '../../data/metrics/line-items.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { gapSteps, partsOfRow } from './gap.ts';
import type { GapPart, GapStep } from './gap.ts';
import type { Standing, Standings } from './standing.ts';

export interface Explanation {
  steps: GapStep[];
  /** How a step is to be read; '' where it is a line of money. */
  note: string;
}

/** The parts of one side of a gap and of the agencies in the middle. */
interface Sides {
  own: GapPart[];
  middle: GapPart[][];
  note: string;
}

/**
 * The steps from the median to an agency's figure; null where its lines or those of the middle are not published, or where
 * they leave as much open as they are to explain, because the figure is of another scope than they are.
 */
export function explainGap(
  standings: Standings,
  entry: Standing,
  lines: readonly LineItem[],
  lang: Lang,
): Explanation | null {
  const gap = entry.measured.value.minus(standings.median.value);
  const [best] = sidesOf(standings, entry, lines, lang)
    .map(({ own, middle, note }) => ({ steps: gapSteps(gap, own, middle), note }))
    .sort((a, b) => openOf(a).cmp(openOf(b)));
  return best && openOf(best).lt(gap.abs()) ? best : null;
}

function openOf({ steps }: Explanation): Decimal {
  return steps.find(({ id }) => id === 'open')?.value.abs() ?? new Decimal(0);
}

/** Every way to take the two sides apart. */
function sidesOf(standings: Standings, { row }: Standing, lines: readonly LineItem[], lang: Lang): Sides[] {
  const { selection } = standings;
  const { metric } = selection.input;
  const variant = selection.variant.id;
  const middle = standings.middle.map((entry) => entry.row);
  return (metric.madeOf?.[variant] ?? []).flatMap((source): Sides[] => {
    if ('table' in source) {
      const sides = takenApart(source, standings, row, lines, lang);
      return sides ? [sides] : [];
    }
    const own = answeredParts(selection, row, source.answers, lang);
    const theirs = middle.map((side) => answeredParts(selection, side, source.answers, lang));
    return [own, ...theirs].every((parts) => parts.length > 0) ? [{ own, middle: theirs, note: '' }] : [];
  });
}

/** What a line is called: as printed, else the product's name of what its id stands for. */
function lineName({ names = [] }: LineTable, { code, label }: LineItem, lang: Lang): string {
  const named = names === 'rules' ? CHECK_RULES : names;
  return label || (named.find(({ id }) => id === code)?.name ?? subjectName(code))[lang];
}

/** At the first depth at which both sides have lines; null where there is none. */
function takenApart(
  source: LineSource,
  { selection, median, middle }: Standings,
  row: MetricRow,
  lines: readonly LineItem[],
  lang: Lang,
): Sides | null {
  const { table, starts = [''], depths = [null], shortfall = false, alone = false } = source;
  const factor = new Decimal(selection.unit === 'percent' ? 100 : 1);
  const mine = lines
    .filter((line) => line.table === table.id && starts.some((start) => line.code.startsWith(start)))
    .map((line) => ({ ...line, label: lineName(table, line, lang) }));
  const note = table.note?.[lang] ?? '';
  const at = depths.map((depth) => ({
    own: partsOfRow(row, mine, depth, factor),
    middle: middle.map((entry) => partsOfRow(entry.row, mine, depth, factor)),
    note,
  }));
  const both = at.find(
    (sides) => shortfall || [sides.own, ...sides.middle].every((parts) => parts.length > 0),
  );
  if (both) return both;
  const single = alone ? at.find(({ own }) => own.length > 0) : undefined;
  return single ? { ...single, middle: [[{ id: 'middle', label: '', value: median.value }]] } : null;
}

/** Parts that are answers themselves: items of the same variant, or variants without items. */
function answeredParts(
  { input }: Standings['selection'],
  side: MetricRow,
  ids: readonly string[],
  lang: Lang,
): GapPart[] {
  const { metric, rows } = input;
  const asItems = metric.items.length > 0;
  return rows
    .filter(
      (row) =>
        row.document_id === side.document_id &&
        row.fiscal_year === side.fiscal_year &&
        row.denominator_kind === side.denominator_kind &&
        row.value !== null &&
        (asItems ? row.variant === side.variant && ids.includes(row.item) : ids.includes(row.variant)),
    )
    .map((row): GapPart => {
      const id = asItems ? row.item : row.variant;
      const named = (asItems ? metric.items : metric.variants).find((other) => other.id === id);
      return { id, label: named?.name[lang] ?? id, value: new Decimal(row.value ?? 0) };
    });
}
