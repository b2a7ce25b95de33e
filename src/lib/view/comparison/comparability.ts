import type { Lang, Localised } from '../../core/model/localised.ts';
import type { AnsweredDocument } from '../../data/answers.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { comparisonLink } from '../link/pages/comparison.ts';
import type { ViewState } from '../state.ts';
import type { ComparisonInput } from './input.ts';
import { byId } from './selection.ts';
import type { Selection } from './selection.ts';
import type { ComparisonCaveat, Remedy } from './types.ts';

/**
 * Caveats about unlike years, scopes and denominators, in a word or two: they mark the name in the chart. Those about
 * what a numerator holds are said beside it only, as they concern most agencies.
 */
const UNLIKE: Record<string, Localised> = {
  'years-differ': { zh: '年度不同', en: 'another year' },
  'stages-differ': { zh: '文件种类不同', en: 'another kind of document' },
  'scopes-differ': { zh: '预算范围不同', en: 'another scope' },
  'levels-differ': { zh: '级别不同', en: 'another level' },
  'bodies-differ': { zh: '性质不同', en: 'another kind of body' },
  'headcount-date': { zh: '人数时点不同', en: 'headcount of another date' },
  'forms-differ': { zh: '目标表版本不同', en: 'another form' },
  'operating-cost-scope': { zh: '运行经费口径不同', en: 'operating cost of another scope' },
};

/** The variant under which a caveat no longer applies, by the metric's own ids. */
const HARMONISED: Record<string, readonly string[]> = {
  'retirees-counted': ['in-service'],
  'transport-in-personnel': ['wages'],
  'transfers-in-projects': ['administration'],
};

const LEVELS: Record<string, Localised> = {
  province: { zh: '省级机构', en: 'those of provinces' },
  prefecture: { zh: '地级机构', en: 'those of prefectures' },
  county: { zh: '县级机构', en: 'those of counties' },
};

/** Caveats that go away where the agencies concerned are left out, and what those that stay have in common. */
const IN_COMMON: Record<string, (document: AnsweredDocument) => Localised> = {
  'years-differ': ({ fiscal_year }) => ({ zh: ` ${fiscal_year} 年的`, en: `those of ${fiscal_year}` }),
  'stages-differ': ({ stage }) =>
    stage === 'budget' ? { zh: '预算', en: 'budgets' } : { zh: '决算', en: 'final accounts' },
  'scopes-differ': ({ scope }) =>
    scope === 'unit'
      ? { zh: '单个单位', en: 'single units' }
      : { zh: '含下属单位的部门', en: 'departments with their units' },
  'levels-differ': ({ level }) => LEVELS[level ?? ''] ?? { zh: '同级机构', en: 'those of one level' },
  'bodies-differ': () => ({ zh: '性质相同的机构', en: 'those of one kind' }),
  'headcount-date': () => ({ zh: '人数与预算同年的', en: 'those whose headcount is of the budget year' }),
  'forms-differ': () => ({ zh: '用同一版目标表的', en: 'those that use the same form' }),
};

const FEWEST_TO_COMPARE = 2;

/** Rows that a state would show, or stand for absent entries. */
export type RowsOf = (state: ViewState) => readonly MetricRow[];

/**
 * What makes an agency unlike the others shown, by agency id: only what holds for no more than half of them, as what
 * holds for most is no exception that a mark could point at.
 */
export function unlikeAgencies(
  { input }: Selection,
  rows: readonly MetricRow[],
  lang: Lang,
): Map<string, string[]> {
  const shown = shownIn(rows);
  const unlike = new Map<string, string[]>();
  for (const { id, applies } of input.metric.caveats) {
    const words = UNLIKE[id];
    const concerned = words && agenciesOf(input, applies(rows, documentsOf(input, rows)) ?? []);
    if (!concerned || !isException(concerned, shown)) continue;
    for (const agency of concerned) unlike.set(agency, [...(unlike.get(agency) ?? []), words[lang]]);
  }
  return unlike;
}

/** The metric's caveats that apply, each with whether it marks agencies in the chart and with what would silence it. */
export function withRemedies(
  selection: Selection,
  caveats: readonly { id: string; text: string }[],
  rowsOf: RowsOf,
  lang: Lang,
): ComparisonCaveat[] {
  const rows = rowsOf(selection.state);
  return caveats.map(({ id, text }) => ({
    id,
    text,
    marked: id in UNLIKE && isException(concernedBy(selection.input, id, rows), shownIn(rows)),
    remedies: candidates(selection, id, rows, lang).filter(({ patch }) =>
      silences(selection, id, rowsOf({ ...selection.state, ...patch })),
    ),
  }));
}

function isException(concerned: ReadonlySet<string>, shown: ReadonlySet<string>): boolean {
  return [...shown].filter((agency) => concerned.has(agency)).length * 2 <= shown.size;
}

function shownIn(rows: readonly MetricRow[]): Set<string> {
  return new Set(rows.filter((row) => row.value !== null).map((row) => row.agency_id));
}

/** One click that the reader could do about a caveat; whether it helps is for `silences` to say. */
function candidates(
  { input, state, agencies }: Selection,
  id: string,
  rows: readonly MetricRow[],
  lang: Lang,
): Remedy[] {
  const offer = (label: string, patch: Partial<ViewState>): Remedy => ({
    label,
    patch,
    query: comparisonLink.encode({ ...state, ...patch, release: input.release }),
  });
  const zh = lang === 'zh';
  const variants = (HARMONISED[id] ?? []).flatMap((variant) => {
    const found = byId(input.metric.variants, variant);
    if (!found) return [];
    const name = found.name[lang];
    return [offer(zh ? `改用“${name}”` : `Use “${name}”`, { variant })];
  });
  const inCommon = IN_COMMON[id];
  if (!inCommon) return variants;
  const concerned = concernedBy(input, id, rows);
  const kept = agencies.map(({ agency_id }) => agency_id).filter((agency) => !concerned.has(agency));
  const valued = rows.filter((row) => row.value !== null && kept.includes(row.agency_id));
  const [document] = documentsOf(input, valued);
  if (!document) return variants;
  const count = new Set(valued.map((row) => row.agency_id)).size;
  const what = inCommon(document)[lang];
  return [
    ...variants,
    offer(zh ? `只比较${what}（${count} 个机构）` : `Only ${what} (${count} agencies)`, { agencies: kept }),
  ];
}

/** Whether the rows leave at least two agencies to compare and the caveat says nothing about them any more. */
function silences({ input }: Selection, id: string, rows: readonly MetricRow[]): boolean {
  return shownIn(rows).size >= FEWEST_TO_COMPARE && concernedBy(input, id, rows).size === 0;
}

function concernedBy(input: ComparisonInput, id: string, rows: readonly MetricRow[]): Set<string> {
  const caveat = byId(input.metric.caveats, id);
  return agenciesOf(input, caveat?.applies(rows, documentsOf(input, rows)) ?? []);
}

function documentsOf(input: ComparisonInput, rows: readonly MetricRow[]): AnsweredDocument[] {
  const ids = new Set(rows.map((row) => row.document_id));
  return input.documents.filter((document) => ids.has(document.document_id));
}

function agenciesOf({ documents }: ComparisonInput, ids: readonly string[]): Set<string> {
  return new Set(
    documents.filter((document) => ids.includes(document.document_id)).map((document) => document.agency_id),
  );
}

/** Who is marked and why, for the line under the chart and for who hears the chart; '' where nobody is. */
export function unlikeSentence(
  series: readonly { name: string; unlike: readonly string[] }[],
  lang: Lang,
): string {
  const marked = series.filter(({ unlike }) => unlike.length > 0);
  if (marked.length === 0) return '';
  if (lang === 'zh')
    return `※ 与其他机构不宜直接比较：${marked.map(({ name, unlike }) => `${name}（${unlike.join('，')}）`).join('、')}。`;
  return `※ Not quite like the others: ${marked.map(({ name, unlike }) => `${name} (${unlike.join(', ')})`).join('; ')}.`;
}
