import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { documentPath } from '../proof/reference.ts';
import { divisionOf } from './division.ts';
import { agencyName } from './marks.ts';
import { isOfParts, isOverYears } from './forms.ts';
import type { ComparisonPart } from './part.ts';
import type { Selection } from './selection.ts';
import type { ComparisonSource } from './types.ts';
import { list, years } from './words.ts';

/** What is compared, said aloud: the metric, what is divided by what, of which years and which kind of document. */
export function comparisonTitle(
  selection: Selection,
  part: Pick<ComparisonPart, 'form' | 'columns' | 'rows'>,
  lang: Lang,
): string {
  const { input, stage, state } = selection;
  const zh = lang === 'zh';
  const name = input.metric.name[lang];
  const what = subject(selection, part, lang);
  const named = what === '' || what === name ? name : zh ? `${name}：${what}` : `${name}: ${what}`;
  const shown = part.rows.map((row) => row.fiscal_year);
  const said = years(shown, lang);
  const latest = new Set(shown).size > 1 && state.year === null && !isOverYears(part.form);
  if (zh) {
    const kind = stage === 'budget' ? '预算' : '决算';
    return `${named}，${said}${kind}${latest ? '（各机构最近年度）' : ''}`;
  }
  const kind = stage === 'budget' ? 'budgets' : 'final accounts';
  return `${named}, ${kind}${said === '' ? '' : ` of ${said}`}${latest ? ' (latest of each agency)' : ''}`;
}

/** What of the metric is shown: numerator ÷ denominator, the parts chosen, the variant, or the formula. */
function subject(
  selection: Selection,
  { form, columns }: Pick<ComparisonPart, 'form' | 'columns'>,
  lang: Lang,
): string {
  const { input, variant, items } = selection;
  const { metric } = input;
  const zh = lang === 'zh';
  const several = metric.variants.length > 1;
  if (form === 'matrix' && metric.form !== 'matrix') return variant.name[lang];
  if (form === 'matrix')
    return zh ? `${variant.name.zh}，按类别计数` : `${variant.name.en}, counted by category`;
  if (metric.form === 'slope' && !isOfParts(form))
    return items[0] ? items[0].name[lang] : metric.formula[lang];
  if (isOfParts(form) && selection.unit !== 'percent')
    return list(
      columns.map(({ label }) => label),
      lang,
    );
  const division = divisionOf(selection, lang);
  if (!division) return several ? variant.name[lang] : metric.formula[lang];
  if (division.own || !several) return division.written;
  return zh ? `${division.written}，${variant.name.zh}` : `${division.written}, ${variant.name.en}`;
}

/** The metric's caveats that apply to the rows shown, each with the agencies that it is about. */
export function comparisonCaveats(
  { input }: Selection,
  rows: readonly MetricRow[],
  lang: Lang,
): { id: string; text: string }[] {
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
    .map(({ document_id, title, agency, fiscal_year }) => ({
      documentId: document_id,
      title,
      issuer: names(title, agency) ? '' : agency,
      year: fiscal_year,
      href: documentPath(document_id),
    }));
}

const TELLING = 7;

/** Whether a title says whose document it is: the end of the name stands in it, whatever stands before it. */
function names(title: string, agency: string): boolean {
  return title.includes([...agency].slice(-TELLING).join(''));
}

/** Documents and release; the label before it (来源) is the page's. */
export function sourceLine(sources: readonly ComparisonSource[], release: string, lang: Lang): string {
  const titles = sources.map(({ title, issuer }) => {
    if (lang === 'zh') return `《${title}》${issuer && `（${issuer}）`}`;
    return issuer ? `${title} (${issuer})` : title;
  });
  if (lang === 'zh') return `${titles.join('')}。数据版本 ${release}。`;
  return `${list(titles, lang)}. Data release ${release}.`;
}

/** Documents by number and years, where a list of their titles would be longer than what it is the source of. */
export function sourceCount(sources: readonly ComparisonSource[], release: string, lang: Lang): string {
  const said = years(
    sources.map(({ year }) => year),
    lang,
  );
  if (lang === 'zh') return `${said}的 ${sources.length} 份公开文件。数据版本 ${release}。`;
  return `${sources.length} published documents of ${said}. Data release ${release}.`;
}
