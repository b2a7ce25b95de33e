import type { Agency, AnsweredDocument, Answers } from '../../../data/answers.ts';
import type { DatasetRows } from '../../../data/arrow/records.ts';
import type { RowOf } from '../../../data/arrow/tables.ts';
import { METRICS } from '../../../data/metrics/index.ts';
import type { MetricId, MetricRow, MetricUnit } from '../../../data/metrics/types.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { Decimal } from '../../../core/money/index.ts';
import { formatDecimal } from '../../comparison/index.ts';
import { compareDefault } from '../../comparison/default.ts';
import { MESSAGES } from '../../../words/index.ts';
import { disclosureLines, type DisclosureLine } from './completeness.ts';
import { listedProjects } from './projects.ts';
import { linesBelow, type StructureNode } from './structure.ts';
import {
  indicatorGroups,
  indicatorLine,
  targetsOfProjects,
  type IndicatorGroup,
  type IndicatorLine,
} from './targets.ts';

/** What one agency publishes, as far as the data set has it; amounts in the unit that its newest document prints. */
export interface AgencyProfile {
  agency: Agency;
  name: string;
  documents: AnsweredDocument[];
  /** 元 or 万元. */
  unit: string;
  year: number;
  /** The newest document, which all figures but those of earlier years come from. */
  documentId: string;
  keyFigures: KeyFigure[];
  structure: { id: 'function-mix' | 'economic-mix'; lines: StructureLine[] }[];
  projects: ProjectLine[];
  otherTargets: { project: string; lines: IndicatorLine[] }[];
  threePublic: { years: number[]; items: { label: string; cells: FigureCell[] }[] } | null;
  staff: { ref: string; kind: string; category: string; count: string; asOf: string }[];
  indicators: IndicatorGroup[];
  completeness: DisclosureLine[];
  /** Its place in the comparisons of the home page. */
  places: { metric: MetricId; name: string; figure: FigureCell; place: string }[];
}

export interface KeyFigure {
  id: string;
  label: string;
  value: string;
  unit: string;
  /** Why there is none; then `value` is empty. */
  absent: boolean;
  /** The figure by itself with what it is counted in, for its proof. */
  figure: { row: MetricRow; counted: MetricUnit } | null;
}
/** A figure of a comparison as a cell of a small table; '' and no row where there is none. */
export interface FigureCell {
  text: string;
  row: MetricRow | null;
}
/** A line of a classification; what stands below it is there where the same table prints it. */
export interface StructureLine {
  factId: string;
  code: string;
  label: string;
  /** Whether the label is in the page's language rather than as printed. */
  translated: boolean;
  amount: string;
  share: string;
  /** 0 to 100, for the bar. */
  percent: number;
  children: StructureLine[];
}
export interface ProjectLine {
  factId: string;
  name: string;
  amount: string;
  depth: number;
  group: boolean;
  targets: IndicatorLine[];
}

export type AgencyRows = Pick<DatasetRows, 'facts' | 'tables' | 'headcounts' | 'indicators' | 'checks'>;

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
  const own = <T extends { document_id: string }>(table: readonly T[]): T[] =>
    table.filter((row) => row.document_id === newest.document_id);
  const facts = own(rows.facts);
  const indicators = own(rows.indicators);
  // A line stands under its project and under its category: as one object it is sent to the page once.
  const lines = new Map(indicators.map((row) => [row, indicatorLine(row)]));
  const lineOf = (row: RowOf<'indicators'>): IndicatorLine => lines.get(row) ?? indicatorLine(row);
  const listed = listedProjects(facts, own(rows.checks));
  const targets = targetsOfProjects(
    listed.map(({ name }) => name),
    indicators.map(lineOf),
  );
  const context: Context = { answers, newest, lang, unit: printedUnit(facts) };
  return {
    agency,
    name: lang === 'en' ? agency.short_en : agency.name_zh,
    documents,
    unit: context.unit,
    year: newest.fiscal_year,
    documentId: newest.document_id,
    keyFigures: keyFigures(context),
    structure: (['function-mix', 'economic-mix'] as const).map((id) => ({
      id,
      lines: structure(context, id, facts),
    })),
    projects: listed.map(({ factId, name, yuan, depth, group }) => ({
      factId,
      name,
      amount: money(context, yuan),
      depth,
      group,
      targets: group ? [] : targets.of(name),
    })),
    otherTargets: targets.others,
    threePublic: threePublic(context, documents),
    staff: staff(own(rows.headcounts), lang),
    indicators: indicatorGroups(indicators, lineOf),
    completeness: disclosureLines(
      answers.rows['disclosure-completeness'].filter((row) => row.document_id === newest.document_id),
      own(rows.tables),
      lang,
    ),
    places: places(context, agencyId),
  };
}

interface Context {
  answers: Answers;
  newest: AnsweredDocument;
  lang: Lang;
  unit: string;
}

function printedUnit(facts: readonly RowOf<'facts'>[]): string {
  const wan = facts.filter((row) => row.unit === '万元').length;
  return wan * 2 > facts.filter((row) => row.unit !== null).length ? '万元' : '元';
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
  const amount = (
    id: keyof typeof m,
    yuan: string | null | undefined,
    figure: MetricRow | null = null,
  ): KeyFigure => ({
    id,
    label: m[id],
    value: yuan ? money(context, yuan) : '',
    unit,
    absent: !yuan,
    figure: figure && { row: figure, counted: 'yuan' },
  });
  const counted = (
    id: keyof typeof m,
    value: string | null | undefined,
    countedIn: string,
    decimals: number,
    figure: KeyFigure['figure'],
  ): KeyFigure => ({
    id,
    label: m[id],
    value: value ? formatDecimal(value, decimals) : '',
    unit: countedIn,
    absent: !value,
    figure,
  });
  return [
    amount('total', share?.denominator, sideOf(share, 'denominator')),
    amount('project', share?.numerator, sideOf(share, 'numerator')),
    counted('projectShare', share?.value, '%', 2, whole(share, 'percent')),
    amount('personnel', staffCost?.numerator, sideOf(staffCost, 'numerator')),
    amount('public', running?.numerator, sideOf(running, 'numerator')),
    amount('operating', operating?.numerator, sideOf(operating, 'numerator')),
    amount('threePublic', threePublicRow?.numerator, sideOf(threePublicRow, 'numerator')),
    counted('onBoard', staffCost?.denominator, people, 0, whole(sideOf(staffCost, 'denominator'), 'count')),
    counted('staffCost', staffCost?.value, perHead, 2, whole(staffCost, 'yuan-per-head')),
  ];
}

function whole(row: MetricRow | null | undefined, counted: MetricUnit): KeyFigure['figure'] {
  return row && row.value !== null ? { row, counted } : null;
}

/** One side of a division as a figure of its own. */
function sideOf(row: MetricRow | undefined, side: 'numerator' | 'denominator'): MetricRow | null {
  const amount = row?.[side];
  if (!row || !amount) return null;
  return {
    ...row,
    numerator: amount,
    numerator_slack: row[`${side}_slack`],
    numerator_facts: row[`${side}_facts`],
    denominator: null,
    denominator_slack: null,
    denominator_facts: [],
    value: amount,
    low: null,
    high: null,
    status: row.status === 'absent' ? 'reported' : row.status,
    reason: null,
  };
}

function structure(
  context: Context,
  metric: 'function-mix' | 'economic-mix',
  facts: readonly RowOf<'facts'>[],
): StructureLine[] {
  const record = METRICS[metric];
  const variant = record.variants[0]?.id ?? '';
  return rowsOf(context, metric, variant)
    .flatMap((row) => {
      const [factId = ''] = row.numerator_facts;
      if (row.item === '' || row.value === null || row.numerator === null) return [];
      const named = record.items.find((item) => item.id === row.item);
      const whole = new Decimal(row.denominator ?? 0);
      const children = row.numerator_facts.length === 1 ? linesBelow(facts, factId) : [];
      const node: StructureNode = {
        factId,
        code: row.item,
        label: named?.name[context.lang] ?? row.item,
        yuan: row.numerator,
        children,
      };
      return [
        { line: structureLine(context, node, whole, named !== undefined), value: new Decimal(row.value) },
      ];
    })
    .sort((a, b) => b.value.cmp(a.value))
    .map(({ line }) => line);
}

function structureLine(
  context: Context,
  { factId, code, label, yuan, children }: StructureNode,
  whole: Decimal,
  translated: boolean,
): StructureLine {
  const share = whole.isZero() ? new Decimal(0) : new Decimal(yuan).div(whole).times(100);
  return {
    factId,
    code,
    label,
    translated,
    amount: money(context, yuan),
    share: formatDecimal(share, 2),
    percent: Math.min(100, Math.max(0, share.toNumber())),
    children: children.map((child) => structureLine(context, child, whole, false)),
  };
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
      const own = found.find((entry) => !entry.notes.includes('restatement') && entry.numerator !== null);
      const later = found.find((entry) => entry.notes.includes('restatement'));
      const row = own ?? later ?? null;
      if (!row?.numerator) return { text: '', row: null };
      const said = money(context, row.numerator);
      if (!own || !later?.numerator) return { text: said, row };
      return { text: MESSAGES[context.lang].agencies.restated(said, money(context, later.numerator)), row };
    });
    return cells.some(({ row }) => row !== null) ? [{ label: item.name[context.lang], cells }] : [];
  });
  return items.length > 0 ? { years, items } : null;
}

function staff(rows: readonly RowOf<'headcounts'>[], lang: Lang): AgencyProfile['staff'] {
  const m = MESSAGES[lang].agencies;
  return rows.map(({ headcount_id, kind, category, count, as_of }) => ({
    ref: `headcount:${headcount_id}`,
    kind: m.headcountKinds[kind] ?? kind,
    category: m.headcountCategories[category] ?? category,
    count: String(count),
    asOf: as_of ?? '',
  }));
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
        figure: { text: mark.said, row: mark.row },
        place: series.rankTied ? m.rankTied(series.rank, of) : m.rank(series.rank, of),
      },
    ];
  });
}
