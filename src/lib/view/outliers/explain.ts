import { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { LineItem } from '../../data/metrics/line-items.ts';
import type { MetricId, MetricRow } from '../../data/metrics/types.ts';
import { gapSteps, partsOfRow } from './gap.ts';
import type { GapPart, GapStep } from './gap.ts';
import type { Standing, Standings } from './standing.ts';

/** Which lines a metric's numerator is made of, by the beginnings of their codes. */
const LINES: Partial<Record<MetricId, { table: LineItem['table']; starts: Record<string, string[]> }>> = {
  'staff-cost-per-head': {
    table: 'basic',
    starts: { personnel: ['301', '303'], wages: ['301'] },
  },
  'running-cost-per-head': { table: 'basic', starts: { public: ['302', '310'] } },
  'operating-cost': { table: 'basic', starts: { amount: ['302', '310'], 'per-head': ['302', '310'] } },
  'project-share': { table: 'project', starts: { all: [''] } },
};
/** Items of a metric's own answers that make up its whole. */
const ITEMS: Partial<Record<MetricId, readonly string[]>> = {
  'three-public': ['abroad', 'reception', 'vehicle-purchase', 'vehicle-running'],
};
/** Variants of a metric that make up another. */
const VARIANTS: Partial<Record<MetricId, Record<string, readonly string[]>>> = {
  'meeting-training-per-head': { 'meeting-training': ['meeting', 'training'] },
};
/** Depths of the classification, the finest at which both sides have lines first. */
const DEPTHS = [5, 3];

/**
 * The steps from the median to an agency's figure; null where its lines or those of the middle are not published, or where
 * they leave as much open as they are to explain, because the figure is of another scope than they are.
 */
export function explainGap(
  standings: Standings,
  entry: Standing,
  lines: readonly LineItem[],
  lang: Lang,
): GapStep[] | null {
  const sides = [entry.row, ...standings.middle.map(({ row }) => row)];
  const parts = partsOf(standings, sides, lines, lang);
  const [own, ...middle] = parts ?? [];
  if (!own || middle.length === 0) return null;
  const gap = entry.measured.value.minus(standings.median.value);
  const steps = gapSteps(gap, own, middle);
  const open = steps.find(({ id }) => id === 'open')?.value ?? new Decimal(0);
  return open.abs().gte(gap.abs()) ? null : steps;
}

function partsOf(
  { selection }: Standings,
  sides: readonly MetricRow[],
  lines: readonly LineItem[],
  lang: Lang,
): GapPart[][] | null {
  const { metric } = selection.input;
  const variant = selection.variant.id;
  const answered = ITEMS[metric.id] ?? VARIANTS[metric.id]?.[variant];
  if (answered) return fromAnswers(selection, sides, answered, lang);
  const known = LINES[metric.id];
  const starts = known?.starts[variant];
  if (!known || !starts) return null;
  const mine = lines.filter(
    ({ table, code }) => table === known.table && starts.some((start) => code.startsWith(start)),
  );
  const factor = new Decimal(selection.unit === 'percent' ? 100 : 1);
  for (const depth of DEPTHS) {
    const parts = sides.map((row) => partsOfRow(row, mine, depth, factor));
    if (parts.every((side) => side.length > 0)) return parts;
  }
  return null;
}

/** Parts that are answers themselves: items of the same variant, or variants without items. */
function fromAnswers(
  { input }: Standings['selection'],
  sides: readonly MetricRow[],
  ids: readonly string[],
  lang: Lang,
): GapPart[][] | null {
  const { metric, rows } = input;
  const asItems = metric.items.length > 0;
  const parts = sides.map((side) =>
    rows
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
      }),
  );
  return parts.every((side) => side.length > 0) ? parts : null;
}
