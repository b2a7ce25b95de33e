import { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { LineItem } from '../../data/metrics/line-items.ts';
import { METRICS, METRIC_IDS } from '../../data/metrics/types.ts';
import type { MetricId, MetricRow } from '../../data/metrics/types.ts';
import type { CheckBook } from '../checks/types.ts';
import { seriesColour } from '../comparison/colours.ts';
import { figuresFor } from '../comparison/figures.ts';
import type { ComparisonInput } from '../comparison/input.ts';
import { agencyName, agencyPath } from '../comparison/marks.ts';
import type { Series } from '../comparison/types.ts';
import { checksPath } from '../link/pages/checks.ts';
import { comparisonLink } from '../link/pages/comparison.ts';
import { defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { explainGap } from './explain.ts';
import { leadSentences, middleName, placeOf } from './lead-words.ts';
import { standingsOf } from './standing.ts';
import type { Looked, Standing, Standings } from './standing.ts';
import { waterfallOf } from './waterfall.ts';
import type { Waterfall } from './waterfall.ts';

/** An outlier with what a reader needs before printing it. */
export interface Lead {
  /** `metric.agency` */
  id: string;
  metric: MetricId;
  variant: string;
  metricName: string;
  agencyId: string;
  name: string;
  /** Paths without language prefix. */
  href: string;
  compareHref: string;
  sentences: string[];
  /** What the gap to the median is made of; null where the lines are not published. */
  waterfall: Waterfall | null;
  findings: { text: string; href: string }[];
  /** How many checks the figure takes part in. */
  checked: number;
  /** The same agency in the other metrics. */
  others: { metric: MetricId; name: string; value: string; place: string }[];
  document: { title: string; href: string };
  /** Documents of all figures that the median is made of, its own first. */
  documentIds: string[];
  colour: Series['colour'];
}

export interface LeadsInput {
  inputs: Record<MetricId, ComparisonInput>;
  lines: readonly LineItem[];
  book: CheckBook;
}

/** What stands out in a peer group, the furthest from its median first. */
export function leadsOf(peers: string, { inputs, lines, book }: LeadsInput, lang: Lang): Lead[] {
  const looked = METRIC_IDS.flatMap((metric): Looked[] => {
    const state = stateOf(metric, peers);
    const standings = state && standingsOf(state, inputs[metric], METRICS[metric].lead?.item ?? '');
    if (!state || !standings) return [];
    const values = standings.entries.map(({ measured }) => measured.value);
    const figures = figuresFor(standings.selection.unit, state.unit, values, lang);
    return [{ metric, standings, figures }];
  });
  return looked
    .flatMap((one) => one.standings.entries.filter(({ outlier }) => outlier).map((entry) => ({ one, entry })))
    .sort((a, b) => distance(b.entry, b.one.standings).cmp(distance(a.entry, a.one.standings)))
    .map(({ one, entry }) => leadOf(one, entry, looked, { inputs, lines, book }, lang));
}

function stateOf(metric: MetricId, peers: string): ViewState | null {
  const { lead } = METRICS[metric];
  return lead ? { ...defaultState(metric), peers, variant: lead.variant } : null;
}

function leadOf(
  one: Looked,
  entry: Standing,
  looked: readonly Looked[],
  { inputs, lines, book }: LeadsInput,
  lang: Lang,
): Lead {
  const { metric, standings, figures } = one;
  const input = inputs[metric];
  const { agency, row } = entry;
  const explanation = explainGap(standings, entry, lines, lang);
  const document = input.documents.find(({ document_id }) => document_id === row.document_id);
  const state = stateOf(metric, standings.selection.state.peers ?? '') ?? defaultState(metric);
  const colour = seriesColour(input.agencies, agency.agency_id);
  return {
    id: `${metric}.${agency.agency_id}`,
    metric,
    variant: standings.selection.variant.id,
    metricName: nameOf(one, lang),
    agencyId: agency.agency_id,
    name: agencyName(agency, lang),
    href: agencyPath(agency),
    compareHref: comparisonLink.path({ ...state, release: input.release }),
    sentences: leadSentences(one, entry, lang),
    waterfall:
      explanation && waterfallOf(explanation, entry, standings, figures, middleName(standings, lang), lang),
    ...checksOf(row, book),
    others: looked
      .filter((other) => other.metric !== metric)
      .flatMap((other) => {
        const found = other.standings.entries.find(
          (candidate) => candidate.agency.agency_id === agency.agency_id,
        );
        return found
          ? [
              {
                metric: other.metric,
                name: nameOf(other, lang),
                value: other.figures.withUnit(other.figures.convert(found.measured.value)),
                place: placeOf(found, other, lang),
              },
            ]
          : [];
      }),
    document: { title: document?.title ?? '', href: `/documents/${row.document_id}` },
    documentIds: [...new Set([row.document_id, ...standings.entries.map((other) => other.row.document_id)])],
    colour,
  };
}

/** The checks that a figure's inputs take part in: how many, and those that do not tie, one a finding. */
function checksOf(row: MetricRow, book: CheckBook): Pick<Lead, 'findings' | 'checked'> {
  const mine = new Set([...row.numerator_facts, ...row.denominator_facts]);
  const touching = book.lines.filter(
    (line) => line.document === row.document_id && line.refs.some((ref) => mine.has(ref)),
  );
  const broken = touching.filter(({ status }) => status === 'broken');
  const findings = [...new Map(broken.map((line) => [line.finding, line])).values()].map((line) => ({
    text: line.text,
    href: checksPath({ agency: row.agency_id, only: line.finding }),
  }));
  return {
    findings,
    checked: touching.filter(({ status }) => status !== 'unchecked' && status !== 'explained').length,
  };
}

/** The metric, with its variant where that is not the usual one. */
function nameOf({ metric, standings }: Looked, lang: Lang): string {
  const { input, variant } = standings.selection;
  const name = input.metric.name[lang];
  if (variant.id === defaultState(metric).variant) return name;
  return lang === 'zh' ? `${name}（${variant.name.zh}）` : `${name} (${variant.name.en})`;
}

/** In MADs where they are counted, else how many times the median; changes by their size. */
function distance({ mads, measured }: Standing, { median }: Standings): Decimal {
  if (mads) return mads.plus(1000);
  const [high, low] = [measured.value.abs(), median.value.abs()].sort((a, b) => b.cmp(a));
  if (!high || !low) return new Decimal(0);
  return low.isZero() ? new Decimal(999) : Decimal.min(high.div(low), 999);
}
