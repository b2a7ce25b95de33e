import { METRIC_IDS } from '../../../data/metrics/types.ts';
import type { MetricId } from '../../../data/metrics/types.ts';
import { parseHeadcount } from '../../headcount.ts';
import { CHART_FORMS, defaultState, DISPLAYS, DISPLAY_UNITS, SORTS } from '../../state.ts';
import type { ViewState } from '../../state.ts';
import { defineLink } from '../define.ts';
import type { Decoded, Link, LinkDefinition } from '../define.ts';
import { notice } from '../notices.ts';
import type { LinkNotice } from '../notices.ts';
import {
  choice,
  id,
  ids,
  isKnownId,
  listed,
  named,
  nullable,
  own,
  release,
  text,
  year,
} from '../parameters.ts';

/** The ids that a link to one comparison may use; what is left out is checked for form only. */
export interface ComparisonVocabulary {
  agencies?: readonly string[];
  peers?: readonly string[];
  variants?: readonly string[];
  denominators?: readonly string[];
  items?: readonly string[];
  years?: readonly number[];
}

/** What a comparison's page knows while it reads its own address. */
export interface ComparisonKnown {
  /** The comparison that the page's path stands for. */
  metric: MetricId;
  vocabulary?: (metric: MetricId) => ComparisonVocabulary;
}

type Vocabulary = <Field extends keyof ComparisonVocabulary>(
  field: Field,
) => (known: ComparisonKnown, state: ViewState) => ComparisonVocabulary[Field];

const of: Vocabulary =
  (field) =>
  ({ vocabulary }, { metric }) =>
    vocabulary?.(metric)[field];

const HEADCOUNTS = named('hc', '自填人数', 'headcount typed in');

/** What links to a comparison and embeds of it have in common. */
export const COMPARISON: LinkDefinition<ViewState, ComparisonKnown> = {
  page: ({ metric }) => `/compare/${metric}`,
  start: ({ metric }) => defaultState(metric),
  defaults: ({ metric }) => defaultState(metric),
  parameters: {
    release,
    metric: choice(named('m', '比较', 'comparison'), METRIC_IDS),
    agencies: ids(named('a', '机构', 'agency'), of('agencies'), 'unknown-agency'),
    peers: nullable(id(named('peers', '比较范围', 'peer group'), of('peers'))),
    variant: id(named('num', '口径', 'variant'), of('variants')),
    denominator: id(named('den', '分母', 'denominator'), of('denominators')),
    items: ids(named('item', '项目', 'item'), of('items'), 'unknown-value'),
    year: year(named('y', '年度', 'year'), of('years')),
    compareYear: year(named('vs', '对比年度', 'earlier year'), of('years')),
    form: nullable(choice(named('chart', '图形', 'chart'), CHART_FORMS)),
    unit: choice(named('unit', '单位', 'unit'), DISPLAY_UNITS),
    sort: choice(named('sort', '排序', 'order'), SORTS),
    display: choice(named('view', '显示方式', 'display'), DISPLAYS),
    headcounts: {
      ...HEADCOUNTS,
      encode: (value) =>
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([agency, count]) => `${agency}.${count}`)
          .join('~') || null,
      decode: (given, known, state) => decodeHeadcounts(given, of('agencies')(known, state)),
    },
    own,
    proof: text(named('p', '出处', 'proof')),
  },
};

/** Links to one comparison. The path names the metric; a link whose `m=` names another belongs to that one's page. */
export const comparisonLink: Link<ViewState, ComparisonKnown> = defineLink(COMPARISON);

function decodeHeadcounts(
  given: string,
  agencies: readonly string[] | undefined,
): Decoded<Record<string, number>> {
  const value: Record<string, number> = {};
  const notices: LinkNotice[] = [];
  for (const part of listed(given)) {
    const [agency = '', ...rest] = part.split('.');
    const headcount = parseHeadcount(rest.join('.'));
    if (!isKnownId(agency, agencies)) notices.push(nobodysHeadcount(agency));
    else if (headcount.ok) value[agency] = headcount.count;
    else {
      const { zh, en } = headcount.reason;
      notices.push(
        notice(
          'broken-headcount',
          HEADCOUNTS.parameter,
          part,
          (quoted) => `链接中的自填人数${quoted}未采用：${zh}。`,
          (quoted) => `The headcount ${quoted} in this link was not used: ${en}.`,
        ),
      );
    }
  }
  return { value, notices };
}

function nobodysHeadcount(agency: string): LinkNotice {
  return notice(
    'unknown-agency',
    HEADCOUNTS.parameter,
    agency,
    (quoted) => `链接为${quoted}填写了人数，但数据集中没有这个机构，已略去。`,
    (quoted) => `This link gives a headcount for ${quoted}, which is not in the data set; it was left out.`,
  );
}
