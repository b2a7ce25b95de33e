import type { ExtractContext, Headcount } from '../model/index.ts';
import { CHINESE_NUMERALS, readChineseNumber } from '../text/index.ts';
import { readDate } from './dates.ts';
import type { Passage } from './passages.ts';

const STAFF = /编制|实有|在职|在编|在岗|在册|离退休|退休|离休|财政供[养给]|现有(?:干部|职工|工作人员|人员)/;
/** A kind named as the heading of what follows: 实有人数：行政12人，…. */
const HEADED = /(编制|实有|在职|在编|离退休|退休)[^,;:。]{0,6}:/;
/** 15人, 十五名, posts in 个, and a bare figure behind 人数 or 编制数. */
const COUNT = new RegExp(
  `(?:(?<![\\d.,%])(\\d{1,3}(?:,\\d{3})+|\\d{1,6})|(?<![第${CHINESE_NUMERALS}])([${CHINESE_NUMERALS}]{1,7}))` +
    '(人|名|个(?=[,。;、()]|$)|(?<=(?:人数|编制数|编制总数|人员数)(?:为|是|共|共计|:)?\\d{1,6})(?=[,。;、()]|$))(?![次均口才类以/])',
  'g',
);
/** People who are counted in these words are no staff of the establishment. */
const NOT_STAFF =
  /聘用|聘任|编外|临聘|临时|劳务|派遣|合同制|购岗|公益性|协管|遗属|学生|教师数|参保|参加|全[区市县省国]|辖区|企业|培训|会议|参会|救助|群众|人次|代表|专家|志愿|党员|户籍|人口|居民|职工医保|床位|团组|领导班子|领导成员|批次|领导职数|处级|科级|正职|副职|[局厅处科院校站队所]长|主任|书记|增加|减少|新增|招录|调入|调出/;
const ESTABLISHMENT = /(?<!预算|决算|报表)编制(?!内|范围|原则|说明|预算|单位|部门)/g;
const ON_BOARD = /(实有|在职|在编|在岗|在册|编制内|现有|财政供[养给])/g;
const RETIRED = /(离退休|退休|离休)/g;

type Kind = Headcount['kind'];
type Category = Headcount['category'];

/** Staff numbers stated in prose: 编制, 实有 or 在职, 离退休, in all and by category, with the day they hold for. */
export function readHeadcounts(passages: readonly Passage[], context: ExtractContext): Headcount[] {
  const found: Headcount[] = [];
  for (const passage of passages) {
    if (!STAFF.test(passage.text) || passage.headings.some((heading) => /名词解释|绩效/.test(heading)))
      continue;
    found.push(...passageHeadcounts(passage, context));
  }
  return deduplicate(found);
}

function passageHeadcounts(passage: Passage, context: ExtractContext): Headcount[] {
  const found: Headcount[] = [];
  let kind: Kind | null = null;
  let asOf: string | null = null;
  /** Of what the parts behind 其中 are parts. */
  let brokenDown: Kind | null = null;
  let previousEnd = 0;
  for (const match of passage.text.matchAll(COUNT)) {
    const start = match.index;
    const end = start + match[0].length;
    const lead = passage.text.slice(previousEnd, start);
    const sentence = lead.slice(lead.lastIndexOf('。') + 1);
    const broken = lead.includes('。');
    previousEnd = end;
    if (broken && !/^(其中|包括)/.test(sentence)) kind = null;
    const date = readDate(lead, context.fiscalYear);
    if (date) asOf = date;
    const clause = lastClause(sentence);
    const headed = HEADED.test(sentence);
    const stated: Kind | null = kindOf(clause) ?? (kind === null || headed ? kindOf(sentence) : null);
    const category: Category | null =
      categoryOf(clause) ?? (brokenDown === 'retired' && /^、?退休/.test(clause) ? 'other' : null);
    const count = countOf(match);
    // 编制 15 个 counts posts, and so do its parts; any other 个 counts something else.
    const posts =
      /编制(总?数|总量)?(为|是|共|共计)?$/.test(clause) || (kind === 'establishment' && category !== null);
    if (count === null || (match[3] === '个' && !posts)) continue;
    // 行政编制 26 名（含老干部服务人员编制 2 名）: a part of what stands before, and no kind of its own.
    if (/\((含|包含|其中含)[^()]*$/.test(lead) && category === null) continue;
    if (NOT_STAFF.test(clause) || (stated === null && (kind === null || category === null))) continue;
    if (/[;。]/.test(lead)) brokenDown = null;
    if (/其中|包括/.test(sentence)) brokenDown = kind ?? stated;
    // 在职人员 45 人，其中行政编制 20 人: people in posts of that kind, not posts.
    kind =
      stated === 'establishment' && category !== null && brokenDown === 'on-board'
        ? 'on-board'
        : (stated ?? kind);
    if (kind === null) continue;
    const whole = found.at(-1);
    // 实有人数 65 人，其中：在职 60 人、退休 5 人: the first figure counts the retired too.
    if (
      brokenDown === 'on-board' &&
      kind === 'on-board' &&
      category === null &&
      whole?.kind === 'on-board' &&
      whole.category === 'total' &&
      /在职|在编/.test(clause)
    )
      found.pop();
    found.push({
      locator: passage.paragraphAt(start).locator,
      as_of: asOf,
      kind,
      category: category ?? 'total',
      count,
      raw: passage.raw(start, end),
    });
  }
  return paired(found);
}

function countOf([, digits, numerals]: RegExpExecArray): number | null {
  return digits === undefined ? readChineseNumber(numerals ?? '') : Number(digits.replaceAll(',', ''));
}

/** 行政编制12名，在编在岗11人；事业编制20名，在编在岗19人: those on board are of the posts that they stand behind. */
function paired(counts: readonly Headcount[]): Headcount[] {
  const behind = (count: Headcount, at: number): Category | null => {
    const before = counts[at - 1];
    const pair = count.kind === 'on-board' && count.category === 'total' && before?.kind === 'establishment';
    return pair && before.category !== 'total' ? before.category : null;
  };
  if (counts.filter((count, at) => behind(count, at) !== null).length < 2) return [...counts];
  return counts.map((count, at) => ({ ...count, category: behind(count, at) ?? count.category }));
}

/** The words that belong to the figure: behind the last comma or bracket that is not part of a name. */
function lastClause(text: string): string {
  const clauses = text.split(/[,;:。]/).filter((clause) => /[一-龥]/.test(clause));
  const last = clauses.at(-1) ?? '';
  return last.replace(/^\(?(其中|包括)/, '');
}

/** 编制, 实有 or 离退休, whichever the words name last; null where they name none. */
export function kindOf(text: string): Kind | null {
  if (lastIndex(text, RETIRED) >= 0 && !/人员(管理|经费)/.test(text)) return 'retired';
  const establishment = lastIndex(text, ESTABLISHMENT);
  const onBoard = lastIndex(text, ON_BOARD);
  if (establishment < 0 && onBoard < 0) return null;
  return establishment > onBoard ? 'establishment' : 'on-board';
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

/** Null where the words name none: then it is a total. */
export function categoryOf(text: string): Category | null {
  if (/参照|参公/.test(text)) return 'civil-service-managed';
  if (/工勤|工人|机关后勤|其他/.test(text)) return 'other';
  if (/离休(?!休)/.test(text) && !/离退休/.test(text)) return 'other';
  if (/行政(?!事业)|公务员|政法专项|政法编制/.test(text)) return 'administrative';
  if (/事业|自收自支|差额|全额|经费自理/.test(text)) return 'institution';
  return null;
}

/** The same figure stated twice at the same place (a wrapped or repeated line) counts once. */
function deduplicate(headcounts: readonly Headcount[]): Headcount[] {
  const seen = new Map<string, Headcount>();
  for (const headcount of headcounts) {
    const key = [
      headcount.kind,
      headcount.category,
      headcount.count,
      headcount.as_of,
      headcount.locator,
    ].join('|');
    if (!seen.has(key)) seen.set(key, headcount);
  }
  return [...seen.values()];
}
