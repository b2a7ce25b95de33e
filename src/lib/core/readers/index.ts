import type { ReadOptions, ReadResult, SourceInput } from '../model/index.ts';
import { ReadingStopped, refuse, startBudget, type Budget } from './limits.ts';
import { adviceFor } from './advice.ts';
import { sniff, type Sniffed } from './sniff.ts';

export { DEFAULT_LIMITS } from './limits.ts';
export { sniff, type Sniffed } from './sniff.ts';

/**
 * One file -> the neutral document, by what the file contains and not by its name. Never throws: a file that
 * can't be read gives a refusal that says what, where and what to do.
 */
export async function readSource(input: SourceInput, options: ReadOptions = {}): Promise<ReadResult> {
  const budget = startBudget(options);
  const { limits } = budget;
  if (input.bytes.length > limits.bytes) {
    const size = Math.ceil(input.bytes.length / 1e6);
    const most = Math.floor(limits.bytes / 1e6);
    return refuse(
      'too-large',
      `文件有 ${size} MB，超过 ${most} MB 的上限。请只保留预算部分，或另存为不含图片的文件再试。`,
      `The file has ${size} MB; the limit is ${most} MB. Keep only the budget, or save it without pictures, and try again.`,
    );
  }
  const kind = sniff(input.bytes);
  try {
    budget.check({ zh: '文件开头', en: 'the start of the file' });
    return await readKind(kind, input, options, budget);
  } catch (error) {
    if (error instanceof ReadingStopped) return { ok: false, refusal: error.refusal };
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      'damaged',
      `文件已损坏或不完整，无法读取（${reason}）。请重新下载，或用原软件打开后另存再试。`,
      `The file is damaged or cut off and can't be read (${reason}). Download it again, or open and save it anew, and try again.`,
    );
  }
}

async function readKind(
  kind: Sniffed,
  input: SourceInput,
  options: ReadOptions,
  budget: Budget,
): Promise<ReadResult> {
  switch (kind) {
    case 'text':
      return (await import('./text/index.ts')).readText(input, options);
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf(input, options, budget);
    case 'html':
      return (await import('./html/index.ts')).readHtml(input, options, budget);
    case 'docx':
      return (await import('./docx/index.ts')).readDocx(input, options, budget);
    case 'xlsx':
    case 'ods':
      return (await import('./xlsx/index.ts')).readWorkbook(input, 'xlsx', options, budget);
    case 'xls':
    case 'xls-xml':
      return (await import('./xlsx/index.ts')).readWorkbook(input, 'xls', options, budget);
    default:
      return { ok: false, refusal: adviceFor(kind) };
  }
}
