/** What names of public bodies end in, and hardly another word does. */
const ORGANS = [
  '局',
  '厅',
  '委员会',
  '委',
  '部',
  '院',
  '办公室',
  '办事处',
  '办',
  '处',
  '署',
  '中心',
  '政府',
  '街道',
  '总队',
  '支队',
  '大队',
  '队',
  '站',
  '所',
  '馆',
  '学校',
  '党校',
  '小学',
  '中学',
  '大学',
  '高中',
  '校',
  '幼儿园',
  '林场',
  '农场',
  '监狱',
  '机关',
  '讲师团',
  '公园',
  '总工会',
  '工会',
  '红十字会',
  '联合会',
  '协会',
  '学会',
  '商会',
  '人大',
  '政协',
  '妇联',
  '团委',
  '科协',
  '残联',
  '工商联',
  '侨联',
  '文联',
] as const;

/** What names of bodies end in as well as other words (服务平台, 数据库): only where a body's name is expected. */
const OTHER_BODIES = [
  '会',
  '社',
  '库',
  '园',
  '镇',
  '乡',
  '团',
  '台',
  '报社',
  '集团',
  '公司',
  '基地',
  '苑',
  '场',
] as const;

/** The endings as an alternative to build patterns with. */
export const ORGAN = `(?:${ORGANS.join('|')})`;

const UNIT = new RegExp(`(?:${ORGAN}|本级)(?:\\(.*\\))?(?:本级|本部|机关)?$`);
const BODY = new RegExp(`(?:${ORGAN}|${OTHER_BODIES.join('|')})$`);

/** Whether a row's label is the name of a unit: 某局, 某中心(汇总), 局本级, 某局机关. Takes compact text. */
export function isUnitName(text: string): boolean {
  return UNIT.test(text);
}

/** Whether a text that should be the name of a body ends as such names do. */
export function isBodyName(text: string): boolean {
  return BODY.test(text);
}

/** What follows a body's name: the part of it that is meant, or how it is funded, in brackets. */
const SUFFIX = /(?:\([^()]*\)|本级|本部|机关)$/;

/** The name without 本级, 机关, 本部 and brackets behind it: what a department and its own office share. Takes compact text. */
export function bodyStem(text: string): string {
  return text.replace(SUFFIX, '');
}
