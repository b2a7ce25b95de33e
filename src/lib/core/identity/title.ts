import type { Line } from './lines.ts';
import { readAgencyName, type AgencyName } from './name.ts';

/** What a title says: "2024年沅江市医疗保障局部门预算公开". */
export interface Title {
  text: string;
  locator: string;
  agency: AgencyName | null;
  year: number;
  stage: 'budget' | 'final-account';
  /** 部门预算, 单位预算, or a bare 预算. */
  kind: 'department' | 'unit' | null;
}

const LONGEST_TITLE = 64;
const MOST_LINES = 4;
const FRONT_LINES = 60;

const KIND =
  /^(?:[区市省县旗州本]级|直属)?(部门\(单位\)|单位\(部门\)|部门|单位)?(?:整体(?:支出)?|综合|汇总|收支|年度|财政|经费)*(预决算|预算|决算)/;
const TAIL =
  /^(?:及?(?:“?三公”?经费)?(?:公开|信息|情况|说明|报告|草案|报表|明细|预算|决算|及|文本|编制|的|表|书|部门|单位|公示|目录|绩效|目标|批复|内容|材料|稿|版|附件|\(草案\)|\(公开\)|\(汇总\)|\(本级\)))*$/;
const CONTENT_END = /^(目录|目次|第一部分|一、)/;

/** Reads one joined text as a title, or null. Takes compact text. */
export function readTitle(joined: string): Omit<Title, 'locator'> | null {
  if (joined.length > LONGEST_TITLE || /[。;,；《》?]/.test(joined)) return null;
  const text = chineseYears(joined).replace(/^(附件|附表)\d*[:：]?/, '');
  const year = /((?:19|20)\d{2})年?度?/g;
  for (let match = year.exec(text); match; match = year.exec(text)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const direct = KIND.exec(after);
    if (direct && TAIL.test(after.slice(direct[0].length))) {
      const agency = readAgencyName(before.replace(/^关于|关于$/g, ''));
      if (before === '' || agency || isRegionOnly(before)) return titleOf(text, match[1], direct, agency);
    }
    for (let cut = 3; cut < after.length; cut++) {
      const kind = KIND.exec(after.slice(cut));
      if (!kind || !TAIL.test(after.slice(cut + kind[0].length))) continue;
      // What stands in front of the year is no part of the title (a path of links), unless the name needs it.
      const behind = readAgencyName(after.slice(0, cut));
      if (behind) return titleOf(text.slice(match.index), match[1], kind, behind);
      const around = readAgencyName(before + after.slice(0, cut));
      if (around) return titleOf(text, match[1], kind, around);
    }
  }
  return null;
}

function isRegionOnly(text: string): boolean {
  return /^[一-龥]{2,12}[省市区县旗州盟]$/.test(text);
}

function titleOf(
  text: string,
  year: string | undefined,
  kind: RegExpExecArray,
  agency: AgencyName | null,
): Omit<Title, 'locator'> {
  return {
    text,
    agency,
    year: Number(year),
    stage: kind[2] === '决算' ? 'final-account' : 'budget',
    kind: kind[1] === '部门' ? 'department' : kind[1] === '单位' ? 'unit' : null,
  };
}

/**
 * All titles, best first: one with an agency's name in it before one without, the front page before the rest.
 * Titles may be broken over up to four lines.
 */
export function findTitles(lines: readonly Line[]): Title[] {
  const found: { title: Title; rank: number }[] = [];
  const front = frontLength(lines);
  for (let start = 0; start < lines.length; start++) {
    let joined = '';
    for (let count = 1; count <= MOST_LINES; count++) {
      const line = lines[start + count - 1];
      if (!line || (count > 1 && (start >= front || CONTENT_END.test(line.text)))) break;
      joined += line.text;
      if (joined.length > LONGEST_TITLE) break;
      const title = readTitle(joined);
      const first = lines[start];
      if (!title || !first) continue;
      const rank = (title.agency ? 0 : 2) + (start < front ? 0 : 1);
      const previous = found.at(-1);
      if (previous && previous.title.locator === first.locator && previous.rank <= rank) {
        // A longer join of the same lines that is still a title says more: …部门预算 + 公开说明.
        if (previous.rank === rank && title.agency?.name === previous.title.agency?.name) {
          previous.title = { ...title, locator: first.locator };
        }
        continue;
      }
      found.push({ title: { ...title, locator: first.locator }, rank });
    }
  }
  return found.sort((a, b) => a.rank - b.rank).map((entry) => entry.title);
}

function frontLength(lines: readonly Line[]): number {
  const contents = lines.slice(0, FRONT_LINES).findIndex((line) => /^目录|^目次/.test(line.text));
  return contents > 0 ? contents : Math.min(lines.length, 12);
}

const CHINESE_DIGITS: Record<string, string> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 二〇二四年 -> 2024年. */
export function chineseYears(text: string): string {
  return text.replace(/[二][〇○零][〇○零一二三四五六七八九]{2}(?=年)/g, (year) =>
    [...year].map((digit) => CHINESE_DIGITS[digit] ?? digit).join(''),
  );
}
