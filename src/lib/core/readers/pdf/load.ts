import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfAssets } from '../../model/index.ts';

type Port = InstanceType<typeof MessageChannel>['port1'];

interface Library {
  api: typeof PdfJs;
  startWorker: (port: Port) => void;
}

let library: Promise<Library> | null = null;

/**
 * pdf.js with its worker half in this very thread: both halves talk over a MessageChannel, so nothing is fetched,
 * spawned or evaluated, and timers run between messages.
 */
function loadLibrary(): Promise<Library> {
  library ??= importLibrary().catch((error: unknown) => {
    // A chunk that could not be fetched this time may be there the next.
    library = null;
    throw error;
  });
  return library;
}

async function importLibrary(): Promise<Library> {
  // The legacy build replaces Array.prototype.push (for arrays beyond 2^32 items) by one that takes a third of the
  // reading time; the engine's own stays.
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  // Minified, because tools that compile on the fly take seconds and hundreds of megabytes over the full source.
  const api = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
  const worker = await withWindow(() => import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'));
  if (push) Object.defineProperty(Array.prototype, 'push', push);
  return { api, startWorker: (port) => worker.WorkerMessageHandler.initializeFromPort(port) };
}

/**
 * Runs something with a `window`. In a web worker pdf.js takes a missing one as the sign that the worker is its own,
 * listens to all that the page sends and greets the page with a message of its own.
 */
async function withWindow<T>(run: () => Promise<T>): Promise<T> {
  const scope = globalThis as { window?: unknown; WorkerGlobalScope?: unknown };
  if (scope.WorkerGlobalScope === undefined || 'window' in scope) return run();
  scope.window = globalThis;
  try {
    return await run();
  } finally {
    delete scope.window;
  }
}

/** A message between the halves of pdf.js, as far as it matters here. */
interface Message {
  action?: string;
  sourceName?: string;
  targetName?: string;
  callbackId?: number;
}

/** Stands for the document to which pdf.js would add fonts for drawing; nothing is drawn, so it fails at once. */
const NO_DOCUMENT = {
  get fonts(): never {
    throw new Error('fonts are not loaded for reading');
  },
};

/**
 * A port that answers "FontFallback" itself: pdf.js would trace the outline of every glyph to draw it without the
 * font, which costs more than everything else together and serves no reading.
 */
function withoutFontFallback(port: Port): Port {
  const listeners = new Set<(event: { data: unknown }) => void>();
  return {
    postMessage(message: Message, transfer?: never) {
      if (message.action !== 'FontFallback') {
        port.postMessage(message, transfer);
        return;
      }
      const { sourceName, targetName, callbackId } = message;
      const answer = { sourceName: targetName, targetName: sourceName, callback: 1, callbackId, data: null };
      for (const listener of [...listeners]) listener({ data: answer });
    },
    addEventListener(type: string, listener: (event: { data: unknown }) => void) {
      listeners.add(listener);
      port.addEventListener(type as 'message', listener as never);
    },
    removeEventListener(type: string, listener: (event: { data: unknown }) => void) {
      listeners.delete(listener);
      port.removeEventListener(type as 'message', listener as never);
    },
  } as unknown as Port;
}

/** What pdf.js asks of the two factories that hand it character maps and standard fonts. */
function assetFactories(assets: PdfAssets | undefined, onMissing: (path: string) => void) {
  const read = async (path: string): Promise<Uint8Array> => {
    try {
      if (!assets) throw new Error('no assets were handed in');
      return await assets.read(path);
    } catch (error) {
      onMissing(path);
      throw error;
    }
  };
  return {
    CMapReaderFactory: class {
      async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
        return { cMapData: await read(`cmaps/${name}.bcmap`), isCompressed: true };
      }
    },
    StandardFontDataFactory: class {
      fetch({ filename }: { filename: string }): Promise<Uint8Array> {
        return read(`standard_fonts/${filename}`);
      }
    },
  };
}

export interface OpenPdf {
  document: PDFDocumentProxy;
  ops: Record<string, number>;
  /** Character maps and fonts that were asked for and not there. */
  missingAssets: Set<string>;
  close: () => Promise<void>;
}

/** Opens a PDF for reading text and lines; pictures are not decoded. Rejects with pdf.js's own errors. */
export async function openPdf(bytes: Uint8Array, assets: PdfAssets | undefined): Promise<OpenPdf> {
  const { api, startWorker } = await loadLibrary();
  const { port1, port2 } = new MessageChannel();
  startWorker(port2);
  port2.start();
  const worker = api.PDFWorker.create({
    port: withoutFontFallback(port1),
    verbosity: api.VerbosityLevel.ERRORS,
  } as never);
  port1.start();
  const missingAssets = new Set<string>();
  const task: PDFDocumentLoadingTask = api.getDocument({
    // pdf.js takes the buffer over, so it gets a copy.
    data: bytes.slice(),
    worker,
    verbosity: api.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: false,
    ownerDocument: NO_DOCUMENT as never,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    enableXfa: false,
    // Only named so that pdf.js asks the factories; they know where the files are.
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    ...assetFactories(assets, (path) => missingAssets.add(path)),
  });
  const close = async (): Promise<void> => {
    await task.destroy().catch(() => undefined);
    worker.destroy();
    port1.close();
    port2.close();
  };
  try {
    return { document: await task.promise, ops: api.OPS, missingAssets, close };
  } catch (error) {
    await close();
    throw error;
  }
}
