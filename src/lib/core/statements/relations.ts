import type { AmountColumn, Column } from './column.ts';
import { isPlainAmount, ITEMS, partsOf, WIDER_TOTAL, type Item } from '../terms/index.ts';

/** total = Σ weight × part, over columns of one row. */
export interface RowRelation {
  total: number;
  parts: { column: number; weight: 1 | -1 }[];
}

/** The sums that must hold inside every row, from how the heads nest (合计 = 基本支出 + 项目支出) and from the three-public items. */
export function rowRelations(columns: readonly Column[], threePublic: boolean): RowRelation[] {
  const amounts = columns.filter(
    (column): column is AmountColumn => column.role === 'amount' && isMoney(column),
  );
  const relations = threePublic ? itemRelations(amounts) : headRelations(amounts);
  return [...relations, ...changeRelations(amounts)];
}

function isMoney(column: AmountColumn): boolean {
  return (
    !column.percent &&
    column.path.length > 0 &&
    !['quantity', 'unit-price', 'people'].includes(column.measure)
  );
}

interface Node {
  head: string;
  column: AmountColumn | null;
  children: Node[];
}

function headTree(amounts: readonly AmountColumn[]): Node {
  const root: Node = { head: '', column: null, children: [] };
  for (const column of amounts) {
    let node = root;
    for (const head of column.label.split(' / ')) {
      const last = node.children.at(-1);
      if (last && last.head === head && last.column === null) node = last;
      else {
        const next: Node = { head, column: null, children: [] };
        node.children.push(next);
        node = next;
      }
    }
    node.column = column;
  }
  return root;
}

function isSum(head: string): boolean {
  return isPlainAmount(head) || /(?:合计|总计|小计)$/.test(head);
}

/** The column that stands for a whole head: itself, or the 小计 under it. */
function standIn(node: Node): AmountColumn[] | null {
  if (node.column) return [node.column];
  const sum = node.children.find((child) => child.column !== null && isSum(child.head));
  if (sum?.column) return [sum.column];
  const all = node.children.map(standIn);
  return all.every((part) => part !== null) ? all.flatMap((part) => part ?? []) : null;
}

function headRelations(amounts: readonly AmountColumn[]): RowRelation[] {
  const relations: RowRelation[] = [];
  const visit = (node: Node): void => {
    node.children.forEach(visit);
    const at = node.children.findIndex((child) => child.column !== null && isSum(child.head));
    const sum = node.children[at];
    if (!sum?.column) return;
    const total = sum.column;
    const parts = node.children
      .filter((child, index) => index !== at && !/^其中/.test(child.head) && !isSum(child.head))
      .map(standIn);
    const columns = parts.flatMap((part) => part ?? []);
    const sameYear = columns.filter(
      (part) => part.fiscalYear === total.fiscalYear && part.measure !== 'change',
    );
    if (sameYear.length >= 2 && sameYear.length === columns.length) {
      relations.push({
        total: total.column,
        parts: sameYear.map((part) => ({ column: part.column, weight: 1 })),
      });
    }
  };
  visit(headTree(amounts));
  return relations;
}

/** Which items an item is the sum of; null is the total that takes in more than the three public expenses. */
const ITEM_SUMS: readonly (readonly [Item | null, readonly Item[]])[] = [
  ...ITEMS.map((item) => [item, partsOf(item)] as const).filter(([, parts]) => parts.length > 0),
  [null, WIDER_TOTAL],
];

export function itemRelations(amounts: readonly AmountColumn[]): RowRelation[] {
  const relations: RowRelation[] = [];
  for (const group of groupsOf(amounts)) {
    for (const [item, parts] of ITEM_SUMS) {
      const total = group.find(
        (column) => column.item === item && (item !== null || isSum(column.path.at(-1) ?? '')),
      );
      const columns = parts.map((part) => group.find((column) => column.item === part));
      if (!total || columns.some((column) => column === undefined)) continue;
      relations.push({
        total: total.column,
        parts: columns.flatMap((column) => (column ? [{ column: column.column, weight: 1 as const }] : [])),
      });
    }
  }
  return relations;
}

/** Columns of one year (or of the change) in one fund. */
function groupsOf(amounts: readonly AmountColumn[]): AmountColumn[][] {
  const groups = new Map<string, AmountColumn[]>();
  for (const column of amounts) {
    const key = `${column.fiscalYear ?? ''}|${column.measure === 'change' ? 'change' : ''}`;
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  }
  return [...groups.values()];
}

/** 增减 = 当年 − 上年, item by item, or for the two plain columns of two years. */
function changeRelations(amounts: readonly AmountColumn[]): RowRelation[] {
  const changes = amounts.filter((column) => column.measure === 'change');
  return changes.flatMap((change) => {
    const same = amounts.filter(
      (column) => column.measure === 'total' && column.item === change.item && sameTail(column, change),
    );
    const years = [...new Set(same.map((column) => column.fiscalYear))].sort((a, b) => (b ?? 0) - (a ?? 0));
    if (years.length !== 2 || same.length !== 2) return [];
    const now = same.find((column) => column.fiscalYear === years[0]);
    const before = same.find((column) => column.fiscalYear === years[1]);
    if (!now || !before) return [];
    return [
      {
        total: change.column,
        parts: [
          { column: now.column, weight: 1 as const },
          { column: before.column, weight: -1 as const },
        ],
      },
    ];
  });
}

function sameTail(column: AmountColumn, change: AmountColumn): boolean {
  if (change.item !== null) return true;
  const leaf = column.path.at(-1) ?? '';
  return leaf === change.path.at(-1) || change.path.length === 1;
}
