import type { Agency, AnsweredDocument, Answers } from '$lib/data/answers';
import type { DatasetRows } from '$lib/data/arrow/records';
import type { Row } from '$lib/data/arrow/column';
import { METRICS } from '$lib/data/metrics/index';
import type { MetricId, MetricRow } from '$lib/data/metrics/types';
import type { Lang } from '$lib/core/model/localised';
import { Decimal } from '$lib/core/money/index';
import { formatDecimal } from '$lib/view/comparison/index';
import { compareDefault } from '../../session/defaults';
import { MESSAGES } from '../../messages/index';
import { listedProjects } from './projects';

/** What one agency publishes, as far as the data set has it; amounts in the unit that its newest document prints. */
export interface AgencyProfile {
  agency: Agency;
  name: string;
  documents: AnsweredDocument[];
  /** 元 or 万元. */
  unit: string;
  year: number;
  keyFigures: KeyFigure[];
  structure: { id: 'function-mix' | 'economic-mix'; lines: ShareLine[] }[];
  projects: ProjectLine[];
  threePublic: { years: number[]; items: { label: string; cells: string[] }[] } | null;
  staff: { kind: string; category: string; count: string; asOf: string }[];
  indicators: { level2: string; count: number; lines: IndicatorLine[] }[];
  /** Its place in the comparisons of the home page. */
  places: { metric: MetricId; name: string; value: string; place: string }[];
}

export interface KeyFigure {
  id: string;
  label: string;
  value: string;
  unit: string;
  /** Why there is none; then `value` is empty. */
  absent: boolean;
}
export interface ShareLine {
  code: string;
  label: string;
  amount: string;
  share: string;
  /** 0 to 100, for the bar. */
  percent: number;
}
export interface ProjectLine {
  name: string;
  amount: string;
  depth: number;
  group: boolean;
}
export interface IndicatorLine {
  name: string;
  target: string;
  project: string;
}

export type AgencyRows = Pick<DatasetRows, 'facts' | 'headcounts' | 'indicators' | 'checks'>;

/** Puts an agency's page together; null where the data set doesn't have the agency. */
export function agencyProfile(
  answers: Answers,
  rows: AgencyRows,
  agencyId: string,
  lang: Lang,
): AgencyProfile | null {
  const agency = answers.agencies.find((entry) => entry.agency_id === agencyId);
  const documents = answers.documents
    .filter((entry) => entry.agency_id === agencyId)
    .sort((a, b) => b.fiscal_year - a.fiscal_year);
  const newest = documents.find((entry) => entry.stage === 'budget') ?? documents[0];
  if (!agency || !newest) return null;
  const own = (table: readonly Row[]): Row[] =>
    table.filter((row) => row['document_id'] === newest.document_id);
  const facts = own(rows.facts);
  const context: Context = { answers, newest, lang, unit: printedUnit(facts) };
  return {
    agency,
    name: lang === 'en' ? agency.short_en : agency.name_zh,
    documents,
    unit: context.unit,
    year: newest.fiscal_year,
    keyFigures: keyFigures(context),
    structure: (['function-mix', 'economic-mix'] as const).map((id) => ({ id, lines: shares(context, id) })),
    projects: projects(context, facts, own(rows.checks)),
    threePublic: threePublic(context, documents),
    staff: staff(own(rows.headcounts), lang),
    indicators: indicators(own(rows.indicators)),
    places: places(context, agencyId),
  };
}

interface Context {
  answers: Answers;
  newest: AnsweredDocument;
  lang: Lang;
  unit: string;
}

function printedUnit(facts: readonly Row[]): string {
  const wan = facts.filter((row) => row['unit'] === '万元').length;
  return wan * 2 > facts.filter((row) => typeof row['unit'] === 'string').length ? '万元' : '元';
}

function money({ unit }: Context, yuan: Decimal.Value): string {
  const value = new Decimal(yuan).div(unit === '万元' ? 10_000 : 1);
  return formatDecimal(value, Math.max(2, Math.min(6, value.decimalPlaces())));
}

function rowsOf({ answers, newest }: Context, metric: MetricId, variant: string): MetricRow[] {
  return answers.rows[metric].filter(
    (row) =>
      row.document_id === newest.document_id &&
      row.variant === variant &&
      row.fiscal_year === newest.fiscal_year,
  );
}

function keyFigures(context: Context): KeyFigure[] {
  const { lang, unit } = context;
  const m = MESSAGES[lang].agencies.figures;
  const share = rowsOf(context, 'project-share', 'all')[0];
  const staffCost = rowsOf(context, 'staff-cost-per-head', 'personnel').find(
    (row) => row.denominator_kind === 'on-board',
  );
  const running = rowsOf(context, 'running-cost-per-head', 'public')[0];
  const operating = rowsOf(context, 'operating-cost', 'amount')[0];
  const threePublicRow = rowsOf(context, 'three-public', 'amount').find((row) => row.item === 'three-public');
  const perHead = lang === 'zh' ? '元/人' : 'yuan per head';
  const people = lang === 'zh' ? '人' : 'people';
  const amount = (id: keyof typeof m, yuan: string | null | undefined): KeyFigure => ({
    id,
    label: m[id],
    value: yuan ? money(context, yuan) : '',
    unit,
    absent: !yuan,
  });
  const counted = (
    id: keyof typeof m,
    value: string | null | undefined,
    countedIn: string,
    decimals: number,
  ): KeyFigure => ({
    id,
    label: m[id],
    value: value ? formatDecimal(value, decimals) : '',
    unit: countedIn,
    absent: !value,
  });
  return [
    amount('total', share?.denominator),
    amount('project', share?.numerator),
    counted('projectShare', share?.value, '%', 2),
    amount('personnel', staffCost?.numerator),
    amount('public', running?.numerator),
    amount('operating', operating?.numerator),
    amount('threePublic', threePublicRow?.numerator),
    counted('onBoard', staffCost?.denominator, people, 0),
    counted('staffCost', staffCost?.value, perHead, 2),
  ];
}

function shares(context: Context, metric: 'function-mix' | 'economic-mix'): ShareLine[] {
  const record = METRICS[metric];
  const variant = record.variants[0]?.id ?? '';
  return rowsOf(context, metric, variant)
    .flatMap((row) => {
      if (row.item === '' || row.value === null || row.numerator === null) return [];
      const label = record.items.find((item) => item.id === row.item)?.name[context.lang] ?? row.item;
      return [{ row, label, value: new Decimal(row.value), numerator: row.numerator }];
    })
    .sort((a, b) => b.value.cmp(a.value))
    .map(({ row, label, value, numerator }) => ({
      code: row.item,
      label,
      amount: money(context, numerator),
      share: formatDecimal(value, 2),
      percent: Math.min(100, Math.max(0, value.toNumber())),
    }));
}

function projects(context: Context, facts: readonly Row[], checks: readonly Row[]): ProjectLine[] {
  return listedProjects(facts, checks).map(({ name, yuan, depth, group }) => ({
    name,
    amount: money(context, yuan),
    depth,
    group,
  }));
}

function threePublic(context: Context, documents: readonly AnsweredDocument[]): AgencyProfile['threePublic'] {
  const record = METRICS['three-public'];
  const ids = new Set(
    documents.filter((entry) => entry.stage === context.newest.stage).map((entry) => entry.document_id),
  );
  const rows = context.answers.rows['three-public'].filter(
    (row) => ids.has(row.document_id) && row.variant === record.variants[0]?.id,
  );
  const years = [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => a - b);
  const items = record.items.flatMap((item) => {
    const cells = years.map((year) => {
      const found = rows.filter((row) => row.item === item.id && row.fiscal_year === year);
      const row = found.find((entry) => !entry.notes.includes('restatement')) ?? found[0];
      return row?.numerator ? money(context, row.numerator) : '';
    });
    return cells.some((cell) => cell !== '') ? [{ label: item.name[context.lang], cells }] : [];
  });
  return items.length > 0 ? { years, items } : null;
}

function staff(rows: readonly Row[], lang: Lang): AgencyProfile['staff'] {
  const m = MESSAGES[lang].agencies;
  return rows.map((row) => ({
    kind: m.headcountKinds[String(row['kind'])] ?? String(row['kind']),
    category: m.headcountCategories[String(row['category'])] ?? String(row['category']),
    count: String(row['count']),
    asOf: typeof row['as_of'] === 'string' ? row['as_of'] : '',
  }));
}

function indicators(rows: readonly Row[]): AgencyProfile['indicators'] {
  const groups = new Map<string, IndicatorLine[]>();
  for (const row of rows) {
    const level2 = String(row['level2']);
    const lines = groups.get(level2) ?? [];
    lines.push({
      name: String(row['level3']),
      target: String(row['target_raw']),
      project: typeof row['project'] === 'string' ? row['project'] : '',
    });
    groups.set(level2, lines);
  }
  return [...groups].map(([level2, lines]) => ({ level2, count: lines.length, lines }));
}

function places(context: Context, agencyId: string): AgencyProfile['places'] {
  const { answers, lang } = context;
  const m = MESSAGES[lang].agencies;
  return (['staff-cost-per-head', 'project-share'] as const).flatMap((metric) => {
    const comparison = compareDefault(answers, metric, lang);
    const series = comparison.series.find((entry) => entry.agencyId === agencyId);
    const mark = series?.marks[0];
    if (!series || series.rank === null || !mark) return [];
    const of = comparison.series.length;
    return [
      {
        metric,
        name: METRICS[metric].name[lang],
        value: `${mark.text} ${comparison.unitLabel}`,
        place: series.rankTied ? m.rankTied(series.rank, of) : m.rank(series.rank, of),
      },
    ];
  });
}
