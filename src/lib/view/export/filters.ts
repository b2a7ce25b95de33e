import type { Lang } from '../../core/model/localised.ts';
import { agencyName } from '../comparison/marks.ts';
import type { ComparisonInput } from '../comparison/input.ts';
import { defaultPeerGroup, peerGroupName, type PeerNames } from '../comparison/peers.ts';
import { selectView } from '../comparison/selection.ts';
import { ALL_PEERS } from '../state.ts';
import type { ViewState } from '../state.ts';
import type { ExportFilter } from './types.ts';

const WORDS = {
  zh: {
    agencies: '机构',
    peers: '比较范围',
    all: '全部机构',
    variant: '计算口径',
    denominator: '分母',
    items: '分项',
    year: '年度',
    latest: '各机构最近年度',
    from: '起始年度',
    sort: '排序',
    sorts: { 'value-desc': '从高到低', 'value-asc': '从低到高', name: '按名称' },
    headcounts: '读者自填人数',
  },
  en: {
    agencies: 'agencies',
    peers: 'peer group',
    all: 'all agencies',
    variant: 'variant',
    denominator: 'denominator',
    items: 'items',
    year: 'year',
    latest: 'latest of each agency',
    from: 'from year',
    sort: 'order',
    sorts: { 'value-desc': 'highest first', 'value-asc': 'lowest first', name: 'by name' },
    headcounts: 'headcounts typed in by the reader',
  },
} as const;

/** Everything that chose what a comparison shows, defaults included, in words. */
export function viewFilters(
  state: ViewState,
  input: ComparisonInput,
  lang: Lang,
  peerNames: PeerNames = {},
): ExportFilter[] {
  const w = WORDS[lang];
  const selection = selectView(state, input);
  const list = (names: readonly string[]): string => names.join(lang === 'zh' ? '、' : ', ');
  const names = selection.agencies.map((agency) => agencyName(agency, lang));
  const typed = Object.entries(state.headcounts).map(([id, count]) => {
    const agency = input.agencies.find(({ agency_id }) => agency_id === id);
    return `${agency ? agencyName(agency, lang) : id} ${count}`;
  });
  const several = input.metric.variants.length > 1;
  return [
    { name: w.agencies, value: list(names) },
    ...(state.agencies.length === 0
      ? [peersFilter(state.peers ?? defaultPeerGroup(input.agencies), peerNames, lang)]
      : []),
    ...(several ? [{ name: w.variant, value: selection.variant.name[lang] }] : []),
    ...(selection.denominator ? [{ name: w.denominator, value: selection.denominator.name[lang] }] : []),
    ...(selection.items.length > 0
      ? [{ name: w.items, value: list(selection.items.map(({ name }) => name[lang])) }]
      : []),
    { name: w.year, value: state.year === null ? w.latest : String(state.year) },
    ...(state.compareYear === null ? [] : [{ name: w.from, value: String(state.compareYear) }]),
    { name: w.sort, value: w.sorts[state.sort] },
    ...(typed.length > 0 ? [{ name: w.headcounts, value: list(typed) }] : []),
  ];
}

/** The peer group that is shown, by its name; null and `all` are all agencies. */
export function peersFilter(group: string | null, peerNames: PeerNames, lang: Lang): ExportFilter {
  const w = WORDS[lang];
  const all = group === null || group === ALL_PEERS;
  return { name: w.peers, value: all ? w.all : peerGroupName(group, peerNames, lang) };
}
