import { describe, expect, it, vi } from 'vitest';
import { NO_OVERRIDES } from '../core/overrides/index.ts';
import { Extraction } from './client.ts';
import type { ExtractReply, Extracted } from './messages.ts';

/** A worker that says what the test lets it say. */
class StubWorker extends EventTarget {
  terminated = false;
  asked: unknown[] = [];
  postMessage(request: unknown): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: ExtractReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function extraction(silence = 50): { worker: StubWorker; reading: Extraction; pages: number[] } {
  const worker = new StubWorker();
  const pages: number[] = [];
  const reading = new Extraction({
    pdfAssetsUrl: '/pdfjs/',
    makeWorker: () => worker as unknown as Worker,
    silenceMs: { reading: silence, understanding: silence },
    onProgress: ({ done }) => pages.push(done),
  });
  return { worker, reading, pages };
}
const progress = (done: number): ExtractReply => ({
  type: 'progress',
  stage: 'reading',
  file: 0,
  done,
  total: 9,
});
const packed: Extracted = { ok: true, kind: 'packed', bytes: new Uint8Array() };
const codeOf = (answer: Extracted): string => (answer.ok ? answer.kind : answer.refusal.code);

describe('an extraction', () => {
  it('hands on progress and the answer', async () => {
    const { worker, reading, pages } = extraction();
    const answer = reading.read([], NO_OVERRIDES);
    worker.say(progress(1));
    worker.say(progress(2));
    worker.say({ type: 'answer', answer: packed });
    expect(await answer).toBe(packed);
    expect(pages).toEqual([1, 2]);
    expect(worker.terminated).toBe(false);
  });

  it('is ended where a page never ends, saying which', async () => {
    vi.useFakeTimers();
    try {
      const { worker, reading } = extraction(30_000);
      const answer = reading.read([], NO_OVERRIDES);
      worker.say(progress(3));
      await vi.advanceTimersByTimeAsync(29_000);
      worker.say(progress(4));
      await vi.advanceTimersByTimeAsync(29_000);
      expect(worker.terminated).toBe(false);
      await vi.advanceTimersByTimeAsync(1_000);
      const said = await answer;
      expect(worker.terminated).toBe(true);
      expect(said).toMatchObject({ ok: false, refusal: { code: 'too-slow' } });
      expect(said.ok ? '' : said.refusal.text.zh).toContain('第 5 页');
    } finally {
      vi.useRealTimers();
    }
  });

  it('says that it was cancelled, and takes no more', async () => {
    const { worker, reading } = extraction();
    const answer = reading.read([], NO_OVERRIDES);
    reading.cancel();
    expect(codeOf(await answer)).toBe('cancelled');
    expect(worker.terminated).toBe(true);
    expect(codeOf(await reading.understand(NO_OVERRIDES))).toBe('cancelled');
    expect(worker.asked).toHaveLength(1);
  });

  it('says where it was when the worker died', async () => {
    const { worker, reading } = extraction();
    const answer = reading.read([], NO_OVERRIDES);
    worker.say(progress(7));
    worker.dispatchEvent(new Event('error'));
    const said = await answer;
    expect(codeOf(said)).toBe('out-of-memory');
    expect(said.ok ? '' : said.refusal.text.en).toContain('page 8');
  });

  it('lets a newer correction take the place of one that is under way', async () => {
    const { worker, reading } = extraction();
    const first = reading.understand(NO_OVERRIDES);
    const second = reading.understand(NO_OVERRIDES);
    expect(codeOf(await first)).toBe('cancelled');
    worker.say({ type: 'answer', answer: packed });
    expect(worker.asked).toHaveLength(2);
    expect(codeOf(await second)).toBe('packed');
  });
});
