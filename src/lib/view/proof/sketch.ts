import type { ProofData } from '../../data/proof.ts';
import { fileOfPlace, parsePlace } from './place.ts';

/** A page of a PDF in points, with one box on it and the other figures around it. */
export interface PageSketch {
  page: number;
  width: number;
  height: number;
  box: Box;
  others: Box[];
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const A4 = { short: 595, long: 842 };

/** Where a figure stands on its page; null for places without a page. The page is taken as A4 unless figures reach beyond it. */
export function pageSketch(
  locator: string,
  { facts, tables, claims }: Pick<ProofData, 'facts' | 'tables' | 'claims'>,
): PageSketch | null {
  const place = parsePlace(locator);
  const { file } = fileOfPlace(locator);
  if (place?.kind !== 'page') return null;
  const around = [...facts, ...tables, ...claims].flatMap((record) => {
    const other = parsePlace(record.locator);
    const here = fileOfPlace(record.locator).file === file && record.locator !== locator;
    return other?.kind === 'page' && other.page === place.page && here ? [other.box] : [];
  });
  const all = [place.box, ...around];
  const [right, bottom] = [Math.max(...all.map((box) => box[2])), Math.max(...all.map((box) => box[3]))];
  const wide = right > A4.short;
  return {
    page: place.page,
    width: Math.max(right, wide ? A4.long : A4.short),
    height: Math.max(bottom, wide ? A4.short : A4.long),
    box: boxOf(place.box),
    others: around.map(boxOf),
  };
}

function boxOf([x0, y0, x1, y1]: readonly [number, number, number, number]): Box {
  return { x: x0, y: y0, width: Math.max(1, x1 - x0), height: Math.max(1, y1 - y0) };
}
