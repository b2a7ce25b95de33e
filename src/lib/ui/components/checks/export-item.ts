import { STATUS_ORDER, type CheckLine, type ChecksFilter } from '$lib/view/checks/index';
import {
  checksTable,
  plainTable,
  sourceOf,
  type ExportFilter,
  type ExportItem,
} from '$lib/view/export/index';
import type { Interface } from '../../session/interface';
import { exportContext } from '../export/context';
import type { ChecksPage } from './page';

export interface ShownChecks {
  lines: readonly CheckLine[];
  filter: ChecksFilter;
  page: ChecksPage;
  release: string;
  /** The filters as a query string with the release. */
  query: string;
  agencyName: (id: string) => string;
  ruleName: (id: string) => string;
}

/** The checks that a reader sees, ready to be exported and cited. */
export function checksItem(shown: ShownChecks, ui: Interface): ExportItem {
  const { lines, page, release, query, agencyName, ruleName } = shown;
  const context = exportContext(ui, release, `/checks?${query}`);
  const concerned = new Set(lines.map((line) => line.document));
  const sources = page.documents
    .filter(({ document_id }) => concerned.has(document_id))
    .map((document) => sourceOf(document, context));
  const table = checksTable(
    {
      lines,
      title: ui.m.checks.exportTitle,
      filters: checksFilters(shown, ui),
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
  ui: Interface,
): ExportFilter[] {
  const m = ui.m.checks;
  if (filter.only !== null) return [{ name: m.findings, value: filter.only }];
  return [
    {
      name: m.status,
      value: ui.m.format.list(filter.statuses.map((status) => ui.m.methods.verdicts[status])),
    },
    { name: m.agency, value: filter.agency === null ? m.agencyAll : agencyName(filter.agency) },
    { name: m.rule, value: filter.rule === null ? m.ruleAll : ruleName(filter.rule) },
    { name: m.gap, value: m.gaps[filter.gap] },
  ];
}

/** How the checks of each agency came out, ready to be exported. */
export function countsItem({ agencies, documents }: ChecksPage, release: string, ui: Interface): ExportItem {
  const m = ui.m.checks;
  const context = exportContext(ui, release, '/checks');
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
          label: ui.m.methods.verdicts[status],
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
