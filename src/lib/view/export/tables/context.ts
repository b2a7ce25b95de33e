import type { Lang } from '../../../core/model/localised.ts';
import type { AnsweredDocument } from '../../../data/answers.ts';
import { documentPath } from '../../proof/reference.ts';
import type { ExportSource, ExportTable } from '../types.ts';

/** Where and when an export is made. */
export interface ExportContext {
  lang: Lang;
  release: string;
  /** Address of the site in the page's language, without a slash at the end. */
  site: string;
  /** Path and query of the view, without language prefix. */
  path: string;
  /** ISO date. */
  retrieved: string;
}

/** The parts of a table that come from where and when it was made. */
export function framed({
  lang,
  release,
  site,
  path,
  retrieved,
}: ExportContext): Pick<ExportTable, 'lang' | 'release' | 'link' | 'site' | 'retrieved'> {
  return { lang, release, site, retrieved, link: `${site}${path}` };
}

const STAGES = {
  budget: { zh: '预算', en: 'budget' },
  'final-account': { zh: '决算', en: 'final account' },
} as const;

export function stageWord(stage: keyof typeof STAGES, lang: Lang): string {
  return STAGES[stage][lang];
}

/** 预算, 决算 or 预算、决算. */
export function basisOf(stages: Iterable<keyof typeof STAGES>, lang: Lang): string {
  return [...new Set(stages)].map((stage) => stageWord(stage, lang)).join(lang === 'zh' ? '、' : ', ');
}

type SourceDocument = Pick<
  AnsweredDocument,
  'document_id' | 'title' | 'agency' | 'stage' | 'source_name' | 'sha256'
> & { fiscal_year: number | null };

/** A document as a source line has it; a local one is marked and has no address. */
export function sourceOf(document: SourceDocument, { lang, site }: ExportContext): ExportSource {
  const local = isLocal(document);
  return {
    documentId: document.document_id,
    title: document.title,
    agency: document.agency,
    year: document.fiscal_year,
    basis: stageWord(document.stage, lang),
    file: document.source_name,
    sha256: document.sha256,
    local,
    link: local ? '' : `${site}${documentPath(document.document_id)}`,
  };
}

function isLocal({ document_id }: Pick<SourceDocument, 'document_id'>): boolean {
  return document_id.startsWith('local-');
}
