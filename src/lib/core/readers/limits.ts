import type { ReadLimits, ReadOptions, ReadResult, Refusal } from '../model/index.ts';

/** A department's budget has 20 to 200 pages and a few ten thousand cells; a whole city's collection stays below these. */
export const DEFAULT_LIMITS: ReadLimits = {
  bytes: 100_000_000,
  unpackedBytes: 300_000_000,
  pages: 2_000,
  cells: 500_000,
  milliseconds: 300_000,
};

/** Ends reading early with a refusal; caught at the door of the readers and never seen outside. */
export class ReadingStopped extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.text.en);
    this.name = 'ReadingStopped';
    this.refusal = refusal;
  }
}

export function refuse(code: Refusal['code'], zh: string, en: string): ReadResult {
  return { ok: false, refusal: { code, text: { zh, en } } };
}

export function stop(code: Refusal['code'], zh: string, en: string): never {
  throw new ReadingStopped({ code, text: { zh, en } });
}

/** Watches one reading: cancellation, the deadline, and the count of cells. */
export interface Budget {
  readonly limits: ReadLimits;
  /** Throws ReadingStopped when the reader was cancelled or the time is up; `where` completes "stopped at …". */
  check(where: { zh: string; en: string }): void;
  /** Adds to the cells read so far; throws ReadingStopped over the limit. */
  addCells(count: number, where: { zh: string; en: string }): void;
  /** Milliseconds left. */
  remaining(): number;
}

export function startBudget(options: ReadOptions = {}): Budget {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const deadline = Date.now() + limits.milliseconds;
  let cells = 0;
  return {
    limits,
    remaining: () => deadline - Date.now(),
    check(where) {
      if (options.signal?.aborted) stop('cancelled', '已取消读取。', 'Reading was cancelled.');
      if (Date.now() > deadline) {
        const seconds = Math.round(limits.milliseconds / 1000);
        stop(
          'too-slow',
          `读到${where.zh}时已超过 ${seconds} 秒的上限，已停止。请把文件拆小，或另存为较简单的格式再试。`,
          `Stopped at ${where.en}: over the limit of ${seconds} s. Split the file or save it in a simpler format and try again.`,
        );
      }
    },
    addCells(count, where) {
      cells += count;
      if (cells > limits.cells) {
        stop(
          'too-many-cells',
          `读到${where.zh}时表格单元格已超过 ${limits.cells} 个的上限，已停止。部门预算不会这么大；请只保留预算表再试。`,
          `Stopped at ${where.en}: more than ${limits.cells} table cells. No department budget is that large; keep only the budget tables and try again.`,
        );
      }
    },
  };
}
