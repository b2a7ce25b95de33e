import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { absenceText } from '../comparison/absence.ts';
import { seriesColour } from '../comparison/colours.ts';
import { figuresFor } from '../comparison/figures.ts';
import type { Figures } from '../comparison/figures.ts';
import { comparisonSources, sourceLine } from '../comparison/frame.ts';
import type { ComparisonInput } from '../comparison/input.ts';
import { agencyName, agencyPath, measure } from '../comparison/marks.ts';
import { absentSentences } from '../comparison/part.ts';
import { rankByInterval } from '../comparison/ranks.ts';
import type { Measured } from '../comparison/ranks.ts';
import { pickRow, rowsByAgency, selectView } from '../comparison/selection.ts';
import type { Picked, Selection } from '../comparison/selection.ts';
import type { Series } from '../comparison/types.ts';
import { list, paragraph, running } from '../comparison/words.ts';
import { defaultState } from '../state.ts';
import type { ScatterState } from './state.ts';

/** Two metrics against each other, ready to draw. */
export interface Scatter {
  lang: Lang;
  title: string;
  sentence: string;
  x: ScatterAxis;
  y: ScatterAxis;
  points: ScatterPoint[];
  /** Agencies without one of the two, and why. */
  missing: { agencyId: string; name: string; text: string }[];
  source: string;
  /** Documents that the figures come from. */
  documentIds: string[];
}

export interface ScatterAxis {
  name: string;
  unitLabel: string;
  /** A number on the axis, as text. */
  text: (value: number) => string;
}

export interface ScatterPoint {
  agencyId: string;
  name: string;
  href: string;
  colour: Series['colour'];
  x: Coordinate;
  y: Coordinate;
}

export interface Coordinate {
  number: number;
  low: number;
  high: number;
  text: string;
  year: number;
  /** In the axis's unit, exact. */
  exact: string;
  row: MetricRow;
}

interface Side {
  selection: Selection;
  name: string;
  figures: Figures;
  picked: Map<string, Picked>;
}

/** Places every agency of the peer group by two metrics; those that lack one are listed with the reason. */
export function scatterOf(
  state: ScatterState,
  inputs: { x: ComparisonInput; y: ComparisonInput },
  lang: Lang,
): Scatter {
  const x = sideOf(inputs.x, state.xVariant, state.peers, lang);
  const y = sideOf(inputs.y, state.yVariant, state.peers, lang);
  const points: (ScatterPoint & { measured: Record<'x' | 'y', Measured> })[] = [];
  const missing: Scatter['missing'] = [];
  for (const agency of x.selection.agencies) {
    const id = agency.agency_id;
    const [rowX, rowY] = [rowOf(x, id), rowOf(y, id)];
    const name = agencyName(agency, lang);
    if (!rowX || !rowY) {
      const reasons = [x, y].flatMap((side) => reasonOf(side, id, lang) ?? []);
      missing.push({ agencyId: id, name, text: [...new Set(reasons)].join(lang === 'zh' ? '；' : '; ') });
      continue;
    }
    points.push({
      agencyId: id,
      name,
      href: agencyPath(agency),
      colour: seriesColour(inputs.x.agencies, id),
      x: coordinate(rowX, x.figures),
      y: coordinate(rowY, y.figures),
      measured: { x: measure(rowX, x.figures), y: measure(rowY, y.figures) },
    });
  }
  const rows = [x, y].flatMap((side) => points.flatMap(({ agencyId }) => rowOf(side, agencyId) ?? []));
  const sources = comparisonSources(x.selection, rows);
  return {
    lang,
    title: lang === 'zh' ? `${x.name}与${y.name}` : `${x.name} and ${running(y.name, lang)}`,
    sentence: sentenceOf(x, y, points, missing, lang),
    x: axisOf(x),
    y: axisOf(y),
    points: points.map(({ measured: _, ...point }) => point),
    missing,
    source: sourceLine(sources, inputs.x.release, lang),
    documentIds: sources.map(({ documentId }) => documentId),
  };
}

function sideOf(input: ComparisonInput, variant: string, peers: string | null, lang: Lang): Side {
  const state = { ...defaultState(input.metric.id), variant, peers };
  const selection = selectView(state, input);
  const item = input.metric.form === 'slope' ? (input.metric.items[0]?.id ?? '') : '';
  const picked = new Map(
    rowsByAgency(selection).map((rows) => [rows.agency.agency_id, pickRow(selection, rows, rows.year, item)]),
  );
  const values = [...picked.values()].flatMap(({ row }) => row?.value ?? []);
  const several = input.metric.variants.length > 1;
  const own = several && selection.variant.name[lang] !== input.metric.name[lang];
  const name = input.metric.name[lang];
  const bracket =
    lang === 'zh' ? `${name}（${selection.variant.name.zh}）` : `${name} (${selection.variant.name.en})`;
  return {
    selection,
    name: own ? bracket : name,
    figures: figuresFor(selection.unit, state.unit, values, lang),
    picked,
  };
}

function rowOf({ picked }: Side, agency: string): MetricRow | null {
  const found = picked.get(agency);
  return found?.absence === null ? found.row : null;
}

function reasonOf({ picked, selection, name }: Side, agency: string, lang: Lang): string | null {
  const found = picked.get(agency);
  const absence = found ? found.absence : 'figure-not-disclosed';
  if (absence === null) return null;
  const counted = absence === 'headcount-not-disclosed' && selection.denominator;
  return absenceText(absence, running(counted ? counted.name[lang] : name, lang), lang);
}

function coordinate(row: MetricRow, figures: Figures): Coordinate {
  const { value, low, high } = measure(row, figures);
  return {
    number: value.toNumber(),
    low: low.toNumber(),
    high: high.toNumber(),
    text: figures.text(value),
    year: row.fiscal_year,
    exact: value.toFixed(),
    row,
  };
}

function axisOf({ name, figures }: Side): ScatterAxis {
  return { name, unitLabel: figures.label, text: (value) => figures.text(value).replace(/\.0+$/, '') };
}

/** How many have both, who is highest in each as far as rounding lets one say, who is missing. */
function sentenceOf(
  x: Side,
  y: Side,
  points: readonly (Pick<ScatterPoint, 'name'> & { measured: Record<'x' | 'y', Measured> })[],
  missing: Scatter['missing'],
  lang: Lang,
): string {
  const zh = lang === 'zh';
  if (points.length === 0) return zh ? '没有一家机构两项都有数。' : 'No agency has both figures.';
  const highest = (side: Side, axis: 'x' | 'y'): string => {
    const ranks = rankByInterval(points.map(({ measured }) => measured[axis]));
    const top = points.filter((_, index) => ranks[index]?.rank === 1);
    const names = list(
      top.map(({ name }) => name),
      lang,
    );
    const said = side.figures.withUnit(top[0]?.measured[axis].value ?? 0);
    if (top.length > 1)
      return zh
        ? `${side.name}最高的并列：${names}，约 ${said}。`
        : `${names} share the highest ${running(side.name, lang)}, about ${said}.`;
    return zh
      ? `${side.name}最高的是${names}（${said}）。`
      : `${names} has the highest ${running(side.name, lang)} (${said}).`;
  };
  const both = zh ? `${points.length} 家机构两项都有数。` : `${points.length} agencies have both figures.`;
  return paragraph(
    [
      both,
      ...(points.length > 1 ? [highest(x, 'x'), highest(y, 'y')] : []),
      ...absentSentences(missing, lang),
    ],
    lang,
  );
}
