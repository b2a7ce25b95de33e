import { compactText } from '../text/index.ts';

/** First and second level of the indicator taxonomy (datasets/reference/indicator-taxonomy.csv), in the forms' order. */
export const LEVELS = [
  ['成本指标', ['经济成本指标', '社会成本指标', '生态环境成本指标']],
  ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
  ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
  ['满意度指标', ['服务对象满意度指标']],
] as const;

export const COST = '成本指标';
export const OUTPUT = '产出指标';
export const SATISFACTION = '满意度指标';
export const SERVED = '服务对象满意度指标';

export type LabelKind =
  | { kind: 'level1'; name: string }
  | { kind: 'level2'; name: string; parent: string }
  /** 成本指标: first level in the newer form, second level below output in the older one. */
  | { kind: 'cost' }
  /** 满意度指标: first level, or the short form of the second. */
  | { kind: 'satisfaction' }
  /** 年度绩效指标, 长期绩效目标: a caption beside the rows. */
  | { kind: 'caption'; horizon: 'annual' | 'long-term' | null };

const FIRST = new Map<string, string>([
  ['产出指标', OUTPUT],
  ['产出', OUTPUT],
  ['单位产出', OUTPUT],
  ['部门产出', OUTPUT],
  ['产出目标', OUTPUT],
  ['项目产出', OUTPUT],
  ['产出绩效指标', OUTPUT],
  ['履职效能', OUTPUT],
  ['部门整体产出', OUTPUT],
  ['效益指标', '效益指标'],
  ['效益', '效益指标'],
  ['单位效果', '效益指标'],
  ['部门效果', '效益指标'],
  ['效果指标', '效益指标'],
  ['效果目标', '效益指标'],
  ['效果', '效益指标'],
  ['项目效益', '效益指标'],
  ['项目效果', '效益指标'],
  ['部门效益', '效益指标'],
  ['单位效益', '效益指标'],
  ['社会效应', '效益指标'],
  ['效益目标', '效益指标'],
]);
const SECOND = new Map<string, readonly [string, string]>();
for (const [parent, names] of LEVELS) {
  for (const name of names) {
    if (name === COST) continue;
    SECOND.set(name, [name, parent]);
    if (name !== SERVED) SECOND.set(name.replace(/指标$/, ''), [name, parent]);
  }
}
for (const short of [
  '服务对象',
  '服务对象满意度',
  '社会公众或服务对象满意度指标',
  '社会公众或服务对象满意度',
  '服务对象满意指标',
  '服务对象满意',
  '社会公众满意度指标',
  '社会公众满意度',
  '公众满意度指标',
  '满意度指标值',
])
  SECOND.set(short, [SERVED, SATISFACTION]);
for (const short of [
  '可持续发展指标',
  '可持续影响',
  '可持续性影响指标',
  '可持续影响力指标',
  '可持续性指标',
  '可持续效益指标',
  '可持续发展能力',
  '可持续影响效益',
  '长期影响指标',
])
  SECOND.set(short, ['可持续影响指标', '效益指标']);
for (const short of ['生态环境效益指标', '环境效益指标', '环境效益', '生态环境效益'])
  SECOND.set(short, ['生态效益指标', '效益指标']);
for (const short of ['经济成本', '经济成本指标']) SECOND.set(short, ['经济成本指标', COST]);
for (const short of ['生态成本指标', '生态成本', '环境成本指标'])
  SECOND.set(short, ['生态环境成本指标', COST]);
for (const short of ['产出数量', '数量目标']) SECOND.set(short, ['数量指标', OUTPUT]);
for (const short of ['产出质量', '质量目标']) SECOND.set(short, ['质量指标', OUTPUT]);
for (const short of ['产出时效', '时效目标', '进度指标']) SECOND.set(short, ['时效指标', OUTPUT]);

for (const short of ['经济', '社会', '生态']) SECOND.set(short, [`${short}效益指标`, '效益指标']);

const COST_WORDS = new Set(['成本指标', '成本', '产出成本', '成本目标', '预算成本指标']);
const SATISFACTION_WORDS = new Set([
  '满意度指标',
  '满意度',
  '满意度目标',
  '单位满意度',
  '部门满意度',
  '满意指标',
]);
const CAPTION =
  /^(年度|长期|当年|实施期|中长期|中期|全年|整体|项目)?(部门|单位|支出)*(整体)?(绩效|总体|总|预期)*(指标|目标)(值)?(完成情况|情况|表|设置|及指标)?\d*:?$/;
const WEIGHT = /\(?\d+(\.\d+)?分\)?$|\(\d+(\.\d+)?%?\)$/;

/** What a label cell says, or null where its text is no label of the form. Layout spaces and weights (10分) are ignored. */
export function readLabel(text: string): LabelKind | null {
  const plain = compactText(text).replace(WEIGHT, '').replace(/[:*]$/, '');
  if (plain === '' || plain.length > 20) return null;
  if (COST_WORDS.has(plain)) return { kind: 'cost' };
  if (SATISFACTION_WORDS.has(plain)) return { kind: 'satisfaction' };
  const first = FIRST.get(plain);
  if (first) return { kind: 'level1', name: first };
  const second = SECOND.get(plain);
  if (second) return { kind: 'level2', name: second[0], parent: second[1] };
  if (!CAPTION.test(plain)) return null;
  return {
    kind: 'caption',
    horizon: /长期|实施期|中期/.test(plain) ? 'long-term' : /年|绩效指标/.test(plain) ? 'annual' : null,
  };
}

const JOINED = /^(成本指标|产出指标|效益指标|满意度指标)([一-龥]{2,9}?指标)(.+)$/;

/** All three levels run together in one cell: 产出指标数量指标参保人数 -> the labels and the indicator's own name. */
export function splitJoined(text: string): { labels: LabelKind[]; name: string } | null {
  const joined = JOINED.exec(compactText(text));
  if (!joined) return null;
  const [, first = '', second = '', name = ''] = joined;
  const labels = [readLabel(first), readLabel(second)].filter((label) => label !== null);
  return labels.length === 2 ? { labels, name } : null;
}
