import type { Line } from './lines.ts';
import { readAgencyName } from './name.ts';
import { findRegion } from './region.ts';

/** An agency's name that a label announces: 单位名称：…, 571001…本级 under a table's title. */
export interface LabelledName {
  name: string;
  ownOffice: boolean;
  count: number;
}

const LABEL =
  /^(?:预算主管部门|主管部门|预算单位|编制单位|编制部门|填报单位|填报部门|公开单位|公开部门|部门名称|单位名称|部门\(单位\)名称|单位\(部门\)名称|部门\(单位\)|单位\(部门\)|部门\/单位|部门|单位)[::]?/;
/** Labels of this strength decide before the others: a project form's 主管部门 may be somebody else. */
const WEAK = /^主管部门/;
const CODED = /^\d{3,9}[-—]?[一-龥]/;

/** Names that labels announce, most frequent first; strong labels before weak ones. */
export function findLabelledNames(lines: readonly Line[]): LabelledName[] {
  const counts = new Map<string, LabelledName>();
  for (const line of lines) {
    const printed = labelled(line);
    if (!printed) continue;
    const read = readAgencyName(printed.text);
    if (!read) continue;
    const entry = counts.get(read.name) ?? { ...read, count: 0 };
    entry.count += printed.weight;
    entry.ownOffice = entry.ownOffice || read.ownOffice;
    counts.set(read.name, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function labelled(line: Line): { text: string; weight: number } | null {
  const label = LABEL.exec(line.text);
  if (label) {
    const strong = WEAK.test(line.text) ? 0.01 : 1;
    const rest = line.text.slice(label[0].length).replace(/(单位|金额单位)[::].*$/, '');
    // 单位 without a colon is a label only where a name stands in a cell of its own.
    if (rest && /[::]$/.test(label[0])) return { text: rest, weight: strong };
    const next = line.following[0];
    if (!rest && next && label[0].length > 3) return { text: next, weight: strong };
    return null;
  }
  if (CODED.test(line.text) && line.text.length < 40 && line.following.length === 0) {
    return { text: line.text, weight: 0.5 };
  }
  return null;
}

/**
 * The fullest printed form of a name: 江汉区医疗保障局 is 武汉市江汉区医疗保障局 where a label prints it so.
 * A name of another body that happens to end alike has an organ's name in what is put in front.
 */
export function fullestName(name: string, labels: readonly LabelledName[]): string {
  let fullest = name;
  for (const label of labels) {
    if (label.name.length <= fullest.length || !label.name.endsWith(name)) continue;
    if (/^[一-龥]{2,12}(省|市|区|县|旗|州|盟)$/.test(label.name.slice(0, -name.length))) fullest = label.name;
  }
  return fullest;
}

/** Names of agencies that fill whole cells, most frequent first: all that a file with nothing but tables has. */
export function findCellNames(lines: readonly Line[]): LabelledName[] {
  const counts = new Map<string, LabelledName>();
  for (const line of lines) {
    const read = line.text.length <= 30 ? readAgencyName(line.text) : null;
    if (!read) continue;
    const entry = counts.get(read.name);
    if (entry) entry.count++;
    else if (findRegion(read.name, '', null).code) counts.set(read.name, { ...read, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
