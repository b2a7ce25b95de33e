import type { DocumentIdentity, Issue, SourceDocument } from '../model/index.ts';
import { compactText } from '../text/index.ts';
import { findCellNames, findLabelledNames, fullestName, type LabelledName } from './labels.ts';
import { readLines, type Line } from './lines.ts';
import { chineseBrackets } from './name.ts';
import { findRegion } from './region.ts';
import { findTitles, readTitle, type Title } from './title.ts';

export { readAgencyName } from './name.ts';
export { findRegion } from './region.ts';
export { readTitle } from './title.ts';

/**
 * Whose budget or account this is, of which year, and of what extent: from the title, from the lines that name the
 * agency (单位名称：…), and, where both are silent, from the file names. What could not be found is an issue.
 */
export function identifyDocument(
  document: SourceDocument,
  sourceNames: readonly string[],
): { identity: DocumentIdentity; issues: Issue[] } {
  const lines = readLines(document);
  const titles = findTitles(lines);
  const fromNames = sourceNames
    .map((name) => readTitle(compactText(name.replace(/\.[A-Za-z0-9]{1,5}$/, ''))))
    .filter((title) => title !== null);
  const title = titles[0] ?? null;
  const labels = findLabelledNames(lines);
  const named = chooseName(titles, labels, fromNames) ?? findCellNames(lines)[0]?.name ?? null;
  const agency = named ? fullestName(named, labels) : '';
  const fiscalYear = title?.year ?? fromNames[0]?.year ?? yearOf(lines, sourceNames);
  const mentions = lines.map((line) => line.text).join('\n');
  const region = findRegion(agency, mentions, fiscalYear);
  const stage = title?.stage ?? fromNames[0]?.stage ?? stageOf(lines);
  const scope = scopeOf(titles, labels, lines);
  const issues: Issue[] = [];
  const missing = (code: string, text: string) =>
    issues.push({ code, severity: 'warning', locator: title?.locator ?? null, text });
  if (!agency) missing('no-agency', '文件里没有找到公开单位的名称。');
  if (fiscalYear === null) missing('no-fiscal-year', '文件里没有写明预算年度。');
  if (agency && region.candidates.length > 0) {
    missing('ambiguous-region', `单位名称对应几个地区，无法判断：${region.candidates.join('、')}。`);
  }
  return {
    identity: {
      title: chineseBrackets(
        title?.text ?? fromNames[0]?.text ?? composedTitle(agency, fiscalYear, stage, scope),
      ),
      agency: chineseBrackets(agency),
      regionCode: region.code,
      fiscalYear,
      stage,
      scope,
    },
    issues,
  };
}

function chooseName(
  titles: readonly Title[],
  labels: readonly LabelledName[],
  fromNames: readonly Omit<Title, 'locator'>[],
): string | null {
  const titled = titles.find((title) => title.agency)?.agency?.name;
  return titled ?? labels[0]?.name ?? fromNames.find((title) => title.agency)?.agency?.name ?? null;
}

/** 单位预算 and a name with 本级 are one unit; 部门预算 and silence are the department. */
function scopeOf(
  titles: readonly Title[],
  labels: readonly LabelledName[],
  lines: readonly Line[],
): DocumentIdentity['scope'] {
  const front = titles.filter((title) => title.agency ?? titles.length === 1);
  if (front.some((title) => title.kind === 'unit')) return 'unit';
  if (front[0]?.agency?.ownOffice) return 'unit';
  const kinds = titles.map((title) => title.kind).filter((kind) => kind !== null);
  if (kinds[0]) return kinds[0];
  const text = lines.map((line) => line.text);
  const units = text.filter((line) => line.length < 40 && /单位(综合)?(预算|决算)/.test(line)).length;
  const departments = text.filter((line) => line.length < 40 && /部门(综合)?(预算|决算)/.test(line)).length;
  if (units !== departments) return units > departments ? 'unit' : 'department';
  return labels.length > 0 && labels.every((label) => label.ownOffice) ? 'unit' : 'department';
}

function stageOf(lines: readonly Line[]): DocumentIdentity['stage'] {
  const short = lines.filter((line) => line.text.length < 40);
  const finals = short.filter((line) => /决算(总)?(表|情况)/.test(line.text)).length;
  const budgets = short.filter((line) => /预算(总)?(表|情况)/.test(line.text)).length;
  return finals > budgets ? 'final-account' : 'budget';
}

/** A year in the file's name outweighs stray years in a document that states none. */
const NAMED_YEAR = 20;

/** The year in most lines that speak of a budget or account: 预算年度：2023, 2023年部门预算. */
function yearOf(lines: readonly Line[], sourceNames: readonly string[]): number | null {
  const votes = new Map<number, number>();
  for (const name of sourceNames) {
    for (const [, year] of name.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g))
      votes.set(Number(year), NAMED_YEAR);
  }
  for (const line of lines) {
    const stated = /(?:预算|决算|会计)年度:?((?:19|20)\d{2})/.exec(line.text);
    const spoken = /((?:19|20)\d{2})年度?[^,。;]{0,30}?(?:预算|决算|绩效|支出|收入)/.exec(line.text);
    const year = Number(stated?.[1] ?? spoken?.[1]);
    if (year) votes.set(year, (votes.get(year) ?? 0) + (stated ? 5 : 1));
  }
  return [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

function composedTitle(
  agency: string,
  year: number | null,
  stage: DocumentIdentity['stage'],
  scope: DocumentIdentity['scope'],
): string {
  if (!agency) return '';
  const kind = `${scope === 'unit' ? '单位' : '部门'}${stage === 'budget' ? '预算' : '决算'}`;
  return `${agency}${year === null ? '' : `${year}年`}${kind}`;
}
