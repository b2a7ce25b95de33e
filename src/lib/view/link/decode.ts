import { METRIC_IDS } from '../../data/metrics/types.ts';
import { defaultState } from '../state.ts';
import type { ViewState } from '../state.ts';
import { LINK_CODECS } from './codecs.ts';
import { isForeign } from './foreign.ts';
import { LINK_SCHEMA, migrateLink } from './migrations.ts';
import type { LinkParameters } from './migrations.ts';
import { notice } from './notices.ts';
import type { LinkNotice } from './notices.ts';
import { splitQuery, withoutGluedText } from './query.ts';
import type { QueryPair } from './query.ts';
import type { LinkContext, LinkVocabulary } from './vocabulary.ts';

export interface DecodedLink {
  state: ViewState;
  /** What could not be read, for the reader; empty for a whole link. */
  notices: LinkNotice[];
}

const SCHEMA_PARAMETER = 'v';
const FIELDS = Object.keys(LINK_CODECS) as (keyof ViewState)[];
const OWN_PARAMETERS = new Set([SCHEMA_PARAMETER, ...FIELDS.map((field) => LINK_CODECS[field].parameter)]);

/**
 * The view state that a query string names. Never throws: what can't be read keeps its default and gives a
 * notice. Parameters of chat apps are ignored in silence; of a repeated parameter the first counts, because
 * chat apps append.
 */
export function decodeLink(search: string, context: LinkContext): DecodedLink {
  const notices: LinkNotice[] = [];
  const parameters = firstOfEach(splitQuery(search), notices);
  const current = migrateLink(parameters, readSchema(parameters, notices));
  const metric = METRIC_IDS.find((id) => id === current.get(LINK_CODECS.metric.parameter)) ?? context.metric;
  const state = defaultState(metric);
  const vocabulary = context.vocabulary?.(metric) ?? {};
  for (const field of FIELDS) decodeField(field, current, vocabulary, state, notices);
  const unknown = [...current.keys()].filter(
    (name) => !OWN_PARAMETERS.has(name) && !context.others?.includes(name),
  );
  if (unknown.length > 0) notices.push(unknownParameters(unknown));
  return { state, notices };
}

function decodeField<Field extends keyof ViewState>(
  field: Field,
  parameters: LinkParameters,
  vocabulary: LinkVocabulary,
  state: ViewState,
  notices: LinkNotice[],
): void {
  const codec = LINK_CODECS[field];
  const text = parameters.get(codec.parameter);
  if (text === undefined) return;
  const decoded = codec.decode(text, vocabulary);
  if (decoded.value !== undefined) state[field] = decoded.value;
  notices.push(...decoded.notices);
}

function firstOfEach(pairs: readonly QueryPair[], notices: LinkNotice[]): LinkParameters {
  const first = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { name, value } of pairs) {
    if (!OWN_PARAMETERS.has(name) && isForeign(name)) continue;
    if (first.has(name)) repeated.add(name);
    else first.set(name, name === LINK_CODECS.proof.parameter ? value : withoutGluedText(value));
  }
  for (const name of repeated) {
    if (!OWN_PARAMETERS.has(name)) continue;
    const kept = first.get(name) ?? '';
    const codec = FIELDS.map((field) => LINK_CODECS[field]).find(({ parameter }) => parameter === name);
    notices.push(
      notice(
        'repeated-parameter',
        name,
        kept,
        (quoted) => `链接中的${codec?.zh ?? '格式版本'}出现了不止一次，只采用第一个：${quoted}。`,
        (quoted) =>
          `The ${codec?.en ?? 'format number'} stands in this link more than once; the first counts: ${quoted}.`,
      ),
    );
  }
  return first;
}

function readSchema(parameters: LinkParameters, notices: LinkNotice[]): number {
  const raw = parameters.get(SCHEMA_PARAMETER);
  if (raw === undefined) return LINK_SCHEMA;
  if (!/^\d{1,4}$/.test(raw)) {
    notices.push(
      notice(
        'broken-schema',
        SCHEMA_PARAMETER,
        raw,
        (quoted) => `链接的格式版本${quoted}无法识别，已按现行格式读取。`,
        (quoted) =>
          `The format number ${quoted} of this link could not be read; it was taken for the present one.`,
      ),
    );
    return LINK_SCHEMA;
  }
  const schema = Number(raw);
  if (schema > LINK_SCHEMA) {
    notices.push(
      notice(
        'newer-link',
        SCHEMA_PARAMETER,
        raw,
        (quoted) => `这个链接由较新的版本生成（格式${quoted}），这里只显示能读出的设置。刷新页面后再试。`,
        (quoted) =>
          `This link was made by a newer version (format ${quoted}); what could be read is shown. Reload and try again.`,
      ),
    );
  }
  return schema;
}

function unknownParameters(names: readonly string[]): LinkNotice {
  return notice(
    'unknown-parameter',
    names[0] ?? '',
    names.join(', '),
    (quoted) => `链接中有不认识的参数${quoted}，已忽略。`,
    (quoted) => `Parameters of this link are not known here and were ignored: ${quoted}.`,
  );
}
