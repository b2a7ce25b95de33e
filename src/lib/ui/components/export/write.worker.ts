/// <reference lib="webworker" />
import { writePack } from '$lib/view/export/pack';
import { writeTable, type ExportFile } from '$lib/view/export/write';
import type { WriteRequest } from './writer.browser';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = async ({ data: { id, job } }: MessageEvent<WriteRequest>): Promise<void> => {
  try {
    const file: ExportFile =
      job.kind === 'table'
        ? await writeTable(job.table, job.format)
        : await writePack(job.name, job.tables, job.charts);
    scope.postMessage({ id, file }, [file.bytes.buffer]);
  } catch (error) {
    scope.postMessage({ id, error: String(error) });
  }
};
