import type { ExportItem } from '$lib/view/export/index';
import { fileName, MEDIA_TYPES } from '$lib/view/export/index';
import type { PackedChart } from '$lib/view/export/pack';
import type { ExportFile } from '$lib/view/export/write';
import { palette } from '../../charts/palette';
import { standaloneChart, type StandaloneChart } from '../../charts/standalone';
import tokens from '../../tokens.css?raw';

/** Device pixels for each CSS pixel of a PNG. */
const SCALE = 2;

/** The chart of an item as a picture in the theme of the page; null where it has none. */
export async function drawStandalone({ table, chart }: ExportItem): Promise<StandaloneChart | null> {
  if (!chart) return null;
  return standaloneChart(await chart(), table, palette(tokens, pageTheme()));
}

function pageTheme(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export async function pictureFile(item: ExportItem, ending: 'svg' | 'png'): Promise<ExportFile | null> {
  const drawn = await drawStandalone(item);
  if (!drawn) return null;
  const bytes = ending === 'svg' ? encode(drawn.svg) : await rasterise(drawn);
  return { name: fileName(item.table, ending), type: MEDIA_TYPES[ending], bytes };
}

/** The charts of a page for its packed folder, each as SVG and PNG. */
export async function packedCharts(items: readonly ExportItem[]): Promise<PackedChart[]> {
  const charts: PackedChart[] = [];
  for (const item of items) {
    const drawn = await drawStandalone(item);
    if (!drawn) continue;
    const { id } = item.table;
    charts.push({ id, ending: 'svg', bytes: encode(drawn.svg) });
    charts.push({ id, ending: 'png', bytes: await rasterise(drawn) });
  }
  return charts;
}

async function rasterise({ svg, width, height }: StandaloneChart): Promise<Uint8Array<ArrayBuffer>> {
  const address = URL.createObjectURL(new Blob([svg], { type: MEDIA_TYPES.svg }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (!blob) throw new Error('canvas gave no PNG');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
