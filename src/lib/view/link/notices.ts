import type { Localised } from '../../core/model/localised.ts';

export type LinkNoticeCode =
  | 'unknown-agency'
  | 'unknown-value'
  | 'broken-number'
  | 'broken-headcount'
  | 'broken-text'
  | 'repeated-parameter'
  | 'unknown-parameter'
  | 'newer-link'
  | 'broken-schema';

/** What of a link could not be read; the rest is shown. */
export interface LinkNotice {
  code: LinkNoticeCode;
  /** Name in the query string. */
  parameter: string;
  /** What stood there, shortened. */
  raw: string;
  text: Localised;
}

/** A parameter of a link and what it is called in notices. */
export interface ParameterName {
  /** Name in the query string. */
  parameter: string;
  name: Localised;
}

/** Schema number of a link, on every page. */
export const SCHEMA: ParameterName = { parameter: 'v', name: { zh: '格式版本', en: 'format number' } };

const LONGEST_RAW = 40;

/** A notice whose texts are made from the raw value, quoted in each language's own way. */
export function notice(
  code: LinkNoticeCode,
  parameter: string,
  raw: string,
  zh: (quoted: string) => string,
  en: (quoted: string) => string,
): LinkNotice {
  const shown = raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw;
  return { code, parameter, raw: shown, text: { zh: zh(`“${shown}”`), en: en(`“${shown}”`) } };
}

/** A value that can't be read; the field keeps its default. */
export function unreadable(
  code: LinkNoticeCode,
  { parameter, name }: ParameterName,
  raw: string,
): LinkNotice {
  return notice(
    code,
    parameter,
    raw,
    (quoted) => `链接中的${name.zh}${quoted}无法识别，已按默认值显示。`,
    (quoted) => `The ${name.en} ${quoted} in this link could not be read; the default is shown.`,
  );
}

/** One entry of a list that names nothing here; the others count. */
export function leftOut(code: LinkNoticeCode, { parameter, name }: ParameterName, raw: string): LinkNotice {
  return notice(
    code,
    parameter,
    raw,
    (quoted) => `链接中的${name.zh}${quoted}不在数据集中，已略去。`,
    (quoted) => `The ${name.en} ${quoted} in this link is not in the data set and was left out.`,
  );
}

/** A parameter without a value, as where a link was cut. */
export function withoutValue({ parameter, name }: ParameterName): LinkNotice {
  const text = {
    zh: `链接中的${name.zh}没有值，链接可能被截断，已按默认值显示。`,
    en: `The ${name.en} in this link has no value, perhaps because the link was cut; the default is shown.`,
  };
  return { code: 'unknown-value', parameter, raw: '', text };
}

/** A parameter that stands in the link again; `kept` is the value that counts. */
export function repeated({ parameter, name }: ParameterName, kept: string): LinkNotice {
  return notice(
    'repeated-parameter',
    parameter,
    kept,
    (quoted) => `链接中的${name.zh}出现了不止一次，只采用第一个：${quoted}。`,
    (quoted) => `The ${name.en} stands in this link more than once; the first counts: ${quoted}.`,
  );
}

/** Parameters that the page has none of. */
export function unknownParameters(names: readonly string[]): LinkNotice {
  return notice(
    'unknown-parameter',
    names[0] ?? '',
    names.join(', '),
    (quoted) => `链接中有不认识的参数${quoted}，已忽略。`,
    (quoted) => `Parameters of this link are not known here and were ignored: ${quoted}.`,
  );
}

export function brokenSchema(raw: string): LinkNotice {
  return notice(
    'broken-schema',
    SCHEMA.parameter,
    raw,
    (quoted) => `链接的格式版本${quoted}无法识别，已按现行格式读取。`,
    (quoted) =>
      `The format number ${quoted} of this link could not be read; it was taken for the present one.`,
  );
}

export function newerLink(raw: string): LinkNotice {
  return notice(
    'newer-link',
    SCHEMA.parameter,
    raw,
    (quoted) => `这个链接由较新的版本生成（格式${quoted}），这里只显示能读出的设置。刷新页面后再试。`,
    (quoted) =>
      `This link was made by a newer version (format ${quoted}); what could be read is shown. Reload and try again.`,
  );
}
