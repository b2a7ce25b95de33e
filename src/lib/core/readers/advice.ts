import type { Localised, Refusal } from '../model/index.ts';
import type { Sniffed } from './sniff.ts';

const READABLE: Localised = {
  zh: '可读的格式有 PDF、DOCX、XLSX、XLS、ET、HTML 和纯文本。',
  en: 'PDF, DOCX, XLSX, XLS, ET, HTML and plain text can be read.',
};

type Unreadable = Exclude<Sniffed, 'pdf' | 'docx' | 'xlsx' | 'ods' | 'xls' | 'xls-xml' | 'html' | 'text'>;

const ADVICE: Record<Unreadable, { code: Refusal['code'] } & Localised> = {
  empty: {
    code: 'empty',
    zh: '文件是空的（0 字节）。请重新下载。',
    en: 'The file is empty (0 bytes). Download it again.',
  },
  zeros: {
    code: 'empty',
    zh: '文件里全是零字节，没有内容，多半是下载中断所致。请重新下载。',
    en: 'The file holds nothing but zero bytes, as an interrupted download leaves it. Download it again.',
  },
  doc: {
    code: 'unknown-format',
    zh: '这是旧版 Word 文档（.doc 或 .wps），无法直接读取。请用 Word 或 WPS 打开，另存为 .docx 或 PDF 再试。',
    en: 'This is an old Word document (.doc or .wps). Open it in Word or WPS, save it as .docx or PDF, and try again.',
  },
  'encrypted-office': {
    code: 'encrypted',
    zh: '这个 Office 文件加了密码，无法读取。请用密码打开后另存为不加密的文件再试。',
    en: 'This Office file is protected by a password. Open it, save it without one, and try again.',
  },
  ofd: {
    code: 'unknown-format',
    zh: '这是 OFD 版式文件，目前不能读取。请用 OFD 阅读器打开，另存（打印）为 PDF 再试。',
    en: 'This is an OFD file, which can’t be read. Open it in an OFD reader, save (print) it as PDF, and try again.',
  },
  pptx: {
    code: 'unknown-format',
    zh: '这是演示文稿（PPT），不能读取。请另存为 PDF 再试。',
    en: 'This is a presentation. Save it as PDF and try again.',
  },
  'zip-other': {
    code: 'unknown-format',
    zh: `这是压缩包，或是损坏的 Office 文件。请先解压，再选里面的文件。${READABLE.zh}`,
    en: `This is an archive, or a damaged Office file. Unpack it and choose the files inside. ${READABLE.en}`,
  },
  'rar-7z': {
    code: 'unknown-format',
    zh: `这是压缩包。请先解压，再选里面的文件。${READABLE.zh}`,
    en: `This is an archive. Unpack it and choose the files inside. ${READABLE.en}`,
  },
  'ole-other': {
    code: 'unknown-format',
    zh: `这是旧版 Office 格式的文件，但不是工作簿，也不是 Word 文档。请用原软件打开后另存为 PDF 再试。${READABLE.zh}`,
    en: `This is a file of old Office, neither workbook nor Word document. Open it and save it as PDF. ${READABLE.en}`,
  },
  rtf: {
    code: 'unknown-format',
    zh: '这是 RTF 文档，不能直接读取。请用 Word 或 WPS 打开，另存为 .docx 或 PDF 再试。',
    en: 'This is an RTF document. Open it in Word or WPS, save it as .docx or PDF, and try again.',
  },
  mhtml: {
    code: 'unknown-format',
    zh: '这是网页存档（MHT），不能直接读取。请在浏览器中打开，另存为“网页，仅 HTML”或 PDF 再试。',
    en: 'This is a web archive (MHT). Open it in a browser, save it as “web page, HTML only” or PDF, and try again.',
  },
  image: {
    code: 'no-text-layer',
    zh: '这是图片，里面没有文字层。请先用 OCR 软件识别成 PDF 或 Word，或使用公开的原文件。',
    en: 'This is a picture; there is no text in it. Run it through OCR first, or use the file as published.',
  },
  binary: {
    code: 'unknown-format',
    zh: `不认识这个文件的格式，或文件已损坏。${READABLE.zh}`,
    en: `The format of this file is not known, or the file is damaged. ${READABLE.en}`,
  },
};

/** Why a file of this kind is not read, and what to do about it. */
export function adviceFor(kind: Sniffed): Refusal {
  const { code, zh, en } = isUnreadable(kind) ? ADVICE[kind] : ADVICE.binary;
  return { code, text: { zh, en } };
}

function isUnreadable(kind: Sniffed): kind is Unreadable {
  return kind in ADVICE;
}
