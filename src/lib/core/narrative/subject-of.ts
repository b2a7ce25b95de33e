import {
  codeName,
  findByLabel,
  isCodeShaped,
  levelOf,
  plainLabel,
  SCHEMES,
  type LabelOptions,
  type Scheme,
} from '../codes/index.ts';
import { ORGAN, subjectNamed } from '../terms/index.ts';

/** What the surroundings of a phrase say about it. */
export interface PhraseContext {
  headings: readonly string[];
  /** Subject of the figure before, and of the whole that is being broken down. */
  current: string | null;
  parent: string | null;
  agency: string;
  /** All the words since the figure before. */
  spoken?: string;
  /** Names that the document's own tables print beside functional codes, which the national list may spell otherwise. */
  classes?: PrintedClasses;
}

/** Plain name -> the functional codes that the document prints it beside. */
export type PrintedClasses = ReadonlyMap<string, readonly string[]>;

/** The functional class of a name: as the national list has it, else as the document's tables print it. */
function functionByName(name: string, options: LabelOptions, classes?: PrintedClasses): string | null {
  const listed = findByLabel('function', name, options)?.code;
  if (listed !== undefined) return listed;
  const printed = (classes?.get(plainLabel(name)) ?? []).filter(
    (code) =>
      (options.level === undefined || levelOf(code) === options.level) &&
      (options.parent === undefined || code.startsWith(options.parent)),
  );
  return printed.length === 1 ? (printed[0] ?? null) : null;
}

const LEADING =
  /^(按(?:照)?[^,]{2,12}?(?:划分为|分为|包括)|其中|包括|分别为|分别是|具体为|具体包括|主要包括|分为|一是|二是|三是|四是|五是|用于|含|另|及|和|与|、|,|:|;|\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|[①-⑳])+/;
const SELF =
  /^(20\d{2}(?!\d)年?度?|当年|本年度?|今年|全年|我|本)?(部门|单位|局|院|办(?!公)|街道|中心|镇|乡)?(所属)?(共|共有|当年|本年|本级)?/;
const YEARS = /(20\d{2}(?!\d)年?度?|当年|本年度?(?!收入|支出|财政))/g;
const TRAILING =
  /(预算控制数|年初预算数?|预算安排数?|预算总?额|预算数|决算数|执行数|预算|决算|安排|金额|总额|数额|合计|共计|总计|小计|经费预算|科目)?(支出)?(金额|数额|总额|合计|共计|小计)?(为|是|共|约|达|计)?$/;
const GENERIC =
  /^(年初)?(财政拨款)?(年度|全年|预计|实际|计划|本次|相应)?(安排)?(支出)?(年初)?(预算|决算|执行)?(控制)?(安排|支出|总额|金额|规模|合计|共计|总计)?(数|额)?(安排)?(为|是|共|约|达)?$/;
/** 年初预算为, 支出决算为: a stage of the year of what is being spoken of. */
const STAGE_ONLY =
  /^(支出|收入)?决算数?(为|是)?$|^(全年|年初|调整)?预算数?(为|是)?$|^(全年)?(预算)?执行数?(为|是)?$/;
const QUOTES = /["“”‘’《》「」【】]/g;
const CODE_BEFORE = /(?:^|[^\d])(\d{3}|\d{5}|\d{7})[-—]([一-龥]{2})/;
/** 2080505机关事业单位…: digits that are a code because its name follows. */
const CODE_GLUED = /(?:^|[^\d.])(\d{7}|\d{5}|\d{3})([一-龥]{2})/;
const CODE_IN_BRACKETS = /\((\d{3}|\d{5}|\d{7})\)[^(\d]*$/;
const PATH = /([一-龥、()]+?)\(类\)([一-龥、()]*?)\(款\)([一-龥、()]*?)\(项\)/;
const PARTIAL_PATH = /([一-龥、()]+?)\(款\)([一-龥、()]*?)\(项\)/;
const CLASS_ONLY = /([一-龥、]{2,20})\(类\)(支出)?/;

/**
 * The subject that the words in front of a figure name, or null where they name none of their own (较上年增加, 预算数为).
 * A code decides; a path of 类, 款 and 项 next; then the vocabulary, the classifications' names, and, within a list
 * of parts, the name as it stands.
 */
export function subjectOf(phrase: string, context: PhraseContext): string | null {
  const text = phrase.replace(LEADING, '').replace(QUOTES, '');
  if (text === '') return null;
  const coded = subjectByCode(text) ?? subjectByPath(text, context.classes) ?? subjectByStep(text, context);
  if (coded) return coded;
  if (context.current !== null && STAGE_ONLY.test(text.replace(YEARS, ''))) return null;
  const spoken = phrase.replace(LEADING, '');
  const bare = bareName(text, context.agency);
  const economic = economicSection(context.headings);
  const byVocabulary = vocabularySubject(spoken, bare, context);
  const byName = classified(fullName(text, context.agency), economic, context);
  // 行政运行 or 住房保障支出 is a code; 基本支出 and 会议费 are words of their own unless codes are being listed.
  if (byName && (!byVocabulary || /^(total|income)/.test(byVocabulary))) return byName;
  if (byVocabulary) return byVocabulary;
  // 某局（本级）预算 …万元，包括: what the agency will spend.
  if (agencyBudget(text, context.agency)) return 'total-expenditure';
  if (GENERIC.test(text.replace(YEARS, '')) || GENERIC.test(bare)) return null;
  return named(bare, context);
}

function agencyBudget(text: string, agency: string): boolean {
  const at = agency === '' ? -1 : text.indexOf(agency);
  return (
    at >= 0 &&
    /^(\((局?本级|机关|汇总)\))?(部门|单位)?(年度)?(总)?预算(总额|数)?(为|共)?$/.test(
      text.slice(at + agency.length),
    )
  );
}

function subjectByCode(text: string): string | null {
  const code = CODE_IN_BRACKETS.exec(text)?.[1] ?? CODE_BEFORE.exec(text)?.[1];
  if (!code) return gluedCode(text);
  const known = SCHEMES.find((scheme) => isCodeShaped(scheme, code) && codeName(scheme, code) !== null);
  const shaped = known ?? SCHEMES.find((scheme) => isCodeShaped(scheme, code));
  return shaped ? `${shaped}:${code}` : null;
}

function gluedCode(text: string): string | null {
  const [, code = '', begins = ''] = CODE_GLUED.exec(text) ?? [];
  const scheme = SCHEMES.find((one) => isCodeShaped(one, code) && codeName(one, code)?.startsWith(begins));
  return scheme ? `${scheme}:${code}` : null;
}

function subjectByPath(text: string, classes?: PrintedClasses): string | null {
  const path = PATH.exec(text);
  if (path) {
    const [, first = '', second = '', third = ''] = path;
    const one =
      findByLabel('function', first, { level: 1 })?.code ??
      findByLabel('function', `${first}支出`, { level: 1 })?.code;
    const two = findByLabel('function', second, one ? { level: 2, parent: one } : { level: 2 })?.code;
    const three = functionByName(
      third.replace(/^归口管理的/, ''),
      two ? { level: 3, parent: two } : { level: 3, ...(one ? { parent: one } : {}) },
      classes,
    );
    return three ? `function:${three}` : `item:${third || second}`;
  }
  const partial = PARTIAL_PATH.exec(text);
  if (partial) {
    const two = findByLabel('function', partial[1] ?? '', { level: 2 })?.code;
    const three = functionByName(partial[2] ?? '', two ? { level: 3, parent: two } : { level: 3 }, classes);
    return (three ?? two) ? `function:${three ?? two}` : `item:${partial[2] ?? ''}`;
  }
  const only = CLASS_ONLY.exec(text);
  if (!only) return null;
  const name = (only[1] ?? '').replace(SELF, '');
  const code =
    findByLabel('function', name, { level: 1 })?.code ??
    findByLabel('function', `${name}支出`, { level: 1 })?.code;
  return code ? `function:${code}` : null;
}

const STEP = /^([一-龥、]{2,30})\(([款项])\)/;

/** One step of a path whose upper part stands above: 检察（款） under （一）公共安全支出（类）, 行政运行（项） below that. */
function subjectByStep(text: string, context: PhraseContext): string | null {
  const step = STEP.exec(text);
  if (!step) return null;
  const [, name = '', kind] = step;
  const level = kind === '款' ? 2 : 3;
  const above = [context.parent, context.current]
    .flatMap((subject) => (subject?.startsWith('function:') ? [subject.slice('function:'.length)] : []))
    .find((code) => code.length < (level === 2 ? 5 : 7));
  const parent = above ?? classAbove(context.headings);
  const code = functionByName(name, parent ? { level, parent } : { level }, context.classes);
  return code ? `function:${code}` : `item:${name}`;
}

function classAbove(headings: readonly string[]): string | null {
  for (const heading of [...headings].reverse()) {
    const name = /([一-龥、]{2,20})\(类\)/.exec(heading)?.[1];
    if (!name) continue;
    return (
      findByLabel('function', name, { level: 1 })?.code ??
      findByLabel('function', `${name}支出`, { level: 1 })?.code ??
      null
    );
  }
  return null;
}

function withoutSelf(text: string, agency: string): string {
  const own =
    agency && text.startsWith(agency)
      ? text.slice(agency.length).replace(/^\((局?本级|机关|汇总)\)/, '')
      : text;
  return own.replace(YEARS, '').replace(SELF, '').replace(LEADING, '');
}

/** As a classification would spell it: 卫生健康支出预算数为 -> 卫生健康支出. */
function fullName(text: string, agency: string): string {
  return withoutSelf(text, agency).replace(
    /(科目)?(预算|决算|安排|金额|总额|合计)*(数|额)?(为|是|共|约)?$/,
    '',
  );
}

function bareName(text: string, agency: string): string {
  const bare = withoutSelf(text, agency);
  const trimmed = bare.replace(TRAILING, '');
  return trimmed.length >= 2 ? trimmed : bare;
}

function vocabularySubject(text: string, bare: string, context: PhraseContext): string | null {
  const ofVehicles = withinVehicles(bare, context);
  if (ofVehicles) return ofVehicles;
  for (const candidate of [text, bare]) {
    const found = subjectNamed(candidate, (subject) => isSpokenOf(subject, context));
    if (found === null) continue;
    if (/^total-/.test(found) && isQualified(candidate, context.agency)) continue;
    return found;
  }
  if (/^(收入|支出)$/.test(bare)) return bare === '收入' ? 'total-income' : 'total-expenditure';
  return null;
}

/** Words in front of 收入 or 支出 that leave it the whole: when, at which stage of the year, of what budget. */
const OF_THE_WHOLE =
  /财政|收支|全[年口部市省区县]|年度|当年|本年|上年|预算|决算|综合|本级|总体|合计|总|共|相应|计划|安排|预计|实现|完成|批复|公开|汇总|各项|[的和与及、]|\d+年?|\([^()]*\)/g;
const BODY = new RegExp(`^[一-龥]{0,20}(?:${ORGAN}|室|会|社|机关|部门|单位|级|我|本|该|[市省区县])$`);
const MODIFIED = /增加|减少|增长|下降|压减|新增|用于|专项|转移支付/;

/** Whether other words in front of 收入 or 支出 make it a part: 专项转移支付支出, 减少部门支出. */
function isQualified(phrase: string, agency: string): boolean {
  const text = withoutSelf(phrase, agency);
  const before = text.slice(0, Math.max(0, text.search(/收入|支出/)));
  const rest = before.replace(OF_THE_WHOLE, '');
  return MODIFIED.test(before) || (rest !== '' && !BODY.test(rest));
}

/** 公务用车购置及运行费 3 万元，其中购置费 …，运行费 …: what is bought and run is vehicles. */
function withinVehicles(bare: string, { current, parent }: PhraseContext): string | null {
  if (![current, parent].some((subject) => subject?.startsWith('vehicle'))) return null;
  if (/^购置(费|经费|支出|$)/.test(bare)) return 'vehicle-purchase';
  return /^运行(维护)?(费|经费|支出|$)/.test(bare) ? 'vehicle-running' : null;
}

/** 货物, 工程 and 服务 are kinds of procurement only where procurement is spoken of. */
function isSpokenOf(subject: string, context: PhraseContext): boolean {
  if (!/^procurement-(goods|works|services)$/.test(subject)) return true;
  return (
    [context.current, context.parent].some((about) => about?.startsWith('procurement')) ||
    [...context.headings, context.spoken ?? ''].some((words) => /采购/.test(words))
  );
}

function economicSection(headings: readonly string[]): Scheme | null {
  for (const heading of [...headings].reverse()) {
    if (/政府(预算)?(支出)?经济/.test(heading)) return 'gov-economic';
    if (/经济(分类|科目)/.test(heading)) return 'dept-economic';
    if (/功能(分类|科目)/.test(heading)) return 'function';
  }
  return null;
}

const WITH_CODES_ONLY = /^(基本|项目|人员|公用|其他支出)/;

function classified(bare: string, section: Scheme | null, context: PhraseContext): string | null {
  if (bare.length < 4 || WITH_CODES_ONLY.test(bare)) return null;
  const order: Scheme[] =
    section === null
      ? ['function', 'dept-economic', 'gov-economic']
      : [section, ...SCHEMES.filter((s) => s !== section)];
  const whole = [context.parent, context.current].find((subject) => subject?.startsWith('function:'));
  for (const name of [bare, `${bare}支出`]) {
    for (const scheme of order) {
      const match = findByLabel(scheme, name, { level: 1 });
      if (match && match.match !== 'cut') return `${scheme}:${match.code}`;
    }
    if (whole) {
      const match = findByLabel('function', name, { parent: whole.slice('function:'.length) });
      if (match && match.match !== 'cut') return `function:${match.code}`;
    }
  }
  const item = findByLabel('function', bare, { level: 3 });
  return item?.match === 'exact' ? `function:${item.code}` : null;
}

const LONGEST_NAME = 40;
const NO_NAME =
  /(原因|主要|由于|较|比|增加|减少|增长|下降|完成|截至|截止|实现|确保|达到|根据|按照|执行|反映)/;

function named(bare: string, context: PhraseContext): string | null {
  const name = bare.replace(/^(用于|支付|安排|的)/, '');
  if (name.length < 2 || name.length > LONGEST_NAME || NO_NAME.test(name) || !/[一-龥]{2}/.test(name))
    return null;
  const ofProjects = [context.parent, context.current].some(
    (subject) => subject === 'project' || subject?.startsWith('project:'),
  );
  return `${ofProjects && context.parent !== null ? 'project' : 'item'}:${name}`;
}
