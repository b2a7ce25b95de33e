import type { Fact } from '../../model/extract.ts';
import { Decimal } from '../../money/index.ts';
import { groupBy, unitOf, type Context, type Figure } from '../judge/figures.ts';
import { nestedSums, nestList, type Nested } from '../judge/nest.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

const LISTS: readonly Fact['statement'][] = ['procurement', 'purchased-services', 'meeting-training'];

/** Lines of a purchase list add up to its total and to the unit above them. */
function listSums(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const [tableId, facts] of context.factsOf) {
    if (!LISTS.includes(facts[0]?.statement ?? 'other')) continue;
    const amounts = facts.filter((fact) => fact.measure === 'total' || fact.measure === 'unit-price');
    for (const [column, list] of groupBy(amounts, (fact) => `${fact.column}`)) {
      drafts.push(...columnSums(context, `${tableId}.c${column}`, list));
    }
  }
  return drafts;
}

function columnSums(context: Context, key: string, facts: readonly Fact[]): Draft[] {
  const total = facts.find((fact) => fact.is_total);
  const lines = facts.filter((fact) => !fact.is_total && fact.axis !== 'unit' && fact.axis !== 'total');
  if (lines.some((fact) => fact.axis === 'function')) return [];
  const figures = lines.flatMap((fact) => context.figure(fact) ?? []);
  const compared = total ? context.figure(total) : null;
  if (!compared || figures.length === 0 || total?.measure === 'unit-price') return [];
  return nestedSums(compared, nestList(compared, figures), (head, nodes) =>
    lineSum(head === compared ? key : (head.fact?.fact_id ?? key), head, nodes),
  );
}

function lineSum(subject: string, compared: Figure, nodes: readonly Nested[]): Draft {
  return {
    subject,
    compared,
    terms: nodes.map((node) => plus(node.figure)),
    wording: { kind: 'sum', parts: { zh: `所列 ${nodes.length} 行`, en: `its ${nodes.length} lines` } },
  };
}

/** 数量 × 单价 = 金额. */
function products(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const facts of context.factsOf.values()) {
    if (!LISTS.includes(facts[0]?.statement ?? 'other')) continue;
    for (const row of groupBy(facts, (fact) => `${fact.row}`).values()) {
      const draft = product(context, row);
      if (draft) drafts.push(draft);
    }
  }
  return drafts;
}

function product(context: Context, row: readonly Fact[]): Draft | null {
  const quantity = row.find((fact) => fact.measure === 'quantity' && fact.quantity !== null);
  const priceFact = row.find((fact) => fact.measure === 'unit-price');
  const amountFact = row.find((fact) => fact.measure === 'total');
  const price = priceFact ? context.figure(priceFact) : null;
  const amount = amountFact ? context.figure(amountFact) : null;
  if (
    !quantity?.quantity ||
    !price ||
    !amount ||
    amountFact?.is_total ||
    !/^\d+(\.\d+)?$/.test(quantity.quantity)
  ) {
    return null;
  }
  const count = new Decimal(quantity.quantity);
  return {
    subject: amountFact?.fact_id ?? '',
    compared: amount,
    terms: [plus(price)],
    expected: { yuan: price.yuan.times(count), slack: price.slack.times(count.abs()) },
    wording: {
      kind: 'computed',
      expected: { zh: `数量 ${quantity.raw} × 单价`, en: `quantity ${quantity.raw} × unit price is` },
    },
  };
}

/** Numbers of pieces add up to the printed number. */
function quantities(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const [tableId, facts] of context.factsOf) {
    if (!LISTS.includes(facts[0]?.statement ?? 'other')) continue;
    const counts = facts.filter(
      (fact) => fact.measure === 'quantity' && /^\d+(\.\d+)?$/.test(fact.quantity ?? ''),
    );
    for (const [column, list] of groupBy(counts, (fact) => `${fact.column}`)) {
      const total = list.find((fact) => fact.is_total);
      const lines = list.filter((fact) => !fact.is_total && fact.axis !== 'unit');
      if (!total || lines.length === 0) continue;
      const sum = lines.reduce((all, fact) => all.plus(fact.quantity ?? 0), new Decimal(0));
      const ties = sum.eq(total.quantity ?? 0);
      // More than the total: subtotals may stand among the lines, and nothing printed tells them apart.
      const more = sum.gt(total.quantity ?? 0);
      const words = ties
        ? { zh: '相符', en: 'they tie' }
        : more
          ? { zh: '其中可能有小计，无法核对', en: 'some may be subtotals, so it can’t be checked' }
          : { zh: '不相符', en: 'they differ' };
      drafts.push({
        subject: `${tableId}.c${column}`,
        compared: null,
        terms: [],
        verdict: {
          status: ties ? 'exact' : more ? 'unchecked' : 'broken',
          facts: [total, ...lines].map((fact) => fact.fact_id),
          claims: [],
        },
        wording: {
          kind: 'said',
          sentence: {
            zh: `数量合计 ${total.raw}，所列 ${lines.length} 行之和 ${sum.toFixed()}，${words.zh}。`,
            en: `The number of pieces is ${total.raw}; its ${lines.length} lines make ${sum.toFixed()}: ${words.en}.`,
          },
        },
      });
    }
  }
  return drafts;
}

/** A purchase that both lists name, by project and economic class. */
function bothLists(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const bought = lines(context, 'procurement');
  const services = lines(context, 'purchased-services');
  for (const [key, own] of services) {
    const other = bought.get(key);
    const [service, purchase] = [own[0], other?.[0]];
    if (!service || !purchase || own.length > 1 || (other?.length ?? 0) > 1) continue;
    drafts.push({
      subject: service.fact?.fact_id ?? key,
      compared: service,
      terms: [plus(purchase)],
      wording: { kind: 'same' },
    });
  }
  return drafts;
}

function lines(context: Context, statement: Fact['statement']): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const facts of context.factsOf.values()) {
    if (facts[0]?.statement !== statement) continue;
    const seen = new Set<number | null>();
    for (const fact of facts) {
      const figure = context.figure(fact);
      if (!figure || fact.measure !== 'total' || fact.is_total || fact.project === null || fact.code === null)
        continue;
      if (seen.has(fact.row)) continue;
      seen.add(fact.row);
      const key = [unitOf(fact) ?? '', fact.project, fact.code].join('|');
      found.set(key, [...(found.get(key) ?? []), figure]);
    }
  }
  return found;
}

export const PROCUREMENT_RULES: readonly CheckRule[] = [
  {
    id: 'purchase-list',
    family: 'sums',
    name: { zh: '采购、服务、会议清单之和', en: 'Lines of purchase lists' },
    meaning: {
      zh: '政府采购、购买服务、会议培训清单中，各行之和等于合计。',
      en: 'The lines of procurement, purchased services and meetings add up to their total.',
    },
    find: listSums,
  },
  {
    id: 'quantity-price',
    family: 'sums',
    name: { zh: '数量乘单价', en: 'Quantity times unit price' },
    meaning: {
      zh: '同一行的金额等于数量乘单价。',
      en: 'On each line the amount is quantity times unit price.',
    },
    find: products,
  },
  {
    id: 'quantity-total',
    family: 'sums',
    name: { zh: '数量合计', en: 'Number of pieces' },
    meaning: {
      zh: '各行数量之和等于数量合计。',
      en: 'The pieces of the lines add up to the printed number.',
    },
    find: quantities,
  },
  {
    id: 'purchase-service',
    family: 'tables',
    name: { zh: '采购表与购买服务表', en: 'Procurement against purchased services' },
    meaning: {
      zh: '同一项目、同一经济科目同时列入政府采购表和购买服务表的，两表金额一致。',
      en: 'A project’s purchase under one economic class has the same amount in both lists.',
    },
    find: bothLists,
  },
];
