import { STATUS_ORDER, type CheckLine, type ChecksFilter } from '../../checks/index.ts';
import {
  checksTable,
  plainTable,
  sourceOf,
  type ExportContext,
  type ExportFilter,
  type ExportItem,
} from '../../export/index.ts';
import { MESSAGES, type Messages } from '../../../words/index.ts';
import type { ChecksPage } from './page.ts';

export interface ShownChecks {
  lines: readonly CheckLine[];
  filter: ChecksFilter;
  page: ChecksPage;
  agencyName: (id: string) => string;
  ruleName: (id: string) => string;
}

/** The checks that a reader sees, ready to be exported and cited. */
export function checksItem(shown: ShownChecks, context: ExportContext): ExportItem {
  const { lines, page, agencyName, ruleName } = shown;
  const words = MESSAGES[context.lang];
  const concerned = new Set(lines.map((line) => line.document));
  const sources = page.documents
    .filter(({ document_id }) => concerned.has(document_id))
    .map((document) => sourceOf(document, context));
  const table = checksTable(
    {
      lines,
      title: words.checks.exportTitle,
      filters: checksFilters(shown, words),
      sources,
      agencyName,
      ruleName,
    },
    context,
  );
  return { table };
}

/** The filters in words. */
export function checksFilters(
  { filter, agencyName, ruleName }: Pick<ShownChecks, 'filter' | 'agencyName' | 'ruleName'>,
  words: Messages,
): ExportFilter[] {
  const m = words.checks;
  if (filter.only !== null) return [{ name: m.findings, value: filter.only }];
  return [
    {
      name: m.status,
      value: words.format.list(filter.statuses.map((status) => words.methods.verdicts[status])),
    },
    { name: m.agency, value: filter.agency === null ? m.agencyAll : agencyName(filter.agency) },
    { name: m.rule, value: filter.rule === null ? m.ruleAll : ruleName(filter.rule) },
    { name: m.gap, value: m.gaps[filter.gap] },
  ];
}

/** How the checks of each agency came out, ready to be exported. */
export function countsItem({ agencies, documents }: ChecksPage, context: ExportContext): ExportItem {
  const { checks: m, methods } = MESSAGES[context.lang];
  const table = plainTable(
    {
      id: 'checks-by-agency',
      title: `${m.exportTitle} · ${m.byAgency}`,
      notes: [m.byAgencyNote],
      columns: [
        { id: 'agency', label: m.agency, numeric: false },
        { id: 'findings', label: m.findings, numeric: true },
        ...STATUS_ORDER.map((status) => ({
          id: status,
          label: methods.verdicts[status],
          numeric: true,
        })),
        { id: 'rate', label: m.rate, unit: '%', numeric: true },
      ],
      rows: agencies.map(({ name, findings, counts, rate }) => [
        name,
        String(findings),
        ...STATUS_ORDER.map((status) => String(counts[status])),
        rate ?? '',
      ]),
      sources: documents.map((document) => sourceOf(document, context)),
    },
    context,
  );
  return { table };
}
