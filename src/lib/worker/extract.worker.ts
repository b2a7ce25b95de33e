import { readDisclosure, understandDisclosure, type Disclosure } from '../core/extract.ts';
import type { Refusal, SourceInput } from '../core/model/index.ts';
import type { Overrides } from '../core/overrides/index.ts';
import { DEFAULT_LIMITS } from '../core/readers/limits.ts';
import { browserPdfAssets } from '../core/readers/pdf/assets.browser.ts';
import { reviewTables } from '../core/review.ts';
import { localDocument } from '../data/local/document.ts';
import { localDocumentId } from '../data/local/id.ts';
import { isPackage, packDocuments, unpackDocuments } from '../data/local/package.ts';
import type { ExtractReply, ExtractRequest, Extracted } from './messages.ts';

/** Extraction off the page's thread. What was read is kept, so that a correction doesn't read the files again. */
let disclosure: Disclosure | null = null;

addEventListener('message', ({ data }: MessageEvent<ExtractRequest>) => {
  void answerTo(data)
    .catch((error: unknown): Extracted => ({ ok: false, refusal: failed(error) }))
    .then((answer) => {
      reply({ type: 'answer', answer });
    });
});

async function answerTo(request: ExtractRequest): Promise<Extracted> {
  switch (request.type) {
    case 'read':
      return read(request.files, request.pdfAssetsUrl, request.overrides);
    case 'understand':
      return understand(request.overrides, performance.now());
    case 'pack': {
      const bytes = packDocuments(request.documents).slice();
      return { ok: true, kind: 'packed', bytes };
    }
  }
}

async function read(files: readonly File[], pdfAssetsUrl: string, overrides: Overrides): Promise<Extracted> {
  const started = performance.now();
  const large = files.find(({ size }) => size > DEFAULT_LIMITS.bytes);
  if (large) return { ok: false, refusal: tooLarge(large) };
  const inputs: SourceInput[] = [];
  for (const file of files) inputs.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const [only] = inputs;
  if (only && inputs.length === 1 && isPackage(only.bytes)) return unpack(only);
  let file = 0;
  let last = 0;
  const answer = await readDisclosure(inputs, {
    pdfAssets: browserPdfAssets(pdfAssetsUrl),
    onProgress: (done, total) => {
      if (done < last) file += 1;
      last = done;
      reply({ type: 'progress', stage: 'reading', file, done, total });
    },
  });
  if (!answer.ok) return answer;
  disclosure = answer.disclosure;
  return understand(overrides, started);
}

async function unpack({ name, bytes }: SourceInput): Promise<Extracted> {
  try {
    return { ok: true, kind: 'package', documents: await unpackDocuments(bytes, new Date().toISOString()) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      refusal: {
        code: 'damaged',
        text: {
          zh: `“${name}”是数据包，但内容不对（${reason}）。请让对方重新导出。`,
          en: `"${name}" is a data package, but not a whole one (${reason}). Ask for it to be exported again.`,
        },
      },
    };
  }
}

async function understand(overrides: Overrides, started: number): Promise<Extracted> {
  if (!disclosure) throw new Error('nothing was read');
  reply({
    type: 'progress',
    stage: 'understanding',
    file: disclosure.names.length - 1,
    done: 0,
    total: null,
  });
  const documentId = localDocumentId(disclosure.sha256);
  const answer = understandDisclosure(disclosure, { overrides, documentId });
  if (!answer.ok) return answer;
  return {
    ok: true,
    kind: 'document',
    document: await localDocument(answer.result, overrides, new Date().toISOString()),
    tables: reviewTables(answer.recognised, answer.context),
    milliseconds: performance.now() - started,
  };
}

function reply(message: ExtractReply): void {
  postMessage(message);
}

function tooLarge({ name, size }: File): Refusal {
  const [has, most] = [Math.ceil(size / 1e6), Math.floor(DEFAULT_LIMITS.bytes / 1e6)];
  return {
    code: 'too-large',
    text: {
      zh: `“${name}”有 ${has} MB，超过 ${most} MB 的上限。请只保留预算部分，或另存为不含图片的文件再试。`,
      en: `"${name}" has ${has} MB; the limit is ${most} MB. Keep only the budget, or save it without pictures, and try again.`,
    },
  };
}

/** Our own mistake, or a file that went away after it was chosen. */
function failed(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'damaged',
    text: {
      zh: `文件没有读成（${reason}）。请重新选择文件再试；仍不行，请换一种格式。`,
      en: `The file could not be read (${reason}). Choose it again; if that doesn't help, try another format.`,
    },
  };
}
