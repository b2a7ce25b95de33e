import type { ExportItem, TableFormat } from '$lib/view/export/index';
import type { ExportFile } from '$lib/view/export/write';
import { writeFile } from './writer.browser';

/** One file of an item: its table in a worker, its chart here, where there are fonts. */
export async function makeFile(item: ExportItem, format: TableFormat | 'svg' | 'png'): Promise<ExportFile> {
  if (format !== 'svg' && format !== 'png') return writeFile({ kind: 'table', table: item.table, format });
  const { pictureFile } = await import('./pictures.browser');
  const file = await pictureFile(item, format);
  if (!file) throw new Error(`${item.table.id} has no chart`);
  return file;
}

/** Everything of the items in one zip. */
export async function makePack(name: string, items: readonly ExportItem[]): Promise<ExportFile> {
  const drawn = items.some(({ chart }) => chart !== undefined);
  const charts = drawn ? await (await import('./pictures.browser')).packedCharts(items) : [];
  return writeFile({ kind: 'pack', name, tables: items.map(({ table }) => table), charts });
}
