import type { SourceRow, StatementKind } from '../model/index.ts';
import { findByLabel } from '../codes/index.ts';
import {
  fundOf,
  isAppropriation,
  measureOf,
  measureSide,
  statementsTitled,
  statementTerm,
} from '../terms/index.ts';
import { compactText } from '../text/index.ts';
import { columnPath } from './header.ts';
import { cellTexts } from './rows.ts';

export interface KindInput {
  title: string;
  headerRows: readonly SourceRow[];
  bodyRows: readonly SourceRow[];
  columnCount: number;
}

export interface KindAnswer {
  kind: StatementKind;
}

/** The prescribed statement that a table is: by its title, then by its heads and codes; content wins over a wrong title. */
export function statementKind(input: KindInput): KindAnswer {
  const title = compactText(input.title);
  const content = readContent(input);
  const byTitle = kindByTitle(title, content);
  const byContent = kindByContent(content);
  if (content.performance && byTitle !== 'performance-overall' && byTitle !== 'performance-project') {
    return { kind: content.overall ? 'performance-overall' : 'performance-project' };
  }
  if (byTitle === null) return { kind: byContent ?? 'other' };
  if (byTitle === 'expenditure-summary' && content.sources >= 3 && content.uses === 0) {
    return { kind: 'income-summary' };
  }
  if (byTitle === 'income-summary' && content.uses >= 2 && content.sources <= 1) {
    return { kind: 'expenditure-summary' };
  }
  return { kind: byTitle };
}

interface Content {
  heads: string[];
  sources: number;
  uses: number;
  performance: boolean;
  overall: boolean;
  threePublic: boolean;
  twoSided: boolean;
  codes: { function: number; economic: number; unit: number };
  /** Rows that print a class's name and no code. */
  names: { function: number; economic: number };
}

function readContent(input: KindInput): Content {
  const heads: string[] = [];
  for (let column = 0; column < input.columnCount; column += 1) {
    const leaf = columnPath(input.headerRows, column).at(-1);
    if (leaf !== undefined) heads.push(leaf);
  }
  const firstTexts = [...input.headerRows, ...input.bodyRows].slice(0, 16).flatMap(cellTexts);
  const codes = { function: 0, economic: 0, unit: 0 };
  const names = { function: 0, economic: 0 };
  for (const row of input.bodyRows) {
    const name = cellTexts(row).find((text) => text !== '') ?? '';
    if (findByLabel('dept-economic', name)?.match === 'exact') names.economic += 1;
    if (findByLabel('function', name)?.match === 'exact') names.function += 1;
    for (const text of cellTexts(row).slice(0, 4)) {
      if (/^2\d{2}(?:\d{2}){0,2}(?=$|[\u4e00-\u9fff])/.test(text)) codes.function += 1;
      else if (/^[35]\d{2}(?:\d{2})?(?=$|[\u4e00-\u9fff])/.test(text)) codes.economic += 1;
      else if (/^\d{6}$/.test(text)) codes.unit += 1;
    }
  }
  const all = [...heads, ...firstTexts];
  return {
    heads,
    sources: heads.filter(isSource).length,
    uses: heads.filter(isUse).length,
    performance: all.some((text) => /^一级(?:绩效)?指标$/.test(text)),
    overall: all.some((text) =>
      /^(?:年度主要任务|部门职能概述|部门\(单位\)名称|部门总体资金情况|任务名称)$/.test(text),
    ),
    threePublic: all.some((text) => /因公出国/.test(text)) && all.some((text) => /公务接待/.test(text)),
    twoSided:
      firstTexts.some((text) => /^(?:本年)?收入$/.test(text)) &&
      firstTexts.some((text) => /^(?:本年)?支出$/.test(text)),
    codes,
    names,
  };
}

function isSource(head: string): boolean {
  return fundOf(head) !== null || isAppropriation(head);
}

function isUse(head: string): boolean {
  const measure = measureOf(head);
  return measure !== null && measureSide(measure) !== null;
}

function kindByTitle(title: string, content: Content): StatementKind | null {
  const kinds = statementsTitled(title);
  const by = isEconomic(content) ? 'economic' : 'function';
  return kinds.find((kind) => kinds.length === 1 || statementTerm(kind).by === by) ?? null;
}

function isEconomic(content: Content): boolean {
  if (content.codes.economic !== content.codes.function)
    return content.codes.economic > content.codes.function;
  if (content.names.economic !== content.names.function)
    return content.names.economic > content.names.function;
  return content.heads.some((head) => /经济/.test(head));
}

function kindByContent(content: Content): StatementKind | null {
  if (content.performance) return content.overall ? 'performance-overall' : 'performance-project';
  if (content.threePublic) return 'three-public';
  if (content.twoSided) return 'budget-summary';
  if (content.heads.some((head) => /采购(?:金额|目录|项目|品目)/.test(head))) return 'procurement';
  if (
    content.heads.some((head) => /会议|培训/.test(head)) &&
    content.heads.some((head) => /人数/.test(head))
  ) {
    return 'meeting-training';
  }
  if (content.sources >= 3 && content.uses === 0) return 'income-summary';
  if (content.uses >= 2)
    return content.codes.economic > content.codes.function ? 'basic-by-economic' : 'expenditure-summary';
  return null;
}
