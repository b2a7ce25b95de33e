import type { ExportTable, TableFormat } from '$lib/view/export/index';
import type { PackedChart } from '$lib/view/export/pack';
import type { ExportFile } from '$lib/view/export/write';

export type WriteJob =
  | { kind: 'table'; table: ExportTable; format: TableFormat }
  | { kind: 'pack'; name: string; tables: ExportTable[]; charts: PackedChart[] };
export interface WriteRequest {
  id: number;
  job: WriteJob;
}
type WriteAnswer = { id: number; file: ExportFile } | { id: number; error: string };

let worker: Worker | undefined;
let count = 0;

/** Writes a file away from the page's own thread. Rejects where it could not be written. */
export function writeFile(job: WriteJob): Promise<ExportFile> {
  worker ??= new Worker(new URL('./write.worker.ts', import.meta.url), { type: 'module' });
  const writing = worker;
  const id = (count += 1);
  return new Promise((resolve, reject) => {
    const end = (): void => {
      writing.removeEventListener('message', onmessage);
      writing.removeEventListener('error', onerror);
    };
    const onmessage = ({ data }: MessageEvent<WriteAnswer>): void => {
      if (data.id !== id) return;
      end();
      if ('file' in data) resolve(data.file);
      else reject(new Error(data.error));
    };
    const onerror = (event: ErrorEvent): void => {
      end();
      worker = undefined;
      reject(new Error(event.message));
    };
    writing.addEventListener('message', onmessage);
    writing.addEventListener('error', onerror);
    writing.postMessage({ id, job } satisfies WriteRequest);
  });
}

/** Hands a file to the reader. */
export function saveFile({ name, type, bytes }: ExportFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
