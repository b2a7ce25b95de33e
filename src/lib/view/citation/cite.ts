import type { Lang } from '../../core/model/localised.ts';

/** One reference in both languages. */
export type Citation = Record<Lang, string>;

/** Where and when something was taken from. */
export interface CitedFrom {
  /** Address of the site, without a slash at the end; the language prefix may be in it. */
  site: string;
  release: string;
  /** ISO date. */
  retrieved: string;
}

export interface CitedDocument {
  title: string;
  agency: string;
  sha256: string;
  /** Whether it was opened on the reader's machine and is not published here. */
  local: boolean;
}

/** A comparison as a chart or a table. */
export interface CitedChart extends CitedFrom {
  title: Record<Lang, string>;
  /** Whole address of the view. */
  link: string;
  documents: readonly CitedDocument[];
}

/** One figure with its place in the document that prints it. */
export interface CitedFigure extends CitedFrom {
  /** What the figure is: 凤翔区医保局 · 人均人员经费. */
  heading: string;
  /** The value with its unit. */
  value: string;
  /** Table and place: 表8，第 467 行第 4 格; one for each input. */
  places: readonly string[];
  verdict: string;
  link: string;
  document: CitedDocument;
}

const SITE: Record<Lang, string> = { zh: '明账', en: 'Mingzhang' };
const HASH_DIGITS = 12;

/** The data set after GB/T 7714 ([DS/OL]) and in English. */
export function datasetCitation({ site, release, retrieved }: CitedFrom): Citation {
  return {
    zh: `${SITE.zh}. 部门预算公开数据集：数据版本 ${release}[DS/OL]. [${retrieved}]. ${site}/.`,
    en: `${SITE.en}. Data set of published departmental budgets, data release ${release} [data set]. Retrieved ${retrieved} from ${site}/`,
  };
}

/** A chart or a table of the data set, with the documents that it is made from. */
export function chartCitation({ title, link, release, retrieved, documents }: CitedChart): Citation {
  const zh = documents.map((document) => `《${document.title}》（${hash(document, 'zh')}）`).join('、');
  const en = documents.map((document) => `${document.title} (${hash(document, 'en')})`).join('; ');
  return {
    zh: `${SITE.zh}. ${title.zh}：数据版本 ${release}[DS/OL]. [${retrieved}]. ${link}.${zh ? ` 数据来源：${zh}.` : ''}`,
    en: `${SITE.en}. "${title.en}", data release ${release} [data set]. Retrieved ${retrieved} from ${link}${en ? `. Sources: ${en}` : ''}`,
  };
}

/** A figure, cited by the document that prints it; the data set stands behind it as what arranged it. */
export function figureCitation(figure: CitedFigure): Citation {
  const { document, heading, value, places, release, retrieved, link } = figure;
  return {
    zh:
      `${document.agency}. ${document.title}[R/OL]. [${retrieved}]. ${link}. ` +
      `${heading}：${value}。${places.join('；')}。文件${hash(document, 'zh')}。数据整理：${SITE.zh}，数据版本 ${release}.`,
    en:
      `${document.agency}. ${document.title} [report]. Retrieved ${retrieved} from ${link}. ` +
      `${heading}: ${value}; ${places.join('; ')}. File ${hash(document, 'en')}. Arranged by ${SITE.en}, data release ${release}.`,
  };
}

/** The figure with its source in one paragraph, to be pasted into a text. */
export function figureQuote(figure: CitedFigure, lang: Lang): string {
  const { document, heading, value, places, verdict, release, link } = figure;
  if (lang === 'zh') {
    const local = document.local ? '（本机文件，未公开于本站）' : '';
    return `${heading}：${value}。据${document.agency}《${document.title}》${local}${places.join('；')}；勾稽结果：${verdict}。${SITE.zh}，数据版本 ${release}，${link}`;
  }
  const local = document.local ? ' (a local file, not published here)' : '';
  return `${heading}: ${value}. Source: ${document.agency}, ${document.title}${local}, ${places.join('; ')}; check: ${verdict}. ${SITE.en}, data release ${release}, ${link}`;
}

function hash({ sha256, local }: CitedDocument, lang: Lang): string {
  const digits = `SHA-256 ${lang === 'zh' ? '前 12 位 ' : ''}${sha256.slice(0, HASH_DIGITS)}`;
  if (!local) return digits;
  return lang === 'zh' ? `本机文件，未公开于本站，${digits}` : `local file, not published here, ${digits}`;
}
