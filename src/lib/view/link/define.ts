import { isForeign } from './foreign.ts';
import { migrateLink } from './migrations.ts';
import type { LinkMigrations, LinkParameters } from './migrations.ts';
import { brokenSchema, newerLink, repeated, SCHEMA, unknownParameters, withoutValue } from './notices.ts';
import type { LinkNotice, ParameterName } from './notices.ts';
import { splitQuery, withoutGluedText } from './query.ts';

export interface Decoded<Value> {
  /** Left out where nothing of it could be read. */
  value?: Value;
  notices: LinkNotice[];
}

/** How one field of a page's state stands in the page's links. */
export interface LinkParameter<Value, State, Known> extends ParameterName {
  /** ASCII; null where it has nothing to say. */
  encode: (value: Value) => string | null;
  /** `known` is what the page has; `state` holds the fields that stand before this one, and the defaults that go with them. */
  decode: (text: string, known: Known, state: State) => Decoded<Value>;
  /** The text is taken with whatever the sentence around the link left on it. */
  verbatim?: boolean;
}

/** What every link carries. */
export interface LinkState {
  /** Release of the data that the link was made with, or null. */
  release: string | null;
}

/** The links of one page. */
export interface LinkDefinition<State extends LinkState, Known> {
  /** Path of the page that shows a state, without language prefix. */
  page: (state: State) => string;
  /** Every field, in the order in which they stand in a link; a field without a parameter doesn't compile. */
  parameters: { [Field in keyof State]: LinkParameter<State[Field], State, Known> };
  /** What a link without parameters shows. */
  start: (known: Known) => State;
  /** The state whose fields are the defaults beside those chosen; what equals them stays out of links. */
  defaults: (state: State) => State;
  /** Schema number that links are written with, 1 where left out. Raise it together with a migration from the number before. */
  schema?: number;
  migrations?: LinkMigrations;
}

export interface DecodedLink<State> {
  state: State;
  /** What could not be read, for the reader; empty for a whole link. */
  notices: LinkNotice[];
}

export interface Link<State extends LinkState, Known> extends Pick<
  LinkDefinition<State, Known>,
  'page' | 'start' | 'defaults'
> {
  /**
   * The state as a query string without the `?`: `v=` first, then only what differs from the defaults. ASCII without
   * `#`, `+`, `%`, `{` or `}`.
   */
  encode: (state: State) => string;
  /**
   * The state that a query string names. Never throws: what can't be read keeps its default and gives a notice.
   * Parameters of chat apps are ignored in silence; of a repeated parameter the first counts, because chat apps append.
   */
  decode: (search: string, known: Known) => DecodedLink<State>;
  /** Path and query, without language prefix; no query where all is as by default. */
  path: (state: State) => string;
}

/** The one grammar of links, for the fields of one page. */
export function defineLink<State extends LinkState, Known>(
  definition: LinkDefinition<State, Known>,
): Link<State, Known> {
  const { parameters, page, start, defaults, schema = 1, migrations = new Map() } = definition;
  const fields = Object.keys(parameters) as (keyof State)[];
  const own = new Map<string, ParameterName & { verbatim?: boolean }>([
    [SCHEMA.parameter, SCHEMA],
    ...fields.map((field) => [parameters[field].parameter, parameters[field]] as const),
  ]);

  function differing(state: State): string[] {
    const base = defaults(state);
    return fields.flatMap((field) => {
      const { parameter, encode } = parameters[field];
      const text = encode(state[field]);
      return text === null || text === encode(base[field]) ? [] : [`${parameter}=${text}`];
    });
  }

  const encode = (state: State): string => [`${SCHEMA.parameter}=${schema}`, ...differing(state)].join('&');

  function decode(search: string, known: Known): DecodedLink<State> {
    const notices: LinkNotice[] = [];
    const given = firstOfEach(search, own, notices);
    const current = migrateLink(given, readSchema(given, schema, notices), schema, migrations);
    const read: Partial<State> = {};
    let state = start(known);
    for (const field of fields) {
      const parameter = parameters[field];
      const text = current.get(parameter.parameter);
      if (text === undefined) continue;
      const decoded =
        text === '' ? { notices: [withoutValue(parameter)] } : parameter.decode(text, known, state);
      notices.push(...decoded.notices);
      if (!('value' in decoded)) continue;
      read[field] = decoded.value;
      state = { ...defaults({ ...state, ...read }), ...read };
    }
    const unknown = [...current.keys()].filter((name) => !own.has(name));
    if (unknown.length > 0) notices.push(unknownParameters(unknown));
    return { state, notices };
  }

  return {
    page,
    start,
    defaults,
    encode,
    decode,
    path: (state) => (differing(state).length === 0 ? page(state) : `${page(state)}?${encode(state)}`),
  };
}

function firstOfEach(
  search: string,
  own: ReadonlyMap<string, ParameterName & { verbatim?: boolean }>,
  notices: LinkNotice[],
): LinkParameters {
  const first = new Map<string, string>();
  const again = new Set<string>();
  for (const { name, value } of splitQuery(search)) {
    const parameter = own.get(name);
    if (!parameter && isForeign(name)) continue;
    if (first.has(name)) again.add(name);
    else first.set(name, parameter?.verbatim ? value : withoutGluedText(value));
  }
  for (const name of again) {
    const parameter = own.get(name);
    if (parameter) notices.push(repeated(parameter, first.get(name) ?? ''));
  }
  return first;
}

function readSchema(parameters: LinkParameters, present: number, notices: LinkNotice[]): number {
  const raw = parameters.get(SCHEMA.parameter);
  if (raw === undefined) return present;
  if (!/^\d{1,4}$/.test(raw)) {
    notices.push(brokenSchema(raw));
    return present;
  }
  const schema = Number(raw);
  if (schema > present) notices.push(newerLink(raw));
  return schema;
}
