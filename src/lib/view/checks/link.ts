import { CHECK_STATUSES } from '../../core/model/extract.ts';
import { isForeign } from '../link/foreign.ts';
import { notice } from '../link/notices.ts';
import type { LinkNotice } from '../link/notices.ts';
import { splitQuery, withoutGluedText } from '../link/query.ts';
import { escapeText, unescapeText } from '../link/text.ts';
import { DEFAULT_FILTER, GAP_SIZES } from './filter.ts';
import type { ChecksFilter } from './filter.ts';

/** The ids that a link to the findings may use. */
export interface ChecksVocabulary {
  agencies: readonly string[];
  rules: readonly string[];
}

interface Codec<T> {
  parameter: string;
  zh: string;
  en: string;
  encode: (value: T) => string;
  /** Undefined where it can't be read. */
  decode: (text: string, vocabulary: ChecksVocabulary) => T | undefined;
}

/** Every field of the filter, in the order in which they stand in a link; a field without a codec doesn't compile. */
const CODECS: { [Field in keyof ChecksFilter]: Codec<ChecksFilter[Field]> } = {
  release: {
    ...named('d', '数据版本', 'data release'),
    encode: (value) => value ?? '',
    decode: (text) => (/^[A-Za-z0-9._-]{1,64}$/.test(text) ? text : undefined),
  },
  agency: {
    ...named('a', '机构', 'agency'),
    encode: (value) => value ?? '',
    decode: (text, { agencies }) => agencies.find((id) => id === text),
  },
  rule: {
    ...named('rule', '核对规则', 'rule'),
    encode: (value) => value ?? '',
    decode: (text, { rules }) => rules.find((id) => id === text),
  },
  statuses: {
    ...named('s', '核对结果', 'result'),
    encode: (value) => CHECK_STATUSES.filter((status) => value.includes(status)).join('~'),
    decode: (text) => {
      const asked = text.split('~');
      const known = CHECK_STATUSES.filter((status) => asked.includes(status));
      return known.length > 0 && asked.every((id) => known.some((status) => status === id))
        ? known
        : undefined;
    },
  },
  gap: {
    ...named('gap', '差额', 'size of the gap'),
    encode: (value) => value,
    decode: (text) => GAP_SIZES.find((size) => size === text),
  },
  only: {
    ...named('c', '问题', 'finding'),
    encode: (value) => (value === null ? '' : escapeText(value)),
    decode: (text) => unescapeText(text) || undefined,
  },
};
const FIELDS = Object.keys(CODECS) as (keyof ChecksFilter)[];
const SCHEMA = { parameter: 'v', value: '1' };

function named(parameter: string, zh: string, en: string): Pick<Codec<unknown>, 'parameter' | 'zh' | 'en'> {
  return { parameter, zh, en };
}

/** The filter as a query string without the `?`: only what differs from the default, ASCII without `#`, `+` or `%`. */
export function encodeChecks(filter: ChecksFilter): string {
  const parts = FIELDS.flatMap((field) => {
    const text = encodeField(field, filter);
    return text === encodeField(field, DEFAULT_FILTER) ? [] : [`${CODECS[field].parameter}=${text}`];
  });
  return [`${SCHEMA.parameter}=${SCHEMA.value}`, ...parts].join('&');
}

function encodeField<Field extends keyof ChecksFilter>(field: Field, filter: ChecksFilter): string {
  return CODECS[field].encode(filter[field]);
}

/** The filter that a query string names. Never throws: what can't be read keeps its default and gives a notice. */
export function decodeChecks(
  search: string,
  vocabulary: ChecksVocabulary,
): { filter: ChecksFilter; notices: LinkNotice[] } {
  const filter: ChecksFilter = { ...DEFAULT_FILTER };
  const notices: LinkNotice[] = [];
  const seen = new Set<string>();
  for (const { name, value } of splitQuery(search)) {
    const field = FIELDS.find((candidate) => CODECS[candidate].parameter === name);
    if (field === undefined) {
      if (name !== SCHEMA.parameter && !isForeign(name)) notices.push(unknown(name));
      continue;
    }
    if (seen.has(name)) {
      notices.push(repeated(field, value));
      continue;
    }
    seen.add(name);
    decodeField(field, withoutGluedText(value), vocabulary, filter, notices);
  }
  return { filter, notices };
}

function decodeField<Field extends keyof ChecksFilter>(
  field: Field,
  text: string,
  vocabulary: ChecksVocabulary,
  filter: ChecksFilter,
  notices: LinkNotice[],
): void {
  const { parameter, zh, en, decode } = CODECS[field];
  const value = decode(text, vocabulary);
  if (value !== undefined) {
    filter[field] = value;
    return;
  }
  notices.push(
    notice(
      'unknown-value',
      parameter,
      text,
      (quoted) => `链接中的${zh}${quoted}无法识别，已按默认值显示。`,
      (quoted) => `The ${en} ${quoted} in this link could not be read; the default is shown.`,
    ),
  );
}

function repeated(field: keyof ChecksFilter, raw: string): LinkNotice {
  const { parameter, zh, en } = CODECS[field];
  return notice(
    'repeated-parameter',
    parameter,
    raw,
    (quoted) => `链接中的${zh}出现了不止一次，只采用第一个，略去${quoted}。`,
    (quoted) => `The ${en} stands in this link more than once; the first counts, ${quoted} was left out.`,
  );
}

function unknown(name: string): LinkNotice {
  return notice(
    'unknown-parameter',
    name,
    name,
    (quoted) => `链接中有不认识的参数${quoted}，已忽略。`,
    (quoted) => `Parameters of this link are not known here and were ignored: ${quoted}.`,
  );
}

/** Path and query of the findings under a filter, without language prefix. */
export function checksPath(filter: Partial<ChecksFilter>): string {
  const query = encodeChecks({ ...DEFAULT_FILTER, ...filter });
  return query === encodeChecks(DEFAULT_FILTER) ? '/checks' : `/checks?${query}`;
}
