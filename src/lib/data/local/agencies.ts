import type { Agency, AgencyLevel } from '../answers.ts';
import type { LocalSummary } from './document.ts';

type Known = Pick<Agency, 'name_zh' | 'body' | 'level' | 'peer_group'>;

/** Peer group and body of an agency that the data set has no like of. */
const ALONE = 'local';
const PLACE = /(?!经济|高新|开发|工业)[^省市州盟区县旗]{1,10}[省市州盟区县旗]/y;

/**
 * The agencies of local documents. Each is told by its name what kind of body it is: as a published agency whose name is the
 * same without its place is (医疗保障局), in the peer group of that kind and level.
 */
export function localAgencies(documents: readonly LocalSummary[], published: readonly Known[]): Agency[] {
  const newest = new Map<string, LocalSummary>();
  for (const document of documents) {
    const known = newest.get(document.agencyId);
    if (!known || (known.fiscalYear ?? 0) < (document.fiscalYear ?? 0))
      newest.set(document.agencyId, document);
  }
  return [...newest.values()].map((document) => agencyOf(document, published));
}

function agencyOf(
  { agencyId, agency, sourceName, regionCode }: LocalSummary,
  published: readonly Known[],
): Agency {
  const name = agency === '' ? sourceName : agency;
  const level = levelOf(regionCode, name);
  const { short, body } = splitName(name);
  const alike = published.filter(({ name_zh }) => splitName(name_zh).body === body);
  const like = alike.find((other) => other.level === level) ?? alike[0];
  return {
    agency_id: agencyId,
    name_zh: name,
    short_zh: short,
    short_en: short,
    region_code: regionCode ?? '',
    body: like?.body ?? ALONE,
    level,
    peer_group: like?.peer_group ?? ALONE,
    local: true,
  };
}

/** 宝鸡市凤翔区医疗保障局 -> 凤翔区医疗保障局, without the place above its own, and 医疗保障局, the body alone. */
function splitName(name: string): { short: string; body: string } {
  let own = 0;
  let body = 0;
  for (;;) {
    PLACE.lastIndex = body;
    if (!PLACE.test(name) || name.length - PLACE.lastIndex < 3) break;
    own = body;
    body = PLACE.lastIndex;
  }
  return { short: name.slice(own), body: name.slice(body) };
}

/** The agency with names that say so wherever they stand: in charts, tables, sentences and answers of the console. */
export function markedAgency(agency: Agency): Agency {
  return {
    ...agency,
    name_zh: `${agency.name_zh}（本机）`,
    short_zh: `${agency.short_zh}（本机）`,
    short_en: `${agency.short_en} (local)`,
  };
}

function levelOf(regionCode: string | null, name: string): AgencyLevel {
  if (regionCode !== null && /^\d{6}$/.test(regionCode)) {
    if (regionCode.endsWith('0000')) return 'province';
    return regionCode.endsWith('00') ? 'prefecture' : 'county';
  }
  return /[镇乡]人民政府|街道/.test(name) ? 'township' : 'county';
}
