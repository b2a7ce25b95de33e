import type { ExtractContext, Fact, Indicator, Issue, RecognisedTable, SourceRow } from '../model/index.ts';
import { readFormAmounts } from './amounts.ts';
import { plainText, cellWords, filledCells, printedText } from './cells.ts';
import { continuesHeader, inferColumns, isIndicatorHeader, readColumns, type Column } from './columns.ts';
import { applyLabel, hasCostLevel, levelAbove, type Level } from './levels.ts';
import { columnOf, readIndicatorRow, type IndicatorRow } from './rows.ts';
import { readLabel } from './taxonomy.ts';
import { readOperator, readTarget } from './target.ts';
import { isTotalLabel } from '../text/index.ts';

export { readTarget } from './target.ts';

const NOTE = /^(备注|注|说明|填报说明)\d*[:、]|^(总分|综合得分|自评得分)$/;
const NOTHING = /^(无|不适用|不涉及|无要求)$/;
const SECTION = /^(长期|年度|实施期|中长期|中期)(绩效)?目标(\d+)?:?$/;
/** What stands beside 项目名称 in the head of a list of projects. */
const LIST_HEAD = /^(支出)?(项目)?(类别|总预算|性质|代码|编码|总额|资金总额|预算数|预算金额|金额|绩效目标)$/;
const SECTION_TITLE = /(长期|年度|实施期|中期)(绩效)?(目标|指标)表$/;

/**
 * A performance form (statements performance-overall and performance-project) -> its filled indicators with their
 * place in the taxonomy, and the amounts that the form states. One table may hold several projects, several blocks
 * (long-term and annual), or a form put together from several source tables.
 */
export function normaliseIndicators(
  table: RecognisedTable,
  context: ExtractContext,
): { indicators: Indicator[]; facts: Fact[]; issues: Issue[] } {
  const { indicators, facts, issues } = readForm(table, context, null);
  return { indicators, facts, issues };
}

/**
 * All performance forms of a document, in order. A form that goes on in a table without head and name (cut by a page)
 * keeps the project of the one before.
 */
export function normaliseForms(
  tables: readonly RecognisedTable[],
  context: ExtractContext,
): { indicators: Indicator[]; facts: Fact[]; issues: Issue[] } {
  const all = { indicators: [] as Indicator[], facts: [] as Fact[], issues: [] as Issue[] };
  let project: string | null = null;
  for (const table of tables) {
    if (table.statement !== 'performance-overall' && table.statement !== 'performance-project') {
      project = null;
      continue;
    }
    const read = readForm(table, context, project);
    all.indicators.push(...read.indicators);
    all.facts.push(...read.facts);
    all.issues.push(...read.issues);
    project = read.project;
  }
  return all;
}

function readForm(table: RecognisedTable, context: ExtractContext, before: string | null) {
  const reader = new FormReader(table, context, before);
  reader.read();
  const amounts = readFormAmounts(table, context, reader.projectOfRow, reader.used);
  return {
    indicators: reader.indicators,
    facts: amounts.facts,
    issues: [...reader.issues, ...amounts.issues],
    project: reader.project,
  };
}

class FormReader {
  readonly indicators: Indicator[] = [];
  readonly issues: Issue[] = [];
  /** Rows that are indicators or their headers, by index into the table's rows. */
  readonly used = new Set<number>();
  readonly projectOfRow = new Map<number, string | null>();
  private readonly newForm: boolean;
  private readonly exact: boolean;
  /** The project that the rows read last belong to. */
  project: string | null;
  private columns: Column[] = [];
  private level: Level = { level1: null, level2: null };
  private horizon: Indicator['horizon'] = 'annual';
  /** Indicators that wait for a label below them. */
  private waiting: Indicator[] = [];

  constructor(
    private readonly table: RecognisedTable,
    private readonly context: ExtractContext,
    private readonly before: string | null,
  ) {
    this.newForm = hasCostLevel(table);
    this.exact = table.geometry !== 'ragged';
    this.project = table.statement === 'performance-project' ? projectInTitle(table.title) : null;
  }

  read(): void {
    const { rows } = this.table;
    if (!rows.some(isIndicatorHeader)) {
      this.columns = inferColumns(rows);
      if (this.columns.length > 0) this.project ??= this.before;
    }
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      if (!row) continue;
      if (isIndicatorHeader(row)) {
        const header = [row];
        for (
          let next = rows[index + 1];
          next && !isIndicatorHeader(next) && continuesHeader(next);
          next = rows[index + header.length]
        )
          header.push(next);
        this.beginBlock(header, rows[index - 1] ?? null);
        for (let at = 0; at < header.length; at++) this.used.add(index + at);
        index += header.length - 1;
        continue;
      }
      if (this.readFormRow(row)) {
        this.projectOfRow.set(index, this.project);
        continue;
      }
      const project = this.readProjectCells(row);
      this.projectOfRow.set(index, this.project);
      if (this.columns.length > 0) {
        this.readRow(row, project);
        if (!project) this.used.add(index);
      }
    }
    this.settle(null);
  }

  private beginBlock(header: SourceRow[], above: SourceRow | null): void {
    this.settle(null);
    this.columns = readColumns(header, above);
    this.level = { level1: null, level2: null };
    for (const cell of header[0]?.cells ?? []) {
      const label = readLabel(cell.text);
      if (label?.kind === 'caption' && label.horizon) this.horizon = label.horizon;
    }
    if (this.columns.some((column) => column.role === 'prior-1')) this.horizon = 'annual';
  }

  /** Rows of the form around the indicators: the project's name, headings of blocks, notes. */
  private readFormRow(row: SourceRow): boolean {
    const cells = filledCells(row);
    const first = cells[0];
    if (!first) return false;
    const words = cellWords(first.text);
    if (NOTE.test(words)) return this.endBlock();
    if (isTotalLabel(words)) return true;
    const nameAt = cells.findIndex((cell) =>
      /^(一级)?项目(\(政策\))?名称:?$|^专项(资金)?名称:?$/.test(cellWords(cell.text)),
    );
    if (nameAt >= 0 && !this.columns.some((column) => column.role === 'project')) {
      const value = cells[nameAt + 1];
      const heads = value !== undefined && LIST_HEAD.test(cellWords(value.text));
      if (!heads && this.table.statement === 'performance-project') {
        const own =
          value && !/[:]$|代码|编码$|单位$/.test(cellWords(value.text)) ? printedText(value.text) : null;
        const titled = projectInTitle(this.table.title);
        // A name that the cell cuts off goes on in the title.
        this.project = own !== null && titled?.startsWith(own) ? titled : (own ?? titled);
      }
      return this.endBlock();
    }
    const section =
      cells.length <= 2 ? (SECTION.exec(words) ?? SECTION_TITLE.exec(words)) : SECTION.exec(words);
    const labelled = cells.slice(1).some((cell) => readLabel(cell.text)?.kind !== undefined);
    if (section && !labelled) {
      this.horizon = section[1] === '年度' ? 'annual' : 'long-term';
      return this.endBlock();
    }
    return false;
  }

  private endBlock(): boolean {
    this.settle(null);
    this.columns = [];
    return true;
  }

  /** In a table of many projects: the row that begins another one. */
  private readProjectCells(row: SourceRow): boolean {
    const at = columnOf(this.columns, 'project');
    if (at === null) return false;
    const cell = filledCells(row).find((candidate) => candidate.column === at);
    if (!cell || readLabel(cell.text)) return false;
    const code = columnOf(this.columns, 'code');
    const coded =
      code === null ||
      row.cells.some((candidate) => candidate.column === code && /^\w+$/.test(cellWords(candidate.text)));
    const level3 = columnOf(this.columns, 'level3') ?? 0;
    if ((!coded && !this.exact) || at >= level3) return false;
    const name = printedText(cell.text);
    if (name !== this.project) {
      this.settle(null);
      this.level = { level1: null, level2: null };
      this.project = name;
    }
    return true;
  }

  private readRow(row: SourceRow, beginsProject: boolean): void {
    const level1 = columnOf(this.columns, 'level1') ?? 0;
    const from =
      beginsProject ||
      (this.exact && this.columns.some((column) => column.role === 'project' || column.role === 'goal'))
        ? level1
        : 0;
    const read = readIndicatorRow(row, this.columns, this.exact, from);
    const second = columnOf(this.columns, 'level2');
    let labelled = false;
    for (const { label, cell } of read.labels) {
      if (label.kind === 'caption') {
        if (label.horizon === 'long-term' || /年度/.test(cellWords(cell.text)))
          this.horizon = label.horizon ?? this.horizon;
        continue;
      }
      labelled = true;
      this.level = applyLabel(this.level, label, this.newForm, this.exact && cell.column === second);
    }
    if (labelled && this.level.level2 !== null) this.settle(this.level);
    if (read.level3 === null) return;
    if (read.target === '' && !read.lost) {
      if (read.level3 !== '' && read.level3.length <= 60 && labelledRow(read))
        this.note('indicator-without-target', read.locator, '这一行写了指标名称而没有指标值，不计为指标。');
      return;
    }
    const indicator = this.indicatorOf(read);
    if (!indicator) return;
    this.indicators.push(indicator);
    if (read.lost) this.note('lost-cell', read.locator, '这一行错位到表外，指标值缺失。');
    if (this.level.level2 === null) this.waiting.push(indicator);
  }

  private indicatorOf(read: IndicatorRow): Indicator | null {
    const target = plainText(read.target);
    if (/^[/—-]*$/.test(target) && !read.lost) return null;
    // 社会成本指标 | 不适用 | 无: the form's line is there, an indicator is not.
    if (NOTHING.test(target) && /^(无|不|$)/.test(read.level3 ?? '')) return null;
    const symbol = read.symbol === null ? null : readOperator(read.symbol);
    const unitColumn = read.unit === null ? null : unitName(read.unit);
    const shown = printedText(read.target);
    const raw =
      symbol !== null && symbol !== 'text'
        ? `${printedText(read.symbol ?? '')}${shown}${read.unit === null || shown.endsWith(printedText(read.unit)) ? '' : printedText(read.unit)}`
        : shown;
    const parsed = readTarget(raw, unitColumn);
    const year = this.context.fiscalYear;
    const name = (read.level3 ?? '') || (this.level.level2 ?? '');
    if (name === '') return null;
    return {
      locator: read.locator,
      scope: this.table.statement === 'performance-overall' ? 'overall' : 'project',
      project: this.table.statement === 'performance-overall' ? null : this.project,
      horizon: this.horizon,
      level1: this.level.level1 ?? '',
      level2: this.level.level2 ?? '',
      level3: name,
      target_raw: raw,
      ...parsed,
      operator: symbol === 'text' && parsed.value === null ? 'text' : parsed.operator,
      prior:
        year === null
          ? []
          : read.prior.map(({ back, raw: printed }) => ({
              fiscal_year: year - back,
              raw: printedText(printed),
            })),
    };
  }

  /** Gives the rows above a label their level; without one they keep the first level alone. */
  private settle(label: Level | null): void {
    const waiting = this.waiting;
    this.waiting = [];
    if (waiting.length === 0) return;
    const above = label === null ? null : levelAbove(label);
    for (const indicator of waiting) {
      const own = indicator.level1;
      const fits = above !== null && (own === '' || own === above.level.level1);
      if (fits && above) {
        indicator.level1 = above.level.level1 ?? '';
        indicator.level2 = above.level.level2 ?? '';
      } else if (own !== '') indicator.level2 = own;
      if (!fits || above?.inferred) {
        this.note(
          'indicator-level-inferred',
          indicator.locator,
          '这项指标旁没有一级、二级指标名称，按表格的排列顺序推定。',
        );
      }
    }
  }

  private note(code: string, locator: string, text: string): void {
    this.issues.push({ code, severity: 'note', locator, text });
  }
}

function labelledRow(read: IndicatorRow): boolean {
  return read.labels.some(({ label }) => label.kind !== 'caption');
}

/** 百分比 as a unit is %; words like 年度 say when, not in what. */
function unitName(text: string): string | null {
  const unit = cellWords(text);
  if (/^百分(比|号|率)$/.test(unit)) return '%';
  return /^(年度|周期内|长期|定性|定量|无|项目|—|\/|-)$/.test(unit) || unit === '' ? null : unit;
}

/** The project that a table's title names: 1、…绩效目标表. */
function projectInTitle(title: string): string | null {
  const plain = printedText(title).replace(/^[\d一二三四五六七八九十]+[、.．]\s*/, '');
  const name = /^(.+?)(项目)?(支出)?绩效目标(申报)?表$/.exec(plain)?.[1];
  if (
    !name ||
    /^(\d{4}年(度)?)?(部门|单位|项目|区级|市级)?(预算)?(部门|单位)?(专项|项目|整体|重点)?/.exec(name)?.[0]
      .length === name.length
  )
    return null;
  if (
    /^(\d{4}年度?)?(部门|单位|本级)?(预算|综合预算)?(专项业务经费|专项资金总体|专项资金|项目支出|预算项目|重点项目|项目|部门预算专项业务经费|单位预算专项业务经费)$/.test(
      name,
    )
  )
    return null;
  if (
    /(项目支出|专项业务经费|专项资金总体|财政支出|预算支出|部门预算)$/.test(name) ||
    /^\d{4}年.{0,8}(区|市|县|省)?(级)?项目支出$/.test(name)
  )
    return null;
  return name;
}
