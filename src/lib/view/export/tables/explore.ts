import { METRICS } from '../../../data/metrics/index.ts';
import type { AnsweredDocument } from '../../../data/answers.ts';
import type { Lead } from '../../outliers/leads.ts';
import type { PeerNames } from '../../comparison/peers.ts';
import type { Coordinate, Scatter } from '../../scatter/scatter.ts';
import type { ScatterState } from '../../scatter/state.ts';
import { peersFilter } from '../filters.ts';
import type { ExportCell, ExportColumn, ExportTable } from '../types.ts';
import { basisOf, framed, sourceOf } from './context.ts';
import type { ExportContext } from './context.ts';
import { decimalsOfText } from './figure-text.ts';
import { plainTable } from './plain.ts';

const WORDS = {
  zh: { agency: '机构', year: '年度', line: '分项', variant: '计算口径' },
  en: { agency: 'agency', year: 'year', line: 'line', variant: 'variant' },
} as const;

export interface ExploredFrom {
  documents: readonly AnsweredDocument[];
  peerNames: PeerNames;
  /** The peer group that is shown, by id. */
  peers: string;
}

/** Two metrics together: a row an agency, each figure with its year and the cells behind it; what is missing says why. */
export function scatterTable(
  scatter: Scatter,
  state: ScatterState,
  from: ExploredFrom,
  context: ExportContext,
): ExportTable {
  const { lang } = context;
  const w = WORDS[lang];
  const sources = documentsOf(scatter.documentIds, from.documents);
  const axes = ['x', 'y'] as const;
  return {
    ...framed(context),
    id: `${state.x}-and-${state.y}`,
    title: scatter.title,
    unit: '',
    basis: basisOf(
      sources.map(({ stage }) => stage),
      lang,
    ),
    filters: [
      peersFilter(from.peers, from.peerNames, context.lang),
      ...axes.map((axis) => ({
        name: `${METRICS[state[axis]].name[lang]} ${w.variant}`,
        value: variantName(state, axis, lang),
      })),
    ],
    notes: [scatter.sentence],
    columns: [
      { id: 'agency', label: w.agency, type: 'text' },
      ...axes.flatMap((axis): ExportColumn[] => [
        {
          id: axis,
          label: scatter[axis].name,
          unit: scatter[axis].unitLabel,
          type: 'number',
          decimals: Math.max(0, ...scatter.points.map((point) => decimalsOfText(point[axis].text))),
        },
        { id: `${axis}_year`, label: w.year, type: 'integer' },
      ]),
    ],
    rows: [
      ...scatter.points.map((point) => [
        { value: point.name },
        ...axes.flatMap((axis) => [figureCell(point[axis]), { value: String(point[axis].year) }]),
      ]),
      ...scatter.missing.map(({ name, text }) => [
        { value: name },
        { value: null, absent: text },
        { value: null },
        { value: null, absent: text },
        { value: null },
      ]),
    ],
    sources: sources.map((document) => sourceOf(document, context)),
  };
}

/** What makes up the gap between an agency's figure and the median; without published lines the figure's sentences alone. */
export function leadTable(lead: Lead, from: ExploredFrom, context: ExportContext): ExportTable {
  const { waterfall } = lead;
  const w = WORDS[context.lang];
  const sources = documentsOf(lead.documentIds, from.documents);
  const colon = context.lang === 'zh' ? '：' : ': ';
  return plainTable(
    {
      id: `lead-${lead.id.replace('.', '-')}`,
      title: `${lead.name}${colon}${lead.metricName}`,
      unit: waterfall?.unitLabel ?? '',
      basis: basisOf(
        sources.slice(0, 1).map(({ stage }) => stage),
        context.lang,
      ),
      filters: [peersFilter(from.peers, from.peerNames, context.lang)],
      notes: [
        ...lead.sentences,
        ...(waterfall?.note ? [waterfall.note] : []),
        ...lead.findings.map(({ text }) => text),
      ],
      columns: [
        { id: 'line', label: w.line, numeric: false },
        { id: 'amount', label: waterfall?.unitLabel ?? '', numeric: true },
      ],
      rows: waterfall
        ? [waterfall.from, ...waterfall.steps, waterfall.to].map(({ label, text }) => [
            label,
            text.replace(/^\+/, ''),
          ])
        : [],
      sources: sources.map((document) => sourceOf(document, context)),
    },
    context,
  );
}

function figureCell({ exact, row }: Coordinate): ExportCell {
  const refs = [...row.numerator_facts, ...row.denominator_facts];
  return { value: exact, proof: { documentId: row.document_id, refs, verdict: null } };
}

function variantName(state: ScatterState, axis: 'x' | 'y', lang: 'zh' | 'en'): string {
  const { variants } = METRICS[state[axis]];
  const chosen = axis === 'x' ? state.xVariant : state.yVariant;
  return (variants.find(({ id }) => id === chosen) ?? variants[0])?.name[lang] ?? '';
}

/** In the order of the ids. */
function documentsOf(ids: readonly string[], documents: readonly AnsweredDocument[]): AnsweredDocument[] {
  return ids.flatMap((id) => documents.find(({ document_id }) => document_id === id) ?? []);
}
