import { pinyin } from 'pinyin-pro';
import type { Localised } from '../../core/model/localised.ts';
import { codeName, lookUpCode, type Scheme } from '../../core/codes/index.ts';
import type { DatasetRows } from '../../data/arrow/records.ts';
import type { RowOf } from '../../data/arrow/tables.ts';
import { ECONOMIC_ITEMS, FUNCTION_ITEMS } from '../../data/metrics/class-names.ts';
import { METRICS } from '../../data/metrics/index.ts';
import { METRIC_IDS } from '../../data/metrics/types.ts';
import { cellPath, documentPath } from '../proof/index.ts';
import { sqlLink } from '../link/pages/sql.ts';
import type { SearchEntry } from './types.ts';

const NOWHERE: SearchEntry['where'] = { zh: '', en: '' };

/** Everything that can be found, from the records of the data set; `pages` are the site's own. */
export function searchEntries(
  rows: DatasetRows,
  release: string,
  pages: readonly { path: string; name: Localised }[],
): SearchEntry[] {
  const whose = places(rows);
  const entries: Omit<SearchEntry, 'pinyin'>[] = [
    ...pages.map(({ path, name }) => ({ kind: 'page' as const, ...name, code: '', where: NOWHERE, path })),
    ...rows.agencies.map((agency) => ({
      kind: 'agency' as const,
      zh: agency.name_zh,
      en: agency.short_en,
      code: '',
      where: { zh: agency.short_zh, en: agency.name_zh },
      path: `/agencies/${agency.agency_id}`,
    })),
    ...METRIC_IDS.map((id) => ({
      kind: 'metric' as const,
      ...METRICS[id].name,
      code: '',
      where: NOWHERE,
      path: `/compare/${id}`,
    })),
    ...codes(rows.facts, release),
    ...rows.documents.map((document) => ({
      kind: 'document' as const,
      zh: document.title,
      en: '',
      code: '',
      where: whose(document),
      path: documentPath(document.document_id),
    })),
    ...projects(rows.facts).map((fact) => ({
      kind: 'project' as const,
      zh: fact.project ?? '',
      en: '',
      code: '',
      where: whose(fact),
      path: cellPath(fact.document_id, fact.fact_id),
    })),
    ...rows.tables.map((table) => ({
      kind: 'statement' as const,
      zh: table.title,
      en: '',
      code: '',
      where: whose(table),
      path: cellPath(table.document_id, `table:${table.table_id}`),
    })),
    ...rows.indicators.map((indicator) => ({
      kind: 'indicator' as const,
      zh: indicator.level3,
      en: '',
      code: '',
      where: whose(indicator),
      path: cellPath(indicator.document_id, `indicator:${indicator.indicator_id}`),
    })),
  ];
  return entries
    .filter(({ zh }) => zh !== '')
    .map((entry) => ({
      ...entry,
      pinyin: reading(entry.kind === 'agency' ? `${entry.zh} ${entry.where.zh}` : entry.zh),
    }));
}

/** Syllables of a Chinese text without tones; letters and digits stay together, marks fall away. */
export function reading(chinese: string): string {
  return pinyin(chinese.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join(' ');
}

function places(rows: DatasetRows): (row: { document_id: string }) => SearchEntry['where'] {
  const agencies = new Map(rows.agencies.map((agency) => [agency.agency_id, agency]));
  const documents = new Map(rows.documents.map((document) => [document.document_id, document]));
  return ({ document_id }) => {
    const document = documents.get(document_id);
    const agency = agencies.get(document?.agency_id ?? '');
    const year = document?.fiscal_year ?? '';
    return { zh: `${agency?.short_zh ?? ''} ${year}`, en: `${agency?.short_en ?? ''} ${year}` };
  };
}

/** One fact a project of a document: the one with the largest amount, which is the whole of it. */
function projects(facts: readonly RowOf<'facts'>[]): RowOf<'facts'>[] {
  const best = new Map<string, RowOf<'facts'>>();
  for (const fact of facts) {
    const { project, document_id, is_total, yuan } = fact;
    if (project === null || is_total) continue;
    const key = `${document_id}\n${project}`;
    const known = best.get(key);
    if (!known || Number(yuan ?? 0) > Number(known.yuan ?? 0)) best.set(key, fact);
  }
  return [...best.values()];
}

const CODED: { axis: Scheme; kind: 'function' | 'economic' }[] = [
  { axis: 'function', kind: 'function' },
  { axis: 'dept-economic', kind: 'economic' },
];

/** Codes that occur in the data set. A class leads to its comparison; what stands below has none, so to a query. */
function codes(facts: readonly RowOf<'facts'>[], release: string): Omit<SearchEntry, 'pinyin'>[] {
  return CODED.flatMap(({ axis, kind }) => {
    const used = new Set(facts.filter((fact) => fact.axis === axis).map(({ code }) => code ?? ''));
    const items = kind === 'function' ? FUNCTION_ITEMS : ECONOMIC_ITEMS;
    return [...used].sort().flatMap((code) => {
      const zh = codeName(axis, code);
      if (zh === null) return [];
      const item = items.find(({ id }) => id === code);
      const parent = lookUpCode(axis, code).parent;
      const above = parent === null ? '' : (codeName(axis, parent) ?? '');
      return [
        {
          kind,
          zh,
          en: item?.name.en ?? '',
          code,
          where: { zh: above, en: above },
          path: item
            ? `/compare/${kind}-mix?v=1&item=${code}`
            : sqlLink.path({ release, sql: codeQuery(axis, code) }),
        },
      ];
    });
  });
}

function codeQuery(axis: Scheme, code: string): string {
  return `SELECT a.short_zh, d.fiscal_year, f.label, MAX(f.yuan) AS yuan
FROM facts f
JOIN documents d USING (document_id)
JOIN agencies a USING (agency_id)
WHERE f.axis = '${axis}' AND f.code = '${code}'
  AND f.measure = 'total' AND f.fiscal_year = d.fiscal_year
GROUP BY ALL
ORDER BY yuan DESC`;
}
