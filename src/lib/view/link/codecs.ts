import { isLocalId, parseToken } from '../../data/local/id.ts';
import { METRIC_IDS } from '../../data/metrics/types.ts';
import { parseHeadcount } from '../headcount.ts';
import { CHART_FORMS, DISPLAYS, DISPLAY_UNITS, SORTS } from '../state.ts';
import type { ViewState } from '../state.ts';
import { notice } from './notices.ts';
import type { LinkNotice } from './notices.ts';
import { escapeText, unescapeText } from './text.ts';
import type { LinkVocabulary } from './vocabulary.ts';

export interface Decoded<T> {
  /** Left out where nothing of it could be read. */
  value?: T;
  notices: LinkNotice[];
}

/** How one field of the view state stands in a link. */
export interface LinkCodec<T> {
  parameter: string;
  /** What the parameter is, for notices. */
  zh: string;
  en: string;
  /** ASCII; null where it has nothing to say. */
  encode: (value: T) => string | null;
  decode: (text: string, vocabulary: LinkVocabulary) => Decoded<T>;
}

/** Every field of the state, in the order in which they stand in a link; a field without a codec doesn't compile. */
export const LINK_CODECS: { [Field in keyof ViewState]: LinkCodec<ViewState[Field]> } = {
  release: {
    ...named('d', '数据版本', 'data release'),
    encode: (value) => value,
    decode: (text) =>
      /^[A-Za-z0-9._-]{1,64}$/.test(text) ? read(text) : unreadable('broken-text', LINK_CODECS.release, text),
  },
  metric: choice(named('m', '比较', 'comparison'), METRIC_IDS),
  agencies: ids(named('a', '机构', 'agency'), (known) => known.agencies, 'unknown-agency'),
  peers: nullable(id(named('peers', '比较范围', 'peer group'), (known) => known.peers)),
  variant: id(named('num', '口径', 'variant'), (known) => known.variants),
  denominator: id(named('den', '分母', 'denominator'), (known) => known.denominators),
  items: ids(named('item', '项目', 'item'), (known) => known.items, 'unknown-value'),
  year: year(named('y', '年度', 'year')),
  compareYear: year(named('vs', '对比年度', 'earlier year')),
  form: nullable(choice(named('chart', '图形', 'chart'), CHART_FORMS)),
  unit: choice(named('unit', '单位', 'unit'), DISPLAY_UNITS),
  sort: choice(named('sort', '排序', 'order'), SORTS),
  display: choice(named('view', '显示方式', 'display'), DISPLAYS),
  headcounts: {
    ...named('hc', '自填人数', 'headcount typed in'),
    encode: (value) =>
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([agency, count]) => `${agency}.${count}`)
        .join('~') || null,
    decode: decodeHeadcounts,
  },
  own: {
    ...named('own', '本机文件', 'local documents'),
    encode: (value) => value.join('~') || null,
    decode: decodeOwn,
  },
  proof: {
    ...named('p', '出处', 'proof'),
    encode: (value) => (value === null ? null : escapeText(value)),
    decode: (text) => {
      const value = unescapeText(text);
      return value ? read(value) : unreadable('broken-text', LINK_CODECS.proof, text);
    },
  },
};

type Named = Pick<LinkCodec<unknown>, 'parameter' | 'zh' | 'en'>;

function named(parameter: string, zh: string, en: string): Named {
  return { parameter, zh, en };
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function read<T>(value: T): Decoded<T> {
  return { value, notices: [] };
}

function unreadable<T>(code: LinkNotice['code'], { parameter, zh, en }: Named, raw: string): Decoded<T> {
  const said = notice(
    code,
    parameter,
    raw,
    (quoted) => `链接中的${zh}${quoted}无法识别，已按默认值显示。`,
    (quoted) => `The ${en} ${quoted} in this link could not be read; the default is shown.`,
  );
  return { notices: [said] };
}

function choice<T extends string>(name: Named, values: readonly T[]): LinkCodec<T> {
  return {
    ...name,
    encode: (value) => value,
    decode: (text) => {
      const value = values.find((candidate) => candidate === text);
      return value === undefined ? unreadable('unknown-value', name, text) : read(value);
    },
  };
}

type Known = (vocabulary: LinkVocabulary) => readonly string[] | undefined;

function id(name: Named, known: Known): LinkCodec<string> {
  return {
    ...name,
    encode: (value) => value || null,
    decode: (text, vocabulary) =>
      ID.test(text) && (known(vocabulary)?.includes(text) ?? true)
        ? read(text)
        : unreadable('unknown-value', name, text),
  };
}

function nullable<T extends string>(codec: LinkCodec<T>): LinkCodec<T | null> {
  return { ...codec, encode: (value) => (value === null ? null : codec.encode(value)) };
}

function ids(name: Named, known: Known, code: LinkNotice['code']): LinkCodec<string[]> {
  return {
    ...name,
    encode: (value) => value.join('~') || null,
    decode: (text, vocabulary) => {
      const allowed = known(vocabulary);
      const listed = [...new Set(text.split('~').filter((part) => part !== ''))];
      const accepted = (part: string): boolean =>
        ID.test(part) && (isLocalId(part) || (allowed?.includes(part) ?? true));
      return {
        value: listed.filter(accepted),
        notices: listed
          .filter((part) => !accepted(part))
          .map((part) =>
            notice(
              code,
              name.parameter,
              part,
              (quoted) => `链接中的${name.zh}${quoted}不在数据集中，已略去。`,
              (quoted) => `The ${name.en} ${quoted} in this link is not in the data set and was left out.`,
            ),
          ),
      };
    },
  };
}

function year(name: Named): LinkCodec<number | null> {
  return {
    ...name,
    encode: (value) => (value === null ? null : String(value)),
    decode: (text, { years }) => {
      if (!/^(19|20|21)\d\d$/.test(text)) return unreadable('broken-number', name, text);
      const value = Number(text);
      if (years?.includes(value) ?? true) return read(value);
      return unreadable('unknown-value', name, text);
    },
  };
}

function decodeHeadcounts(text: string, { agencies }: LinkVocabulary): Decoded<Record<string, number>> {
  const { parameter } = LINK_CODECS.headcounts;
  const value: Record<string, number> = {};
  const notices: LinkNotice[] = [];
  for (const part of text.split('~').filter((entry) => entry !== '')) {
    const [agency = '', ...rest] = part.split('.');
    if (!ID.test(agency) || !(isLocalId(agency) || (agencies?.includes(agency) ?? true))) {
      const said = (quoted: string): string => `链接为${quoted}填写了人数，但数据集中没有这个机构，已略去。`;
      const inEnglish = (quoted: string): string =>
        `This link gives a headcount for ${quoted}, which is not in the data set; it was left out.`;
      notices.push(notice('unknown-agency', parameter, agency, said, inEnglish));
      continue;
    }
    const headcount = parseHeadcount(rest.join('.'));
    if (headcount.ok) value[agency] = headcount.count;
    else {
      const { reason } = headcount;
      const said = (quoted: string): string => `链接中的自填人数${quoted}未采用：${reason.zh}。`;
      const inEnglish = (quoted: string): string =>
        `The headcount ${quoted} in this link was not used: ${reason.en}.`;
      notices.push(notice('broken-headcount', parameter, part, said, inEnglish));
    }
  }
  return { value, notices };
}

/** Tokens of local documents that a link depends on; those that are none are said. */
export function decodeOwn(text: string): Decoded<string[]> {
  const listed = [...new Set(text.split('~').filter((part) => part !== ''))];
  const broken = listed.filter((part) => parseToken(part) === null);
  return {
    value: listed.filter((part) => !broken.includes(part)),
    notices: broken.flatMap((part) => unreadable('broken-text', LINK_CODECS.own, part).notices),
  };
}
