import type {
  ExtractContext,
  Fact,
  Issue,
  Measure,
  RecognisedTable,
  SourceCell,
  SourceRow,
} from '../model/index.ts';
import { parseCell, parseNumber, toYuanString } from '../money/index.ts';
import { cellWords, filledCells } from './cells.ts';
import { columnOf } from './rows.ts';
import { isIndicatorHeader, readColumns } from './columns.ts';
import { formUnit } from './unit.ts';

/** Self-evaluations print 年初预算数, 全年预算数 and 执行数 side by side. */
function basisOf(head: string): Fact['basis'] {
  if (/执行数|决算数|实际(?:支出|到位)/.test(head)) return 'execution';
  return /(?:年初|全年|调整)?预算数/.test(head) ? 'budget' : null;
}

/** Numbers beside these labels are no money. */
const NO_AMOUNT =
  /(电话|代码|编码|编号|年度$|年份|日期|时间|负责人|联系|邮编|序号|人数|数量|分值|权重|评分|得分|年限|期限|起始|终止|届次|面积|传真)/;
const AMOUNT_HEAD =
  /(金额|总额|预算(数|申报数)?$|拨款|资金|总预算|年度预算|当年预算|小计|合计|经费|财政|专户|结转|\d{4}年$|其他|(基本|项目|人员|公用|经营)(支出|经费)$)/;
const SHARE_HEAD = /占比|比例|比重|执行率/;
const TOTAL_LABEL = /(合计|总计|资金总额|总金额|总额|项目当年预算|预算合计|年度预算)/;
const CAPTION_LABEL =
  /(情况|明细|依据|来源$|任务$|构成|资金金额|资金情况|^预算资金|^项目资金|^专项资金)(?!总额)/;

const COUNTED = /^(\d+(?:\.\d+)?)(批|台|套|个|件|辆|本|份|张|次|项|组|只|块)?$/;

interface Head {
  column: number;
  text: string;
}

interface Placed {
  label: string;
  /** The amount of a unit of the agency, by its code. */
  unitCode?: string | null;
  head: string;
  project: string | null;
}

/**
 * The amounts that a performance form states (资金总额, 财政拨款, tasks with their budgets, projects, earlier years),
 * as facts. A number that stands in an amount's place and is not understood is an issue.
 */
export function readFormAmounts(
  table: RecognisedTable,
  context: ExtractContext,
  projectOfRow: ReadonlyMap<number, string | null>,
  used: ReadonlySet<number>,
): { facts: Fact[]; issues: Issue[] } {
  const facts: Fact[] = [];
  const issues: Issue[] = [];
  const unit = formUnit(table, issues);
  let heads: Head[] = [];
  let headsAt = -1;
  let side: Fact['flow'] = 'expenditure';
  const seen = new Set<string>();
  const headerAt = table.rows.findIndex(isIndicatorHeader);
  const listColumns = readColumns(table.rows.slice(headerAt, headerAt + 1), table.rows[headerAt - 1] ?? null);
  const projectColumn = columnOf(listColumns, 'project');
  const levels = columnOf(listColumns, 'level1') ?? columnOf(listColumns, 'level3');
  table.rows.forEach((row, index) => {
    const listed = headerAt >= 0 && index > headerAt && levels !== null;
    const begins =
      listed && row.cells.some((cell) => cell.column === projectColumn && cellWords(cell.text) !== '');
    if (listed && (begins || table.geometry !== 'ragged')) placeListRow(row, index, levels);
    if (begins || used.has(index)) return;
    const cells = filledCells(row);
    const numbers = cells.filter(isNumber);
    for (const cell of cells) {
      const words = cellWords(cell.text);
      if (/收入(构成|情况|来源)$/.test(words)) side = 'income';
      else if (/支出(构成|情况|明细)/.test(words)) side = 'expenditure';
    }
    if (/^(总分|综合得分|自评得分)$/.test(cells[0] ? cellWords(cells[0].text) : '')) return;
    if (numbers.length === 0) {
      const next = nextHeads(heads, cells);
      // Heads over two rows: those of the lower row stand beside what the upper one leaves uncovered.
      const lower = next !== heads && headsAt === index - 1;
      heads = lower
        ? [...heads.filter((head) => !next.some((own) => own.column === head.column)), ...next]
        : next;
      if (next.length > 0) headsAt = index;
      return;
    }
    if (listed && numbers.every((cell) => cell.column < levels)) return;
    const offset = slide(cells, heads);
    for (const cell of cells) {
      const counted = COUNTED.exec(cellWords(cell.text));
      const head = heads.find((candidate) => candidate.column === cell.column - offset);
      if (counted?.[1] === undefined || !head || !/数量/.test(head.text)) continue;
      facts.push(
        countOf(cell, index, counted[1], counted[2] ?? null, cells, projectOfRow.get(index) ?? null),
      );
    }
    for (const cell of numbers) {
      const placed = placeOf(cell, cells, heads, offset, projectOfRow.get(index) ?? null);
      if (placed === 'ignore') continue;
      if (placed === null) {
        issues.push(unplaced(cell));
        continue;
      }
      facts.push(factOf(cell, index, placed, side));
    }
  });
  return { facts, issues };

  /** The amounts to the left of the indicators, in a table of many projects or of the whole agency: each once. */
  function placeListRow(row: SourceRow, index: number, levels: number): void {
    const project = projectOfRow.get(index) ?? null;
    for (const cell of filledCells(row)) {
      if (!isNumber(cell) || cell.column >= levels) continue;
      const head = headOf(cell.column);
      if (NO_AMOUNT.test(head) || (!AMOUNT_HEAD.test(head) && !/支出|收入|预算/.test(head))) {
        if (!/^\d{3,}$/.test(cellWords(cell.text))) issues.push(unplaced(cell));
        continue;
      }
      const key = `${project ?? ''}|${cell.column}|${cellWords(cell.text)}`;
      if (seen.has(key)) {
        issues.push({
          code: 'repeated-cell',
          severity: 'note',
          locator: cell.locator,
          text: '换页后重复列出的金额，不再计入。',
        });
        continue;
      }
      seen.add(key);
      const own =
        project === null ||
        (context.agency !== '' && (context.agency.endsWith(project) || project.endsWith(context.agency)));
      const whole = /(资金|项目)?总额|^(年度|当年)?预算(金额|数)?$|^金额/.test(head) && !/其中/.test(head);
      const label = own ? (whole ? '合计' : head) : whole ? (project ?? '') : head;
      const code = own ? unitCode(row) : null;
      const fact = factOf(
        cell,
        index,
        { label, unitCode: code, head, project: own ? null : project },
        'expenditure',
      );
      facts.push({ ...fact, is_total: whole, unit_code: unitCode(row) });
    }
  }

  /** The lowest head over a column, around the row that heads the indicators. */
  function headOf(column: number): string {
    for (let at = headerAt + 1; at >= Math.max(0, headerAt - 2); at--) {
      const cell = table.rows[at]?.cells.find((candidate) => candidate.column === column);
      const words = cell ? cellWords(cell.text) : '';
      if (words !== '' && cell && !isNumber(cell) && (at <= headerAt || /资金|拨款|预算|支出/.test(words)))
        return words;
    }
    return '';
  }

  /** A quantity in a list of purchases: 1批. */
  function countOf(
    cell: SourceCell,
    row: number,
    printed: string,
    unitName: string | null,
    cells: readonly SourceCell[],
    project: string | null,
  ): Fact {
    const name = cells.find((other) => other.column < cell.column);
    const fact = factOf(
      cell,
      row,
      { label: name ? cellWords(name.text) : '', head: '数量', project },
      'expenditure',
    );
    const number = parseNumber(printed);
    return {
      ...fact,
      measure: 'quantity',
      unit: unitName,
      yuan: null,
      quantity: number?.value.toFixed() ?? null,
      decimals: number?.decimals ?? null,
      status: number?.value.isZero() ? 'zero' : 'reported',
      is_total: false,
    };
  }

  function factOf(cell: SourceCell, row: number, placed: Placed, flow: Fact['flow']): Fact {
    const parsed = parseCell(cell.text);
    const number = parsed.kind === 'number' ? parsed.number : null;
    const percent = number?.percent ?? false;
    const year = /^((?:19|20)\d{2})年/.exec(placed.head)?.[1];
    const money = number !== null && !percent && unit !== null;
    const overall = table.statement === 'performance-overall';
    const total = TOTAL_LABEL.test(placed.label) && !/其中|财政拨款|其他/.test(placed.label);
    return {
      fact_id: `${table.tableId}.f${row}.${cell.column}`,
      table_id: table.tableId,
      row,
      column: cell.column,
      locator: cell.locator,
      statement: table.statement,
      axis:
        placed.project !== null
          ? 'project'
          : total && (overall || placed.unitCode)
            ? placed.unitCode
              ? 'unit'
              : 'total'
            : 'item',
      code: null,
      gov_code: null,
      label: placed.label,
      unit_code: null,
      unit_name: null,
      project: placed.project,
      flow,
      measure: overall && placed.project === null ? measureOf(placed.label) : 'total',
      fund: 'all',
      item: null,
      fiscal_year: year ? Number(year) : context.fiscalYear,
      raw: cell.text.trim(),
      unit: percent ? '%' : unit,
      yuan: money ? toYuanString(number.value, unit) : null,
      quantity: number !== null && !money ? number.value.toFixed() : null,
      decimals: number?.decimals ?? null,
      status: parsed.kind === 'number' ? parsed.status : 'reported',
      level: null,
      is_total: total && !percent && (placed.head === '' || /总额|金额|预算|\d{4}年/.test(placed.head)),
      column_label: placed.head,
      basis: basisOf(placed.head),
    };
  }
}

function isNumber(cell: SourceCell): boolean {
  return parseCell(cell.text).kind === 'number';
}

const HEAD =
  /(金额|总额|预算(申报)?数$|总预算|年度预算|当年预算|小计|合计|^\d{4}年$|财政拨款|其他资金|转移支付|收支)/;
const NAMED_VALUE =
  /^(项目名称|主管部门|项目主管部门|实施单位|项目单位|预算单位|项目总预算|部门\(单位\)名称|单位名称)/;

/** A row of words that heads amounts replaces or refines the heads so far. */
function nextHeads(heads: Head[], cells: readonly SourceCell[]): Head[] {
  const words = cells
    .map((cell) => ({ column: cell.column, text: cellWords(cell.text) }))
    .filter((head) => head.text.length <= 24);
  const first = words[0]?.text ?? '';
  if (words.length >= 2 && words.some((head) => /^(分值|得分|得分率|权重)/.test(head.text))) return words;
  if (
    NAMED_VALUE.test(first) &&
    !words.slice(1).some((head) => HEAD.test(head.text) && !/[:]$/.test(head.text))
  )
    return heads;
  const own = words.filter(
    (head) =>
      AMOUNT_HEAD.test(head.text) ||
      SHARE_HEAD.test(head.text) ||
      /名称|内容|品名|数量|项目$/.test(head.text),
  );
  const amounts = words.filter(
    (head) => HEAD.test(head.text) && !/[:]$/.test(head.text) && !/^(其中|实施期)/.test(head.text),
  );
  if (amounts.length === 0 && !(words.length >= 3 && words.some((head) => /数量/.test(head.text))))
    return heads;
  if (words.length < 2 && !/^\d{4}年$/.test(words[0]?.text ?? '')) return heads;
  const refines = words.every((head) =>
    /^(总额|财政拨款|其他资金|\d{4}年|小计|合计|单位:.*)$/.test(head.text),
  );
  if (refines && heads.length > 0)
    return [...heads.filter((head) => !words.some((word) => word.column === head.column)), ...words];
  return own.length >= 2 || amounts.length >= 1 ? words : heads;
}

/**
 * How many columns a row stands to the right of its heads: a percentage stands under 占比, and a row's name under the
 * head of names; 0 where nothing tells.
 */
function slide(cells: readonly SourceCell[], heads: readonly Head[]): number {
  const share = heads.find((head) => SHARE_HEAD.test(head.text));
  const percent = cells.find((cell) => /%$/.test(cellWords(cell.text)));
  if (share && percent) return percent.column - share.column;
  const nameHead = heads.find((head) => /^(项目内容|项目名称|品名|任务名称|来源项目)$/.test(head.text));
  const names = cells.filter((cell) => !isNumber(cell) && !CAPTION_LABEL.test(cellWords(cell.text)));
  const name = names[0];
  if (!nameHead || !name || /合计/.test(cellWords(name.text))) return 0;
  return name.column - nameHead.column;
}

function placeOf(
  cell: SourceCell,
  cells: readonly SourceCell[],
  heads: readonly Head[],
  offset: number,
  project: string | null,
): Placed | 'ignore' | null {
  const left = cells
    .filter(
      (other) => other.column < cell.column && !isNumber(other) && !/^[-—/]+$/.test(cellWords(other.text)),
    )
    .map((other) => cellWords(other.text));
  const nearest = left.at(-1) ?? '';
  if (nearest.length <= 12 && NO_AMOUNT.test(nearest) && !AMOUNT_HEAD.test(nearest)) return 'ignore';
  const head = heads.find((candidate) => candidate.column === cell.column - offset);
  if (head && NO_AMOUNT.test(head.text)) return 'ignore';
  const own = nearest.replace(/[:]$/, '').replace(/^其中:?/, '');
  // 项目总预算 | 6 | 项目当年预算 | 6: the label stands directly in front.
  if (AMOUNT_HEAD.test(own) && own.length <= 20 && !CAPTION_LABEL.test(own)) {
    return { label: own.replace(/^\d[.、]/, ''), head: head?.text ?? '', project };
  }
  if (!head || !(AMOUNT_HEAD.test(head.text) || SHARE_HEAD.test(head.text))) {
    return /^\d{4}$/.test(cellWords(cell.text)) || cellWords(cell.text).length > 14 ? 'ignore' : null;
  }
  const projectHead = heads.find((candidate) => /^项目名称$/.test(candidate.text));
  const named = projectHead ? cells.find((other) => other.column === projectHead.column + offset) : undefined;
  const label = left.find((text) => !CAPTION_LABEL.test(text)) ?? left.at(-1) ?? head.text;
  const task = /^任务\d+$/.test(label) ? (left[left.indexOf(label) + 1] ?? label) : label;
  return {
    label: task.slice(0, 40).replace(/[:]$/, ''),
    head: head.text,
    project: named ? cellWords(named.text) : project,
  };
}

function measureOf(label: string): Measure {
  if (/基本支出/.test(label)) return 'basic';
  if (/人员/.test(label)) return 'personnel';
  if (/公用|运转/.test(label)) return 'public';
  return /项目|专项|特定目标/.test(label) ? 'project' : 'total';
}

function unitCode(row: SourceRow): string | null {
  const first = filledCells(row)[0];
  const words = first ? cellWords(first.text) : '';
  return /^\d{3,9}$/.test(words) ? words : null;
}

function unplaced(cell: SourceCell): Issue {
  return {
    code: 'unplaced-cell',
    severity: 'warning',
    locator: cell.locator,
    text: `绩效表中的数字“${cell.text.trim()}”没有可以对应的项目，未计入。`,
  };
}
