import { RULE_FAMILIES, CHECK_RULES, type RuleFamily } from '../lib/core/checks/index.ts';
import type {
  Check,
  CheckStatus,
  ExtractResult,
  Fact,
  Headcount,
  Issue,
  TableRecord,
} from '../lib/core/model/index.ts';
import { Decimal } from '../lib/core/money/index.ts';
import { MEASURE_TERMS, shortName, STATEMENT_TERMS } from '../lib/core/terms/index.ts';

const TABLE_STATUS: Record<TableRecord['status'], string> = {
  published: '已公开',
  'declared-empty': '空表',
  'listed-only': '目录有、正文无',
};
const CHECK_STATUS: Record<CheckStatus, string> = {
  exact: '相符',
  rounding: '四舍五入内',
  explained: '文件有说明',
  broken: '不符',
  unchecked: '无法核对',
};
const HEADCOUNT_KINDS: Record<Headcount['kind'], string> = {
  establishment: '编制',
  'on-board': '实有',
  retired: '离退休',
};
const HEADCOUNT_CATEGORIES: Record<Headcount['category'], string> = {
  total: '合计',
  administrative: '行政',
  'civil-service-managed': '参公',
  institution: '事业',
  other: '其他',
};
const SEVERITIES: Record<Issue['severity'], string> = { error: '错误', warning: '警告', note: '说明' };
/** Issues of one kind shown one by one; more are counted. */
const SHOWN = 12;
const PLACES = 3;

/** An extraction for people, in Chinese: what was recognised, what was not, and which sums break. Plain text, LF. */
export function formatReport(result: ExtractResult): string {
  return [
    heading(result),
    section('表', tables(result)),
    section('主要数字', keyFigures(result)),
    section('人员', headcounts(result.headcounts)),
    section('勾稽核对', checkCounts(result.checks)),
    section('不符之处', findings(result)),
    section('无法核对', uncheckedLines(result.checks)),
    section('没有读懂的地方', issues(result.issues)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, '-'.repeat(width(title)), ...lines].join('\n');
}

function heading({ document, facts, claims, indicators }: ExtractResult): string {
  const year = document.fiscal_year === null ? '年度不明' : `${document.fiscal_year} 年`;
  const stage = document.stage === 'budget' ? '预算' : '决算';
  const scope = document.scope === 'department' ? '部门' : '单位';
  const title = document.title || document.source_name;
  return [
    title,
    '='.repeat(Math.min(76, width(title))),
    `${document.agency || '机构不明'} · ${year}${stage} · ${scope}口径 · 区划 ${document.region_code ?? '不明'} · ${document.source_name}（${document.format}）`,
    `数字 ${facts.length} 个，文字中的数字 ${claims.length} 个，绩效指标 ${indicators.length} 条`,
  ].join('\n');
}

function tables({ tables: records, facts }: ExtractResult): string[] {
  if (records.length === 0) return ['没有认出任何表。'];
  const counts = new Map<string, number>();
  for (const { table_id: id } of facts) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return grid([
    ['表号', '种类', '单位', '行×列', '数字', '状态', '位置', '标题'],
    ...records.map((table) => [
      table.number ?? '—',
      STATEMENT_TERMS[table.statement].name.zh,
      table.unit ?? '—',
      table.status === 'listed-only' ? '—' : `${table.rows}×${table.columns}`,
      String(counts.get(table.table_id) ?? 0),
      TABLE_STATUS[table.status] + (table.reason ? `（${clip(table.reason, 20)}）` : ''),
      table.locator,
      clip(table.title, 40),
    ]),
  ]);
}

type Wanted = [name: string, fact: Fact | undefined];

/** The figures that a reader looks for first, each from the first table that prints it. */
function keyFigures({ facts, document }: ExtractResult): string[] {
  const own = facts.filter(
    (fact) =>
      fact.fiscal_year === document.fiscal_year &&
      fact.unit_code === null &&
      fact.table_id !== null &&
      fact.yuan !== null,
  );
  const find = (fits: (fact: Fact) => boolean) => own.find(fits);
  const total = (flow: Fact['flow']) => (fact: Fact) =>
    fact.is_total &&
    fact.flow === flow &&
    fact.measure === 'total' &&
    fact.item === null &&
    /总计|合计/.test(fact.label);
  const measure = (name: Fact['measure']) => (fact: Fact) =>
    fact.is_total &&
    fact.code === null &&
    fact.item === null &&
    (fact.measure === name ||
      (name === 'basic' && fact.measure === 'total' && fact.statement.startsWith('basic-')));
  const item = (name: Fact['item']) => (fact: Fact) =>
    fact.item === name && fact.measure === 'total' && fact.statement === 'three-public';
  const kinds = (['basic', 'personnel', 'public', 'project'] as const).map((name): Wanted => [
    MEASURE_TERMS[name].name.zh,
    find(measure(name)),
  ]);
  const items = (['three-public', 'abroad', 'reception', 'vehicle'] as const).map((name): Wanted => [
    shortName(name).zh,
    find(item(name)),
  ]);
  const wanted: Wanted[] = [
    ['收入总计', grandTotal(own.filter(total('income')))],
    ['支出总计', grandTotal(own.filter(total('expenditure')))],
    ...kinds,
    ...items,
  ];
  const rows = wanted.flatMap(([name, fact]) =>
    fact ? [[name, fact.raw, fact.unit ?? '', `= ${grouped(fact.yuan)} 元`, fact.locator]] : [],
  );
  return rows.length === 0 ? ['没有找到收支合计等主要数字。'] : grid(rows);
}

/** Of the totals of the first table that has any, the one that takes in what is carried over: 总计 before 本年收入合计. */
function grandTotal(totals: readonly Fact[]): Fact | undefined {
  const [first] = totals;
  const own = totals.filter((fact) => fact.table_id === first?.table_id);
  return (
    own.find((fact) => /总计/.test(fact.label)) ?? own.find((fact) => !/本年|当年/.test(fact.label)) ?? first
  );
}

function headcounts(counts: readonly Headcount[]): string[] {
  if (counts.length === 0) return ['没有披露人数。'];
  return grid(
    counts.map((count) => [
      HEADCOUNT_KINDS[count.kind],
      HEADCOUNT_CATEGORIES[count.category],
      `${count.count} 人`,
      count.as_of === null ? '时点未写明' : `截至 ${count.as_of}`,
      count.locator,
    ]),
  );
}

function checkCounts(checks: readonly Check[]): string[] {
  if (checks.length === 0) return ['没有可以核对的数字。'];
  const families = new Map<RuleFamily, Map<CheckStatus, number>>();
  const familyOf = new Map(CHECK_RULES.map((rule) => [rule.id, rule.family]));
  for (const check of checks) {
    const family = familyOf.get(check.rule);
    if (!family) continue;
    const counts = families.get(family) ?? new Map<CheckStatus, number>();
    families.set(family, counts.set(check.status, (counts.get(check.status) ?? 0) + 1));
  }
  const statuses: CheckStatus[] = ['exact', 'rounding', 'explained', 'broken', 'unchecked'];
  const rows = [...families].map(([family, counts]) => [
    RULE_FAMILIES[family].zh,
    ...statuses.map((status) => String(counts.get(status) ?? 0)),
  ]);
  const sums = statuses.map((status) => checks.filter((check) => check.status === status).length);
  const count = (status: CheckStatus) => sums[statuses.indexOf(status)] ?? 0;
  const tied = count('exact') + count('rounding');
  const made = tied + count('broken');
  const rate = made === 0 ? '—' : `${new Decimal(tied).times(100).div(made).toFixed(1)}%`;
  return [
    ...grid([
      ['', ...statuses.map((status) => CHECK_STATUS[status])],
      ...rows,
      ['合计', ...sums.map(String)],
    ]),
    `可以核对的 ${made} 项中，${tied} 项相符或在四舍五入范围内（${rate}）。`,
  ];
}

function findings({ checks, facts }: ExtractResult): string[] {
  const locators = new Map(facts.map((fact) => [fact.fact_id, fact.locator]));
  const broken = checks.filter((check) => check.status === 'broken');
  const groups = new Map<string, Check[]>();
  for (const check of broken) {
    const key = check.finding ?? check.check_id;
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  return [...groups.values()].flatMap((group, index) =>
    group.map(
      (check, at) =>
        `${at === 0 ? `${String(index + 1).padStart(2)}. ` : '    '}${check.text}${places(check, locators)}`,
    ),
  );
}

/** Where to look: the first few places that take part. */
function places(check: Check, locators: ReadonlyMap<string, string>): string {
  const all = [...check.claims, ...check.facts.flatMap((id) => locators.get(id) ?? [])];
  if (all.length === 0) return '';
  return `（${all.slice(0, PLACES).join('、')}${all.length > PLACES ? ` 等 ${all.length} 处` : ''}）`;
}

function uncheckedLines(checks: readonly Check[]): string[] {
  return shorten(
    checks.filter((check) => check.status === 'unchecked').map((check) => `  · ${check.text}`),
    (more) => `  · 另有 ${more} 项`,
  );
}

function issues(list: readonly Issue[]): string[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of list) {
    const key = `${issue.severity}|${issue.code}`;
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  const order: Issue['severity'][] = ['error', 'warning', 'note'];
  const sorted = [...groups.values()].sort(
    (a, b) => order.indexOf(a[0]?.severity ?? 'note') - order.indexOf(b[0]?.severity ?? 'note'),
  );
  return sorted.flatMap((group) => [
    `${SEVERITIES[group[0]?.severity ?? 'note']} ${group[0]?.code ?? ''}：${group.length} 处`,
    ...shorten(
      group.map((issue) => `  ${issue.locator ?? '全文'}  ${issue.text}`),
      (more) => `  另有 ${more} 处`,
    ),
  ]);
}

function shorten(lines: readonly string[], rest: (more: number) => string): string[] {
  return lines.length <= SHOWN ? [...lines] : [...lines.slice(0, SHOWN), rest(lines.length - SHOWN)];
}

function grouped(yuan: string | null): string {
  if (yuan === null) return '';
  const [whole = '', fraction = ''] = yuan.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** Columns of a terminal that a text takes: Han characters and full-width forms take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’…—×]/.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}

/** Rows in aligned columns, two spaces between; the last column is left ragged. */
function grid(rows: readonly string[][]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, width(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(cell))),
      )
      .join('  ')
      .trimEnd(),
  );
}
