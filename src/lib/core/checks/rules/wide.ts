import type { Fact } from '../../model/extract.ts';
import { groupBy, isPartOfNeighbour, type Context, type Figure } from '../judge/figures.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

/** Tables with classes across their columns: each row’s classes make its 总计, and 款 make their 类. */
function rowSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const [tableId, facts] of context.factsOf) {
    if (!facts.some((fact) => fact.column_code)) continue;
    for (const row of groupBy(
      facts,
      (fact) => `${fact.row}|${fact.measure}|${fact.fund}|${fact.fiscal_year}`,
    ).values()) {
      drafts.push(...sumsOfRow(context, tableId, row));
    }
  }
  return drafts;
}

function sumsOfRow(context: Context, tableId: string, row: readonly Fact[]): Draft[] {
  const cells = new Map<string, Figure>();
  for (const fact of row) {
    const figure = fact.column_code && !isPartOfNeighbour(fact) ? context.figure(fact) : null;
    if (figure && fact.column_code && !cells.has(fact.column_code)) cells.set(fact.column_code, figure);
  }
  if (cells.size === 0) return [];
  const total = row.find(
    (fact) => !fact.column_code && /总计|合计/.test(fact.column_label) && context.figure(fact),
  );
  const children = groupBy(cells.keys(), (code) => parentOf(code, cells) ?? '');
  const drafts: Draft[] = [];
  for (const [parent, codes] of children) {
    const compared = parent === '' ? (total ? context.figure(total) : null) : (cells.get(parent) ?? null);
    const parts = codes.flatMap((code) => cells.get(code) ?? []);
    if (!compared) continue;
    const id = compared.fact?.fact_id ?? '';
    drafts.push({
      subject: id === '' ? tableId : id,
      compared,
      terms: parts.map(plus),
      wording: {
        kind: 'sum',
        parts: { zh: `同行 ${parts.length} 个科目`, en: `the ${parts.length} classes across its row` },
      },
    });
  }
  return drafts;
}

function parentOf(code: string, cells: ReadonlyMap<string, unknown>): string | null {
  for (let length = code.length - 1; length >= 3; length--) {
    const prefix = code.slice(0, length);
    if (cells.has(prefix)) return prefix;
  }
  return null;
}

export const WIDE_RULES: readonly CheckRule[] = [
  {
    id: 'class-columns',
    family: 'sums',
    name: { zh: '横排科目之和', en: 'Classes across a row' },
    meaning: {
      zh: '经济科目横排的表中，每行各科目之和等于该行总计，款之和等于类。',
      en: 'Where classes stand across the columns, those of a row add up to its total, and groups to their class.',
    },
    find: rowSums,
  },
];
