import type { Unit } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import { compactText } from '../../text/normalise.ts';
import { asciiKey, type Context } from '../judge/figures.ts';
import type { CheckRule, Draft } from '../judge/rule.ts';
import { tableWord } from '../judge/words.ts';

/** Words of a table that say which year it speaks of, and where they stand. */
interface Saying {
  tableId: string;
  locator: string;
  text: string;
  kind: 'title' | 'note' | 'cell';
}

function sayings(context: Context): Saying[] {
  const all: Saying[] = [];
  const seen = new Set<string>();
  const add = (saying: Saying) => {
    const key = `${saying.tableId}|${saying.locator}|${saying.text}`;
    if (seen.has(key)) return;
    seen.add(key);
    all.push(saying);
  };
  for (const table of context.input.tables) {
    const { table_id: tableId, locator } = table;
    add({ tableId, locator, text: compactText(table.title), kind: 'title' });
  }
  for (const table of context.surroundings.tables) {
    for (const note of table.notes) {
      add({ tableId: table.tableId, locator: note.locator, text: compactText(note.text), kind: 'note' });
    }
    if (table.statement !== 'performance-project') continue;
    for (const row of table.rows) {
      for (const cell of row.cells) {
        if (cell.text.length > 0 && cell.text.length <= LONGEST_LABEL) {
          add({ tableId: table.tableId, locator: cell.locator, text: compactText(cell.text), kind: 'cell' });
        }
      }
    }
  }
  const noted = new Set(all.filter((saying) => saying.kind === 'note').map((saying) => saying.tableId));
  for (const table of context.input.tables) {
    if (table.reason === null || noted.has(table.table_id)) continue;
    add({ tableId: table.table_id, locator: table.locator, text: compactText(table.reason), kind: 'note' });
  }
  return all;
}

/** Headings of a form are short; longer cells tell its history, in which other years are at home. */
const LONGEST_LABEL = 24;
const YEAR = /(20\d{2})年/g;
const OWN_YEAR_NOTE = /(本表|本单位|本部门|我单位|我局|本局|无.*(预算|拨款|支出)|反映)/;
const OWN_YEAR_CELL = /^20\d{2}年?(度)?(预算申报项目)?(资金来源|项目支出明细|支出明细|项目预算|绩效目标)/;
const OTHER_YEAR = /(上年|上一年|结转|决算|比较|增减|截至|截止|底|末|以来|起)/;

function otherYears(context: Context): Draft[] {
  const { year } = context;
  if (year === null) return [];
  const drafts: Draft[] = [];
  for (const saying of sayings(context)) {
    if (saying.kind === 'note' && (!OWN_YEAR_NOTE.test(saying.text) || OTHER_YEAR.test(saying.text)))
      continue;
    if (saying.kind === 'cell' && !OWN_YEAR_CELL.test(saying.text)) continue;
    if (saying.kind === 'title' && /上年|决算/.test(saying.text)) continue;
    const years = [...saying.text.matchAll(YEAR)].map((match) => Number(match[1]));
    if (years.length === 0) continue;
    const odd = years.every((each) => each !== year);
    if (!odd && saying.kind !== 'title') continue;
    drafts.push(yearDraft(context, saying, odd ? (years[0] ?? null) : null));
  }
  return [...drafts, ...endedProjects(context)];
}

function yearDraft(context: Context, saying: Saying, other: number | null): Draft {
  const table = tableWord(context.tables.get(saying.tableId));
  const where: Record<Saying['kind'], Localised> = {
    title: { zh: '标题', en: 'title' },
    note: { zh: '附注', en: 'note' },
    cell: { zh: '栏目', en: 'heading' },
  };
  const kind = where[saying.kind];
  const cause = saying.kind === 'cell' ? `year:${saying.tableId}` : `year:${saying.kind}:${other ?? ''}`;
  return verdict(
    `${saying.tableId}.${saying.kind}.${asciiKey(saying.locator)}`,
    cause,
    other === null ? 'exact' : 'broken',
    saying.locator,
    other === null
      ? {
          zh: `${table.zh}的${kind.zh}与文件同为 ${context.year} 年。`,
          en: `The ${kind.en} of ${table.en} says ${context.year}, like the document.`,
        }
      : {
          zh: `${table.zh}的${kind.zh}写的是 ${other} 年，文件为 ${context.year} 年。`,
          en: `The ${kind.en} of ${table.en} says ${other}; the document is for ${context.year}.`,
        },
  );
}

function verdict(
  subject: string,
  cause: string,
  status: 'exact' | 'broken',
  locator: string,
  sentence: Localised,
): Draft {
  return {
    subject,
    compared: null,
    terms: [],
    verdict: { status, facts: [], claims: [locator] },
    wording: { kind: 'said', sentence },
    cause: { key: cause },
  };
}

/** A project whose form says that it ended before the year it asks money for. */
function endedProjects(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const { year } = context;
  for (const table of context.surroundings.tables) {
    if (table.statement !== 'performance-project' || year === null) continue;
    for (const row of table.rows) {
      row.cells.forEach((cell, index) => {
        if (!/^(终止|结束|截止)(年度|年月|时间|日期)/.test(compactText(cell.text))) return;
        const value = row.cells[index + 1];
        const ended = /(20\d{2})/.exec(compactText(value?.text ?? ''))?.[1];
        if (!value || ended === undefined || Number(ended) >= year) return;
        const name = tableWord(context.tables.get(table.tableId));
        drafts.push(
          verdict(
            `${table.tableId}.ended.${asciiKey(value.locator)}`,
            `year:${table.tableId}`,
            'broken',
            value.locator,
            {
              zh: `${name.zh}写明项目终止于 ${ended} 年，却列在 ${year} 年预算中。`,
              en: `${name.en} says that the project ended in ${ended}, yet it stands in the budget of ${year}.`,
            },
          ),
        );
      });
    }
  }
  return drafts;
}

const UNIT_LINE = /^\(?(?:金额)?单位[:：]?(亿元|万元|元)\)?$/;

/** A unit line inside a table that gives another unit than the table’s. */
function otherUnits(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const table of context.surroundings.tables) {
    if (table.unit === null) continue;
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const unit = UNIT_LINE.exec(compactText(cell.text))?.[1];
        if (unit === undefined || unit === table.unit) continue;
        drafts.push(unitDraft(context, table.tableId, cell.locator, unit, table.unit));
      }
    }
  }
  return drafts;
}

function unitDraft(context: Context, tableId: string, locator: string, unit: string, own: Unit): Draft {
  const table = tableWord(context.tables.get(tableId));
  return verdict(`${tableId}.${asciiKey(locator)}`, `unit:${tableId}`, 'broken', locator, {
    zh: `${table.zh}中印着“单位：${unit}”，而该表的单位是${own}。`,
    en: `${table.en} prints the unit ${unit} inside, while its unit is ${own}.`,
  });
}

export const FORMAL_RULES: readonly CheckRule[] = [
  {
    id: 'year-contradiction',
    family: 'statements',
    name: { zh: '年度与文件一致', en: 'Years that fit the document' },
    meaning: {
      zh: '表的标题、附注和申报表栏目所写的年度应与文件的预算年度一致；项目的终止年度不早于预算年度。',
      en: 'Titles, notes and headings of forms name the document’s year, and no project ended before it.',
    },
    find: otherYears,
  },
  {
    id: 'unit-contradiction',
    family: 'statements',
    name: { zh: '单位前后一致', en: 'Units that fit the table' },
    meaning: {
      zh: '表内印出的金额单位应与该表的单位一致。',
      en: 'A unit printed inside a table is the table’s unit.',
    },
    find: otherUnits,
  },
];
