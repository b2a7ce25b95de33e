import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { agencyName } from './marks.ts';
import type { Selection } from './selection.ts';
import type { Comparison, ComparisonSource } from './types.ts';
import { list, years } from './words.ts';

/** What is compared, said aloud: the metric, what is divided by what, of which years and which kind of document. */
export function comparisonTitle(selection: Selection, rows: readonly MetricRow[], lang: Lang): string {
  const { input, variant, denominator, stage, state } = selection;
  const zh = lang === 'zh';
  const named = variant.name[lang];
  const what = denominator
    ? `${named} ÷ ${denominator.name[lang]}`
    : input.metric.variants.length > 1
      ? zh
        ? `${input.metric.formula.zh}，${named}`
        : `${input.metric.formula.en}, ${named}`
      : input.metric.formula[lang];
  const said = years(
    rows.map((row) => row.fiscal_year),
    lang,
  );
  const kind = zh
    ? stage === 'budget'
      ? '预算'
      : '决算'
    : stage === 'budget'
      ? 'budgets'
      : 'final accounts';
  const several = new Set(rows.map((row) => row.fiscal_year)).size > 1;
  const own = several && state.year === null && input.metric.form !== 'slope';
  const period = zh
    ? `${said}${kind}${own ? '（各机构最近年度）' : ''}`
    : `${kind} of ${said}${own ? ' (latest of each agency)' : ''}`;
  return zh
    ? `${input.metric.name.zh}（${what}），${said === '' ? kind : period}`
    : `${input.metric.name.en} (${what}), ${said === '' ? kind : period}`;
}

/** The metric's caveats that apply to the rows shown, each with the agencies that it is about. */
export function comparisonCaveats(
  { input }: Selection,
  rows: readonly MetricRow[],
  lang: Lang,
): Comparison['caveats'] {
  const ids = new Set(rows.map((row) => row.document_id));
  const documents = input.documents.filter((document) => ids.has(document.document_id));
  return input.metric.caveats.flatMap(({ id, applies, text }) => {
    const concerned = applies(rows, documents);
    if (!concerned) return [];
    const agencies = new Set(
      documents
        .filter((document) => concerned.includes(document.document_id))
        .map((document) => document.agency_id),
    );
    const names = input.agencies
      .filter((agency) => agencies.has(agency.agency_id))
      .map((agency) => agencyName(agency, lang));
    return [{ id, text: text(names, lang) }];
  });
}

/** The documents that the rows shown come from, oldest of an agency first. */
export function comparisonSources({ input }: Selection, rows: readonly MetricRow[]): ComparisonSource[] {
  const ids = new Set(rows.map((row) => row.document_id));
  return input.documents
    .filter((document) => ids.has(document.document_id))
    .map(({ document_id, title }) => ({ documentId: document_id, title, href: `/documents/${document_id}` }));
}

/** Documents and release; the label before it (来源) is the page's. */
export function sourceLine(sources: readonly ComparisonSource[], release: string, lang: Lang): string {
  const titles = sources.map((source) => (lang === 'zh' ? `《${source.title}》` : source.title));
  if (lang === 'zh') return `${titles.join('')}。数据版本 ${release}。`;
  return `${list(titles, lang)}. Data release ${release}.`;
}
