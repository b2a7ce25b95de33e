import { codeName, plainLabel } from '../../codes/index.ts';
import type { Fact, Item, TableRecord, Unit } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import { yuanPerUnit, type Decimal } from '../../money/index.ts';
import { FUND_TERMS, ITEM_TERMS, MEASURE_TERMS } from '../../terms/index.ts';
import { compactText, normaliseText } from '../../text/normalise.ts';
import type { Context, Figure } from './figures.ts';

export const itemWord = (item: Item): Localised => ITEM_TERMS[item].name;

/** 1234567.8 as 1,234,567.80: at least two decimals, all that there are. */
export function grouped(value: Decimal, decimals = 2): string {
  const fixed = value.toFixed(Math.max(decimals, value.decimalPlaces()));
  const [whole = '', fraction] = fixed.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

const UNIT_EN: Record<Unit, string> = {
  元: 'yuan',
  万元: '×10,000 yuan',
  亿元: '×100 million yuan',
  千元: '×1,000 yuan',
  百万元: '×1 million yuan',
};

/** An amount of yuan said in a unit. */
export function money(yuan: Decimal, unit: Unit, decimals = 2): Localised {
  const text = grouped(yuan.div(yuanPerUnit(unit)), decimals);
  return { zh: `${text} ${unit}`, en: `${text} ${UNIT_EN[unit]}` };
}

/** A figure as printed: its own unit and decimals. */
export function printed(figure: Figure): Localised {
  const text = grouped(figure.yuan.div(yuanPerUnit(figure.unit)), figure.decimals);
  return { zh: `${text} ${figure.unit}`, en: `${text} ${UNIT_EN[figure.unit]}` };
}

/** 表5 where the table has a number, else its title. */
export function tableWord(table: TableRecord | undefined): Localised {
  if (!table) return { zh: '文中', en: 'text' };
  const number = table.number === null ? null : normaliseText(table.number);
  const digits = number === null ? null : (/\d+(-\d+)?/.exec(number)?.[0] ?? null);
  if (digits !== null) return { zh: `表${digits}`, en: `table ${digits}` };
  const title = normaliseText(table.title);
  return title === '' ? { zh: '无题表', en: 'untitled table' } : { zh: `《${title}》`, en: `“${title}”` };
}

/** What row a fact stands in, as its reader would name it. */
export function rowWord(fact: Fact): string {
  if (fact.axis === 'total') return compactText(fact.label) || '合计';
  if (fact.axis === 'function' || fact.axis === 'dept-economic' || fact.axis === 'gov-economic') {
    const name = plainLabel(fact.label) || (fact.code === null ? '' : (codeName(fact.axis, fact.code) ?? ''));
    return fact.code === null ? name : `${fact.code} ${name}`.trim();
  }
  if (fact.axis === 'unit') return compactText(fact.unit_name ?? fact.label) || (fact.unit_code ?? '');
  return plainLabel(fact.label) || plainLabel(fact.project ?? '') || (fact.code ?? '');
}

/** Row, column and table of a fact: 表5“210 卫生健康支出”合计. */
export function placeOf(context: Context, fact: Fact): Localised {
  const table = tableWord(fact.table_id === null ? undefined : context.tables.get(fact.table_id));
  const row = rowWord(fact);
  const column = columnWord(fact);
  const year = fact.fiscal_year !== null && fact.fiscal_year !== context.year ? fact.fiscal_year : null;
  return {
    zh: `${table.zh}“${row.replaceAll('“', '‘').replaceAll('”', '’')}”${year === null ? '' : `${year}年`}${column.zh}`,
    en: `“${row}” ${year === null ? '' : `${year} `}${column.en} in ${table.en}`,
  };
}

function columnWord(fact: Fact): Localised {
  if (fact.item !== null) {
    const item = ITEM_TERMS[fact.item].name;
    const repeats = rowWord(fact).includes(item.zh.slice(0, 4));
    if (fact.measure === 'change') return { zh: `${repeats ? '' : item.zh}增减`, en: `${item.en}, change` };
    return repeats ? { zh: '', en: '' } : item;
  }
  if (fact.column_code) {
    const head = plainLabel(fact.column_label.split(' / ').at(-1) ?? '');
    const text = `${fact.column_code} ${head}`.trim();
    return { zh: text, en: text };
  }
  if (fact.measure !== 'total') return MEASURE_TERMS[fact.measure].name;
  if (fact.fund !== 'all' && fact.axis !== 'item' && /拨款|资金|预算|收入/.test(fact.column_label)) {
    return FUND_TERMS[fact.fund].name;
  }
  return /合计|总计|小计/.test(rowWord(fact)) || fact.axis === 'item'
    ? { zh: '', en: '' }
    : MEASURE_TERMS.total.name;
}

/** A figure in prose, by what it is about. */
export function claimPlace(subject: Localised): Localised {
  const inner = subject.zh.replaceAll('“', '‘').replaceAll('”', '’');
  return { zh: `文中“${inner}”`, en: `“${subject.en}” in the text` };
}
