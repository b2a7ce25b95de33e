import { REGIONS } from '../codes/regions.generated.ts';

interface Region {
  code: string;
  name: string;
  level: 'province' | 'prefecture' | 'county';
  from: number | null;
  to: number | null;
}

/** Direct-administered districts and counties stand under these; they are not names of places. */
const GROUPING = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
const SHORTENED = /(壮族|回族|维吾尔)?自治区$|省$|市$|地区$|盟$|(.{1,3}族)+自治州$/;

let index: Map<string, Region[]> | null = null;

function regionIndex(): Map<string, Region[]> {
  if (index) return index;
  index = new Map();
  for (const line of REGIONS.trim().split('\n')) {
    const [code, name, , level, from, to] = line.split(/[ \t]/);
    if (!code || !name || GROUPING.test(name)) continue;
    if (level !== 'province' && level !== 'prefecture' && level !== 'county') continue;
    const region: Region = {
      code,
      name,
      level,
      from: from ? Number(from) : null,
      to: to ? Number(to) : null,
    };
    add(index, name, region);
    // 内蒙古, 浙江, 武汉 stand for the full name in front of a lower one; counties are never shortened.
    if (level !== 'county') {
      const short = name.replace(SHORTENED, '');
      if (short !== name && short.length >= 2) add(index, short, region);
    }
  }
  return index;
}

function add(map: Map<string, Region[]>, key: string, region: Region): void {
  const list = map.get(key);
  if (list) list.push(region);
  else map.set(key, [region]);
}

export interface RegionAnswer {
  code: string | null;
  /** Codes that fit equally well where nothing in the document decides. */
  candidates: string[];
}

const NATIONAL = /^(国家|中央|中国|全国|国务院|最高人民|中共中央|中华)/;

/**
 * GB/T 2260 code of the place that an agency's name begins with: the longest chain of names, each within the one
 * before (宝鸡市凤翔区…). A name that several places bear is decided by the places above it that the document
 * names (`mentions`); else the code is null.
 */
export function findRegion(agency: string, mentions: string, year: number | null): RegionAnswer {
  let chains = firstRegions(agency, year);
  if (chains.length === 0) return { code: null, candidates: [] };
  for (let step = 0; step < 3; step++) {
    const deeper = chains.flatMap((chain) =>
      startingRegions(chain.rest, year)
        .filter((hit) => isWithin(hit.region, chain.region))
        .map((hit) => ({
          region: hit.region,
          length: chain.length + hit.length,
          rest: chain.rest.slice(hit.length),
        })),
    );
    if (deeper.length === 0) break;
    chains = deeper;
  }
  const longest = Math.max(...chains.map((chain) => chain.length));
  const best = unique(chains.filter((chain) => chain.length === longest).map((chain) => chain.region));
  if (best.length === 1) return { code: best[0]?.code ?? null, candidates: [] };
  const scored = best.map((region) => ({ region, score: mentionsAbove(region, mentions) }));
  const top = Math.max(...scored.map((entry) => entry.score));
  const winners = scored.filter((entry) => entry.score === top);
  const winner = winners[0];
  if (winners.length === 1 && winner && top > 0) return { code: winner.region.code, candidates: [] };
  return { code: null, candidates: best.map((region) => region.code) };
}

/**
 * The places named first: at the beginning, or, after the name of a party or a national body
 * (中共, 共青团, 国家税务总局), wherever a full name stands.
 */
function firstRegions(
  agency: string,
  year: number | null,
): { region: Region; length: number; rest: string }[] {
  for (let at = 0; at < agency.length - 1; at++) {
    const rest = agency.slice(at);
    const hits = startingRegions(rest, year).filter(
      (hit) => (at === 0 && !NATIONAL.test(agency)) || hit.region.name.length === hit.length,
    );
    if (hits.length > 0) return hits.map((hit) => ({ ...hit, rest: rest.slice(hit.length) }));
  }
  return [];
}

function startingRegions(text: string, year: number | null): { region: Region; length: number }[] {
  const map = regionIndex();
  const hits: { region: Region; length: number }[] = [];
  for (let length = 2; length <= Math.min(text.length, 15); length++) {
    const found = map.get(text.slice(0, length));
    if (!found) continue;
    for (const region of valid(found, year)) {
      const shortened = region.name.length !== length;
      // A short form counts only in front of something that goes on as a name of a place or an organ, not 吉林 in 吉林市.
      if (shortened && text.startsWith(region.name)) continue;
      hits.push({ region, length });
    }
  }
  return hits;
}

function valid(regions: readonly Region[], year: number | null): Region[] {
  if (year === null) return [...regions];
  const inForce = regions.filter(
    (region) => (region.from === null || region.from <= year) && (region.to === null || region.to >= year),
  );
  return inForce.length > 0 ? inForce : [...regions];
}

function isWithin(lower: Region, upper: Region): boolean {
  if (upper.level === 'county' || lower.code === upper.code) return false;
  return lower.code.startsWith(upper.code.slice(0, upper.level === 'province' ? 2 : 4));
}

function mentionsAbove(region: Region, text: string): number {
  let score = 0;
  for (const regions of regionIndex().values()) {
    for (const upper of regions) {
      if (upper.level !== 'county' && isWithin(region, upper)) score += occurrences(text, upper.name);
    }
  }
  return score;
}

function occurrences(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0 && count < 50; at = text.indexOf(name, at + name.length)) count++;
  return count;
}

function unique(regions: readonly Region[]): Region[] {
  return [...new Map(regions.map((region) => [region.code, region])).values()];
}
