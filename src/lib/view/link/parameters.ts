import { isLocalId, parseToken } from '../../data/local/id.ts';
import type { Decoded, LinkParameter } from './define.ts';
import { leftOut, unreadable } from './notices.ts';
import type { LinkNoticeCode, ParameterName } from './notices.ts';
import { escapeText, unescapeText } from './text.ts';

/** The ids that a page has, given the fields read before; undefined where any id in form will do. */
type Allowed<Known, State> = (known: Known, state: State) => readonly string[] | undefined;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function named(parameter: string, zh: string, en: string): ParameterName {
  return { parameter, name: { zh, en } };
}

export function read<Value>(value: Value): Decoded<Value> {
  return { value, notices: [] };
}

export function refused<Value>(code: LinkNoticeCode, name: ParameterName, raw: string): Decoded<Value> {
  return { notices: [unreadable(code, name, raw)] };
}

/** The entries of a list, each once. */
export function listed(text: string): string[] {
  return [...new Set(text.split('~').filter((part) => part !== ''))];
}

/** Whether an id has the form of one and is among those that the page has; local documents have ids of their own. */
export function isKnownId(id: string, allowed: readonly string[] | undefined): boolean {
  return ID.test(id) && (isLocalId(id) || (allowed?.includes(id) ?? true));
}

export function choice<Value extends string>(
  name: ParameterName,
  values: readonly Value[],
): LinkParameter<Value, unknown, unknown> {
  return {
    ...name,
    encode: (value) => value,
    decode: (text) => {
      const value = values.find((candidate) => candidate === text);
      return value === undefined ? refused('unknown-value', name, text) : read(value);
    },
  };
}

export function id<Known, State>(
  name: ParameterName,
  allowed: Allowed<Known, State>,
): LinkParameter<string, State, Known> {
  return {
    ...name,
    encode: (value) => value || null,
    decode: (text, known, state) =>
      ID.test(text) && (allowed(known, state)?.includes(text) ?? true)
        ? read(text)
        : refused('unknown-value', name, text),
  };
}

/** The same parameter for a field that may be null, which links don't say. */
export function nullable<Value, State, Known>(
  parameter: LinkParameter<Value, State, Known>,
): LinkParameter<Value | null, State, Known> {
  return { ...parameter, encode: (value) => (value === null ? null : parameter.encode(value)) };
}

export function ids<Known, State>(
  name: ParameterName,
  allowed: Allowed<Known, State>,
  code: LinkNoticeCode,
): LinkParameter<string[], State, Known> {
  return {
    ...name,
    encode: (value) => value.join('~') || null,
    decode: (text, known, state) => {
      const among = allowed(known, state);
      const [found, lost] = split(listed(text), (part) => isKnownId(part, among));
      return { value: found, notices: lost.map((part) => leftOut(code, name, part)) };
    },
  };
}

export function year<Known, State>(
  name: ParameterName,
  allowed: (known: Known, state: State) => readonly number[] | undefined,
): LinkParameter<number | null, State, Known> {
  return {
    ...name,
    encode: (value) => (value === null ? null : String(value)),
    decode: (text, known, state) => {
      if (!/^(19|20|21)\d\d$/.test(text)) return refused('broken-number', name, text);
      const value = Number(text);
      const isKnown = allowed(known, state)?.includes(value) ?? true;
      return isKnown ? read(value) : refused('unknown-value', name, text);
    },
  };
}

/** Any text, escaped. */
export function text(name: ParameterName): LinkParameter<string | null, unknown, unknown> {
  return {
    ...name,
    encode: (value) => (value === null ? null : escapeText(value)),
    decode: (given) => {
      const value = unescapeText(given);
      return value ? read(value) : refused('broken-text', name, given);
    },
  };
}

const RELEASE = named('d', '数据版本', 'data release');

/** The release of the data that the link was made with. */
export const release: LinkParameter<string | null, unknown, unknown> = {
  ...RELEASE,
  encode: (value) => value,
  decode: (given) =>
    /^[A-Za-z0-9._-]{1,64}$/.test(given) ? read(given) : refused('broken-text', RELEASE, given),
};

const OWN = named('own', '本机文件', 'local documents');

/** The local documents that a link depends on, each by file and figures (data/local/id.ts). */
export const own: LinkParameter<string[], unknown, unknown> = {
  ...OWN,
  encode: (value) => value.join('~') || null,
  decode: (given) => {
    const [tokens, broken] = split(listed(given), (part) => parseToken(part) !== null);
    return { value: tokens, notices: broken.map((part) => unreadable('broken-text', OWN, part)) };
  },
};

function split<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}
