import type { Refusal } from '../core/model/index.ts';
import type { Overrides } from '../core/overrides/index.ts';
import type { LocalDocument } from '../data/local/document.ts';
import type { ExtractProgress, ExtractReply, ExtractRequest, Extracted } from './messages.ts';

/** How long the worker may say nothing while it reads a page, and while it makes sense of a whole document. */
const SILENCE_MS = { reading: 30_000, understanding: 120_000 } as const;

export interface ExtractionOptions {
  /** Folder of pdf.js' character maps and fonts on our own origin, with a slash behind. */
  pdfAssetsUrl: string;
  onProgress?: (progress: ExtractProgress) => void;
  makeWorker?: () => Worker;
  silenceMs?: Record<ExtractProgress['stage'], number>;
}

/**
 * One disclosure in a worker of its own. Cancelling and a page that never ends terminate the worker: nothing that a
 * document does can hold up the page. Answers never reject.
 */
export class Extraction {
  readonly #options: ExtractionOptions;
  readonly #worker: Worker;
  #settle: ((answer: Extracted) => void) | null = null;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #last: ExtractProgress = { type: 'progress', stage: 'reading', file: 0, done: 0, total: null };
  #ended: Refusal | null = null;

  constructor(options: ExtractionOptions) {
    this.#options = options;
    this.#worker = (options.makeWorker ?? makeWorker)();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ExtractReply>) => {
      this.#hear(data);
    });
    const died = (event: Event): void => {
      event.preventDefault();
      this.#end(workerDied(this.#last, 'message' in event ? String(event.message) : ''));
    };
    this.#worker.addEventListener('error', died);
    this.#worker.addEventListener('messageerror', died);
  }

  /** Reads one disclosure, or a data package where the one file is such. */
  read(files: readonly File[], overrides: Overrides): Promise<Extracted> {
    const { pdfAssetsUrl } = this.#options;
    return this.#ask({ type: 'read', files: [...files], overrides, pdfAssetsUrl });
  }

  /** Understands what was read once more, with other corrections. */
  understand(overrides: Overrides): Promise<Extracted> {
    return this.#ask({ type: 'understand', overrides });
  }

  /** Makes one file of several documents. */
  pack(documents: readonly LocalDocument[]): Promise<Extracted> {
    return this.#ask({ type: 'pack', documents: [...documents] });
  }

  /** Ends the worker; whoever waits is told that it was cancelled. */
  cancel(): void {
    this.#end({ code: 'cancelled', text: { zh: '已取消读取。', en: 'Reading was cancelled.' } });
  }

  #ask(request: ExtractRequest): Promise<Extracted> {
    if (this.#ended) return Promise.resolve({ ok: false, refusal: this.#ended });
    this.#settle?.({
      ok: false,
      refusal: { code: 'cancelled', text: { zh: '已由新的更正取代。', en: 'Superseded.' } },
    });
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#listen(request.type === 'read' ? 'reading' : 'understanding');
      this.#worker.postMessage(request);
    });
  }

  #hear(reply: ExtractReply): void {
    if (reply.type === 'progress') {
      this.#last = reply;
      this.#listen(reply.stage);
      this.#options.onProgress?.(reply);
      return;
    }
    clearTimeout(this.#watch);
    this.#settle?.(reply.answer);
    this.#settle = null;
  }

  #listen(stage: ExtractProgress['stage']): void {
    clearTimeout(this.#watch);
    const patience = (this.#options.silenceMs ?? SILENCE_MS)[stage];
    this.#watch = setTimeout(() => {
      this.#end(silent(this.#last, patience));
    }, patience);
  }

  #end(refusal: Refusal): void {
    if (this.#ended) return;
    this.#ended = refusal;
    clearTimeout(this.#watch);
    this.#worker.terminate();
    this.#settle?.({ ok: false, refusal });
    this.#settle = null;
  }
}

function makeWorker(): Worker {
  return new Worker(new URL('./extract.worker.ts', import.meta.url), { type: 'module' });
}

function placeOf({ stage, done, total }: ExtractProgress): { zh: string; en: string } {
  if (stage === 'understanding') return { zh: '整理表格时', en: 'while sorting out the tables' };
  if (total === null) return { zh: '读取时', en: 'while reading' };
  return { zh: `读到第 ${Math.min(done + 1, total)} 页时`, en: `on page ${Math.min(done + 1, total)}` };
}

function silent(last: ExtractProgress, patience: number): Refusal {
  const place = placeOf(last);
  const seconds = Math.round(patience / 1000);
  return {
    code: 'too-slow',
    text: {
      zh: `${place.zh} ${seconds} 秒没有进展，已停止，什么也没有保存。请删去那一页，或另存为较简单的格式再试。`,
      en: `Nothing moved for ${seconds} s ${place.en}; reading was stopped and nothing was kept. Leave that page out, or save the file in a simpler format, and try again.`,
    },
  };
}

function workerDied(last: ExtractProgress, words: string): Refusal {
  const place = placeOf(last);
  const [zh, en] = words === '' ? ['', ''] : [`（${words}）`, ` (${words})`];
  return {
    code: 'out-of-memory',
    text: {
      zh: `${place.zh}读取程序中断了，多半是内存不够${zh}；什么也没有保存。请关掉别的标签页再试，或把文件拆小。`,
      en: `The reader stopped ${place.en}, most likely for want of memory${en}; nothing was kept. Close other tabs and try again, or split the file.`,
    },
  };
}
