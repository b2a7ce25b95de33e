import type { CheckStatus } from '../../core/model/extract.ts';
import type { Lang } from '../../core/model/localised.ts';
import { cellPath } from '../proof/reference.ts';
import type { ExportCell, ExportFilter, ExportSource, ExportTable } from './types.ts';

const WORDS = {
  title: { zh: '标题', en: 'title' },
  unit: { zh: '单位', en: 'unit' },
  basis: { zh: '口径', en: 'basis' },
  release: { zh: '数据版本', en: 'data release' },
  sources: { zh: '来源', en: 'sources' },
  link: { zh: '网址', en: 'address' },
  retrieved: { zh: '导出日期', en: 'exported on' },
  notes: { zh: '说明', en: 'note' },
  local: { zh: '本机文件，未收入数据集', en: 'local file, not in the data set' },
} as const;

const VERDICTS: Record<CheckStatus, Record<Lang, string>> = {
  exact: { zh: '相符', en: 'ties exactly' },
  rounding: { zh: '舍入相符', en: 'ties within rounding' },
  explained: { zh: '文件有说明', en: 'explained by the document' },
  broken: { zh: '不符', en: 'does not tie' },
  unchecked: { zh: '无法核对', en: 'cannot be checked' },
};

export function word(key: keyof typeof WORDS, lang: Lang): string {
  return WORDS[key][lang];
}

export function verdictWord(status: CheckStatus | null, lang: Lang): string {
  return status === null ? '' : VERDICTS[status][lang];
}

/** What every export says of itself before its rows, as names and values in the order of reading. */
export function headLines(table: ExportTable): ExportFilter[] {
  const { lang } = table;
  const line = (key: keyof typeof WORDS, value: string): ExportFilter[] =>
    value === '' ? [] : [{ name: word(key, lang), value }];
  return [
    ...line('title', table.title),
    ...line('unit', table.unit),
    ...line('basis', table.basis),
    ...table.filters,
    ...line('release', table.release),
    ...line(
      'sources',
      table.sources.map((source) => sourceText(source, lang)).join(lang === 'zh' ? '；' : '; '),
    ),
    ...line('link', table.link),
    ...line('retrieved', table.retrieved),
    ...table.notes.map((value) => ({ name: word('notes', lang), value })),
  ];
}

/** 《…》（机构，SHA-256 前 12 位 …）; says so where the document is the reader's own. */
export function sourceText({ title, sha256, local }: ExportSource, lang: Lang): string {
  const hash = sha256.slice(0, 12);
  if (lang === 'zh') return `《${title}》（${local ? `${word('local', lang)}，` : ''}SHA-256 ${hash}）`;
  return `${title} (${local ? `${word('local', lang)}, ` : ''}SHA-256 ${hash})`;
}

/** A figure of the table with where it stands: what the sheet of sources and checks lists. */
export interface FigureLine {
  row: string;
  column: string;
  value: string | null;
  documentId: string;
  refs: readonly string[];
  locators: readonly string[];
  verdict: CheckStatus | null;
  link: string;
}

export function figureLines({ columns, rows, site, sources }: ExportTable): FigureLine[] {
  const local = new Set(sources.filter((source) => source.local).map(({ documentId }) => documentId));
  return rows.flatMap((cells) =>
    cells.flatMap((cell, index): FigureLine[] => {
      if (!cell.proof) return [];
      const { documentId, refs, locators = [], verdict } = cell.proof;
      const [first] = refs;
      return [
        {
          row: rowName(
            cells,
            columns.map(({ type }) => type),
          ),
          column: columns[index]?.label ?? '',
          value: cell.value,
          documentId,
          refs,
          locators,
          verdict,
          link: first === undefined || local.has(documentId) ? '' : `${site}${cellPath(documentId, first)}`,
        },
      ];
    }),
  );
}

/** The words at the beginning of a row, which tell it apart. */
function rowName(cells: readonly ExportCell[], types: readonly string[]): string {
  const end = types.findIndex((type) => type === 'number');
  return cells
    .slice(0, end === -1 ? 1 : Math.max(1, end))
    .flatMap(({ value }) => value ?? [])
    .join(' ');
}

/** The cells that a row's figures stand in, as links have them: document and reference, each once. */
export function rowCells(cells: readonly ExportCell[]): string[] {
  const all = cells.flatMap(({ proof }) => proof?.refs.map((ref) => `${proof.documentId}!${ref}`) ?? []);
  return [...new Set(all)];
}

/** mingzhang-staff-cost-per-head-c07fd1298abf.xlsx */
export function fileName({ id, release }: Pick<ExportTable, 'id' | 'release'>, ending: string): string {
  return `mingzhang-${id}-${release}.${ending}`;
}
