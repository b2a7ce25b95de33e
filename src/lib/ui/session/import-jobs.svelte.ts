import { base } from '$app/paths';
import type { Refusal } from '$lib/core/model/index';
import { NO_OVERRIDES, type Overrides } from '$lib/core/overrides/index';
import type { ReviewTable } from '$lib/core/review';
import type { LocalDocument } from '$lib/data/local/document';
import { Extraction } from '$lib/worker/client';
import type { Extracted, ExtractProgress } from '$lib/worker/messages';
import type { LocalSession } from './local.svelte';

export type JobPhase = 'waiting' | 'reading' | 'review' | 'refused' | 'kept';

/** How many workers may hold a document at once: each has its own copy of it. */
const WORKERS_HELD = 2;

/** One disclosure on its way into the comparisons. */
export class ImportJob {
  readonly id: number;
  files = $state.raw<File[]>([]);
  phase = $state<JobPhase>('waiting');
  progress = $state.raw<ExtractProgress | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  document = $state.raw<LocalDocument | null>(null);
  tables = $state.raw<ReviewTable[]>([]);
  overrides = $state.raw<Overrides>(NO_OVERRIDES);
  /** A correction is being worked in. */
  busy = $state(false);
  /** A correction that was not taken, and why. */
  objection = $state.raw<Refusal | null>(null);
  /** Documents of a package that were taken over. */
  packaged = $state(0);
  /** Corrections since it was kept last. */
  unsaved = $state(true);
  milliseconds = $state(0);
  extraction: Extraction | null = null;

  constructor(id: number, files: File[], overrides: Overrides = NO_OVERRIDES) {
    this.id = id;
    this.files = files;
    this.overrides = overrides;
  }

  get name(): string {
    return this.files.map(({ name }) => name).join(' + ');
  }

  open(): Extraction {
    this.extraction ??= new Extraction({
      pdfAssetsUrl: `${base}/pdfjs/`,
      onProgress: (progress) => (this.progress = progress),
    });
    return this.extraction;
  }

  /** Lets go of the worker; a later correction reads the file again. */
  release(): void {
    this.extraction?.cancel();
    this.extraction = null;
  }

  take(answer: Extract<Extracted, { kind: 'document' }>): void {
    this.document = answer.document;
    this.tables = answer.tables;
    this.milliseconds = answer.milliseconds;
    this.unsaved = true;
  }
}

/** The import page's work: disclosures are read one after the other, reviewed, corrected, kept. */
export class ImportJobs {
  jobs = $state.raw<ImportJob[]>([]);
  readonly #local: LocalSession;
  #next = 0;
  #running = false;

  constructor(local: LocalSession) {
    this.#local = local;
  }

  /** Takes groups of files, each one disclosure, and reads them when it is their turn. */
  add(groups: readonly (readonly File[])[], overrides?: Overrides): ImportJob[] {
    const added = groups.map((files) => new ImportJob(this.#next++, [...files], overrides));
    this.jobs = [...this.jobs, ...added];
    void this.#work();
    return added;
  }

  /** Opens a kept document again, with the corrections that it has. */
  async reopen(id: string): Promise<ImportJob | null> {
    const [document, files] = await Promise.all([this.#local.document(id), this.#local.files(id)]);
    if (!document || files.length === 0) return null;
    const [job] = this.add([files], document.overrides);
    return job ?? null;
  }

  cancel(job: ImportJob): void {
    job.release();
    this.jobs = this.jobs.filter((other) => other !== job);
  }

  cancelAll(): void {
    for (const job of this.jobs) job.release();
    this.jobs = [];
  }

  async correct(job: ImportJob, overrides: Overrides): Promise<void> {
    const before = job.overrides;
    job.overrides = overrides;
    job.busy = true;
    job.objection = null;
    const known = job.extraction;
    const extraction = job.open();
    const answer = await (known ? extraction.understand(overrides) : extraction.read(job.files, overrides));
    // Another correction came in meanwhile; that one tells how it ends.
    if (job.overrides !== overrides) return;
    job.busy = false;
    if (answer.ok && answer.kind === 'document') job.take(answer);
    else if (!answer.ok) {
      job.objection = answer.refusal;
      job.overrides = before;
      if (answer.refusal.code !== 'no-budget') job.release();
    }
    this.#trim(job);
  }

  /** Puts a reviewed document into the comparisons. */
  async keep(job: ImportJob): Promise<boolean> {
    if (!job.document) return false;
    const kept = await this.#local.keep(job.document, job.files);
    if (kept) {
      job.phase = 'kept';
      job.unsaved = false;
    }
    return kept;
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let job = this.#waiting(); job; job = this.#waiting()) await this.#read(job);
    this.#running = false;
  }

  #waiting(): ImportJob | undefined {
    return this.jobs.find(({ phase }) => phase === 'waiting');
  }

  async #read(job: ImportJob): Promise<void> {
    job.phase = 'reading';
    const answer = await job.open().read(job.files, job.overrides);
    if (!this.jobs.includes(job)) return;
    if (!answer.ok) {
      job.release();
      job.refusal = answer.refusal;
      job.phase = 'refused';
    } else if (answer.kind === 'document') {
      job.take(answer);
      job.phase = 'review';
    } else if (answer.kind === 'package') {
      job.release();
      await this.#takeOver(job, answer.documents);
    }
    this.#trim(job);
  }

  /** What somebody else has reviewed goes straight in, in place of an own reading of the same file. */
  async #takeOver(job: ImportJob, documents: readonly LocalDocument[]): Promise<void> {
    for (const document of documents) {
      if (await this.#local.keep(document, [])) job.packaged += 1;
    }
    if (job.packaged === documents.length) {
      job.phase = 'kept';
      job.unsaved = false;
      return;
    }
    job.refusal = {
      code: 'out-of-memory',
      text: {
        zh: `浏览器存不下：${documents.length} 份文件存了 ${job.packaged} 份。请清出空间，或不用无痕窗口再试。`,
        en: `The browser has no room: ${job.packaged} of ${documents.length} documents were kept. Free some space, or leave the private window, and try again.`,
      },
    };
    job.phase = 'refused';
  }

  #trim(latest: ImportJob): void {
    const held = this.jobs.filter(
      (job) => job.extraction && job !== latest && !job.busy && job.phase !== 'reading',
    );
    for (const job of held.slice(0, Math.max(0, held.length - WORKERS_HELD + 1))) job.release();
  }
}
