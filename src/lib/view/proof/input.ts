import { Decimal, yuanPerUnit } from '../../core/money/index.ts';
import { UNITS } from '../../core/model/extract.ts';
import type { Unit } from '../../core/model/extract.ts';
import type { Lang } from '../../core/model/localised.ts';
import { subjectName } from '../../core/terms/index.ts';
import type { ProofClaim, ProofData, ProofFact, ProofTable } from '../../data/proof.ts';
import { claimMeasure, headcountName } from './names.ts';
import { sayPlace, sameRow } from './place.ts';
import type { ProofRecord } from './records.ts';
import { cellPath } from './reference.ts';
import type { ProofInput, RowCell } from './types.ts';
import { writeExact, writeUnit, writeYuan } from './money-words.ts';

type Said = Omit<ProofInput, 'ref' | 'side' | 'kind' | 'href' | 'verdict'>;

/** One input of a figure in words: printed, converted, bounded and placed. */
export function sayInput(
  found: ProofRecord,
  ref: string,
  data: ProofData,
  lang: Lang,
): Omit<ProofInput, 'side' | 'verdict'> {
  return { ref, kind: found.kind, href: cellPath(data.document.document_id, ref), ...say(found, data, lang) };
}

function say(found: ProofRecord, data: ProofData, lang: Lang): Said {
  switch (found.kind) {
    case 'fact':
      return sayFact(found.record, data, lang);
    case 'claim':
      return sayClaim(found.record, lang);
    case 'headcount': {
      const { record } = found;
      const label = headcountName(record.kind, record.category, lang);
      return {
        ...NOTHING,
        label,
        printed: record.raw,
        amount: String(record.count),
        amountText: `${writeExact(record.count)} ${lang === 'zh' ? '人' : 'people'}`,
        place: prosePlace(record.locator, label, asOf(record.as_of, lang), lang),
      };
    }
    case 'indicator': {
      const { record } = found;
      return {
        ...NOTHING,
        label: record.level3,
        printed: record.target_raw || '—',
        place: prosePlace(record.locator, record.level3, record.level2, lang),
      };
    }
    case 'table': {
      const { record } = found;
      return {
        ...NOTHING,
        label: tableName(record),
        printed: tableState(record, lang),
        place: {
          ...prosePlace(record.locator, '', '', lang),
          table: tableName(record),
          tableId: record.table_id,
        },
      };
    }
  }
}

const NOTHING = {
  conversion: null,
  interval: null,
  amount: null,
  amountText: '',
  remarks: [] as string[],
  corrected: null,
  row: [] as RowCell[],
} satisfies Partial<Said>;

function sayFact(fact: ProofFact, data: ProofData, lang: Lang): Said {
  const table = data.tables.find(({ table_id }) => table_id === fact.table_id) ?? null;
  const correction = data.corrections.find((line) => line.fact_id === fact.fact_id);
  const amount = fact.yuan_text ?? fact.quantity;
  return {
    ...money(fact, lang),
    label: fact.code ? `${fact.code} ${fact.label}` : fact.label,
    printed: printedText(fact, lang),
    amount,
    amountText: amount === null ? '' : amountText(fact, lang),
    place: {
      table: table && tableName(table),
      tableId: table?.table_id ?? null,
      row: fact.label,
      column: fact.column_label ?? '',
      locator: fact.locator,
      spoken: sayPlace(fact.locator, lang),
    },
    remarks: factRemarks(fact, data, lang),
    corrected: correction
      ? { printed: correction.printed ?? '', reason: correction.reason, date: correction.date }
      : null,
    row: rowOf(fact, data),
  };
}

function sayClaim(claim: ProofClaim, lang: Lang): Said {
  const label = subjectName(claim.subject)[lang];
  const amount = claim.yuan_text ?? (claim.measure === 'percent' ? null : claim.value);
  const unchanged = claim.direction === 'unchanged' && amount === null;
  return {
    ...money(claim, lang),
    label,
    printed: claim.raw ?? (unchanged ? (lang === 'zh' ? '持平' : 'unchanged') : '—'),
    amount: unchanged ? '0' : amount,
    amountText:
      amount === null
        ? ''
        : claim.yuan_text === null
          ? `${writeExact(amount)} ${writeUnit(claim.unit, lang)}`.trim()
          : writeYuan(claim.yuan_text, lang),
    place: prosePlace(claim.locator, label, claimMeasure(claim.measure, lang), lang),
    remarks: [],
    corrected: null,
    row: [],
  };
}

function prosePlace(locator: string, row: string, column: string, lang: Lang): ProofInput['place'] {
  return { table: null, tableId: null, row, column, locator, spoken: sayPlace(locator, lang) };
}

function asOf(date: string | null, lang: Lang): string {
  if (date === null) return '';
  return lang === 'zh' ? `截至 ${date}` : `as of ${date}`;
}

export function tableName({ number, title }: Pick<ProofTable, 'number' | 'title'>): string {
  return number ? `${number} ${title}` : title;
}

function tableState({ status, reason }: ProofTable, lang: Lang): string {
  const zh = lang === 'zh';
  const states = {
    published: zh ? '已公开' : 'published',
    'declared-empty': zh ? '声明为空表' : 'declared empty',
    'listed-only': zh ? '目录里有，正文没有' : 'listed, not printed',
  };
  const state = states[status];
  if (!reason) return state;
  return zh ? `${state}：${reason}` : `${state}: ${reason}`;
}

/** As printed, with the unit of its table. */
export function printedText(
  { raw, unit, status }: Pick<ProofFact, 'raw' | 'unit' | 'status'>,
  lang: Lang,
): string {
  if (status === 'blank' || !raw) return lang === 'zh' ? '空白' : 'blank';
  if (status === 'derived' || unit === null || raw.includes(unit)) return raw;
  return `${raw} ${writeUnit(unit, lang)}`.trim();
}

function amountText({ yuan_text, quantity, unit }: ProofFact, lang: Lang): string {
  if (yuan_text !== null) return writeYuan(yuan_text, lang);
  return `${writeExact(quantity ?? '0')} ${writeUnit(unit, lang)}`.trim();
}

type Money = Pick<ProofFact, 'unit' | 'yuan_text' | 'slack_yuan' | 'decimals'> & { status?: string };

/** 849.20 万元 × 10,000 = 8,492,000 元, and the yuan that the printed digits leave open. */
function money(
  { unit, yuan_text, slack_yuan, decimals, status }: Money,
  lang: Lang,
): Pick<Said, 'conversion' | 'interval'> {
  if (yuan_text === null || !isUnit(unit) || status === 'derived')
    return { conversion: null, interval: null };
  const factor = yuanPerUnit(unit);
  const yuan = new Decimal(yuan_text);
  const half = new Decimal(slack_yuan ?? 0);
  const printed = writeExact(yuan.div(factor), decimals ?? 0);
  return {
    conversion: factor.eq(1)
      ? null
      : `${printed} ${writeUnit(unit, lang)} × ${writeExact(factor)} = ${writeYuan(yuan, lang)}`,
    interval: half.isZero() ? null : sayRange(yuan.minus(half), yuan.plus(half), lang),
  };
}

function sayRange(low: Decimal, high: Decimal, lang: Lang): string {
  const [from, to] = [writeYuan(low, lang), writeYuan(high, lang)];
  return lang === 'zh' ? `实际在 ${from}到 ${to}之间` : `between ${from} and ${to}`;
}

function isUnit(unit: string | null): unit is Unit {
  return (UNITS as readonly (string | null)[]).includes(unit);
}

function factRemarks(fact: ProofFact, data: ProofData, lang: Lang): string[] {
  const zh = lang === 'zh';
  const remarks: string[] = [];
  if (fact.status === 'zero') remarks.push(zh ? '印的就是零。' : 'Printed as zero.');
  if (fact.status === 'blank') remarks.push(zh ? '这一格是空白。' : 'The cell is blank.');
  if (fact.status === 'dash') remarks.push(zh ? '这一格印的是横线。' : 'The cell holds a dash.');
  if (fact.status === 'derived')
    remarks.push(
      zh
        ? `没有直接印出，由正文“${fact.raw ?? ''}”推算。`
        : `Not printed; worked out from “${fact.raw ?? ''}” in the prose.`,
    );
  const moved = data.issues.some(
    ({ code, locator }) => code === 'row-moved' && locator !== null && sameRow(locator, fact.locator),
  );
  if (moved)
    remarks.push(
      zh ? '文件里这一行错了位，已按合计移回。' : 'This row slid in the file and was moved back by its sums.',
    );
  return remarks;
}

/** The figures that stand in its row, in the order of the columns. */
function rowOf(fact: ProofFact, data: ProofData): RowCell[] {
  if (fact.table_id === null || fact.row === null) return [];
  return data.facts
    .filter(
      (other) => other.table_id === fact.table_id && other.row === fact.row && other.label === fact.label,
    )
    .sort((a, b) => (a.column ?? 0) - (b.column ?? 0))
    .map((other) => ({
      ref: other.fact_id,
      label: other.column_label ?? '',
      text: other.status === 'blank' ? '' : (other.raw ?? ''),
      here: other.fact_id === fact.fact_id,
    }));
}
