import type { Lang } from '../../core/model/localised.ts';

const KINDS: Record<string, [string, string]> = {
  establishment: ['编制人数', 'established posts'],
  'on-board': ['实有在职人数', 'staff on board'],
  retired: ['离退休人数', 'retired'],
};
const CATEGORIES: Record<string, [string, string]> = {
  total: ['合计', 'total'],
  administrative: ['行政', 'administrative'],
  'civil-service-managed': ['参照公务员法管理', 'managed as civil servants'],
  institution: ['事业', 'institution'],
  other: ['其他', 'other'],
};
const MEASURES: Record<string, [string, string]> = {
  amount: ['金额', 'amount'],
  change: ['增减', 'change'],
  percent: ['百分比', 'percentage'],
  count: ['数量', 'count'],
};

/** 实有在职人数（合计） */
export function headcountName(kind: string, category: string, lang: Lang): string {
  const [what, of] = [pick(KINDS, kind, lang), pick(CATEGORIES, category, lang)];
  return lang === 'zh' ? `${what}（${of}）` : `${what} (${of})`;
}

export function claimMeasure(measure: string, lang: Lang): string {
  return pick(MEASURES, measure, lang);
}

function pick(words: Record<string, [string, string]>, id: string, lang: Lang): string {
  return words[id]?.[lang === 'zh' ? 0 : 1] ?? id;
}
