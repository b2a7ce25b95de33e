import { compactText } from '../text/normalise.ts';
import { REGIONS } from './regions.generated.ts';

export interface Region {
  /** Six digits of GB/T 2260. */
  code: string;
  name: string;
  parent: string | null;
  level: 'province' | 'prefecture' | 'county';
  /** Years; null where it holds since or until ever. */
  validFrom: number | null;
  validTo: number | null;
}

let table: ReadonlyMap<string, Region> | null = null;

function regions(): ReadonlyMap<string, Region> {
  table ??= new Map(
    REGIONS.trim()
      .split('\n')
      .map((line) => {
        const [code = '', name = '', parent = '', level = '', from = '', to = ''] = line.split(' ');
        const region: Region = {
          code,
          name,
          parent: parent === '' ? null : parent,
          level: level === 'province' || level === 'prefecture' ? level : 'county',
          validFrom: from === '' ? null : Number(from),
          validTo: to === '' ? null : Number(to),
        };
        return [code, region] as const;
      }),
  );
  return table;
}

export function lookUpRegion(code: string): Region | null {
  return regions().get(code) ?? null;
}

/** Municipal districts stand below a made-up 市辖区 in some lists; the name says nothing about a place. */
const NO_PLACE = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

/**
 * The region that an agency's name or title begins with or names: 陕西省汉中市…, 汉中市…, 武汉市江汉区…, 江汉区….
 * The longest chain of names read from the left wins; null where nothing fits or several regions bear the name.
 */
export function findRegion(text: string, year: number | null = null): Region | null {
  const plain = compactText(text);
  const valid = [...regions().values()].filter(
    (r) =>
      !NO_PLACE.has(r.name) &&
      (year === null ||
        ((r.validFrom === null || r.validFrom <= year) && (r.validTo === null || year < r.validTo))),
  );
  let best: { region: Region; length: number }[] = [];
  let bestLength = 0;
  for (const region of valid) {
    const own = nameAt(plain, region);
    if (own === null) continue;
    const length = own;
    if (length > bestLength) {
      best = [{ region, length }];
      bestLength = length;
    } else if (length === bestLength) best.push({ region, length });
  }
  const codes = [...new Set(best.map((b) => b.region.code))];
  if (codes.length === 1) return best[0]?.region ?? null;
  return nested(best.map((b) => b.region));
}

/** How much of the beginning of `text` the region's names (own, behind its parents') account for; null where its own name is not there. */
function nameAt(text: string, region: Region): number | null {
  const chain: Region[] = [];
  for (let r: Region | null = region; r; r = r.parent === null ? null : lookUpRegion(r.parent))
    chain.unshift(r);
  let position = 0;
  for (const part of chain) {
    const isOwn = part === region;
    const names =
      isOwn || part.level !== 'province'
        ? [part.name]
        : [part.name, part.name.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '')];
    const name = names.find((n) => text.startsWith(n, position));
    if (name !== undefined) position += name.length;
    else if (isOwn) return null;
  }
  return position;
}

function nested(regions: readonly Region[]): Region | null {
  const first = regions[0];
  if (!first) return null;
  return regions.every((r) => r.code.startsWith(first.code.slice(0, 4)) && r.name === first.name)
    ? first
    : null;
}
