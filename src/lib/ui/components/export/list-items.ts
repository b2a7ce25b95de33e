import { plainTable, type ExportItem, type ExportSource, type PlainColumn } from '$lib/view/export/index';
import type { Interface } from '../../session/interface';
import type { MetricDescription } from '../methods/describe';
import type { RuleGroup } from '../methods/rules';
import { exportContext } from './context';

/** A list of a page: its columns by id and label, those that hold counts marked, and its entries as the page writes them. */
export interface List {
  id: string;
  title: string;
  columns: readonly (readonly [id: string, label: string, kind?: 'count'])[];
  rows: readonly (readonly (string | number)[])[];
  sources?: readonly ExportSource[];
}

/** Lists of a page as tables that can be exported; `path` is the page's own, without language prefix. */
export function listItems(
  lists: readonly List[],
  release: string,
  path: string,
  ui: Interface,
): ExportItem[] {
  const context = exportContext(ui, release, path);
  return lists.map(({ columns, rows, sources = [], ...list }) => ({
    table: plainTable(
      {
        ...list,
        columns: columns.map(([id, label, kind]): PlainColumn => ({ id, label, numeric: kind === 'count' })),
        rows: rows.map((row) => row.map(String)),
        sources,
      },
      context,
    ),
  }));
}

/** Definitions of the metrics and rules of reconciliation with how their checks came out. */
export function methodLists(
  metrics: readonly MetricDescription[],
  rules: readonly RuleGroup[],
  ui: Interface,
): List[] {
  const m = ui.m.methods;
  const { columns: c } = ui.m.exporting;
  const verdicts = ['exact', 'rounding', 'broken', 'unchecked'] as const;
  return [
    {
      id: 'metrics',
      title: m.metrics,
      columns: [
        ['metric', 'ID'],
        ['name', c.name],
        ['definition', ui.m.compare.definition],
        ['formula', ui.m.compare.formula],
        ['variants', m.variants],
      ],
      rows: metrics.map(({ id, name, definition, formula, variants }) => [
        id,
        name,
        definition,
        formula,
        ui.m.format.list(variants.map((variant) => variant.name)),
      ]),
    },
    {
      id: 'rules',
      title: m.checks,
      columns: [
        ['rule', 'ID'],
        ['family', c.family],
        ['name', c.name],
        ['meaning', c.meaning],
        ...verdicts.map((status) => [status, m.verdicts[status], 'count'] as const),
      ],
      rows: rules.flatMap((family) =>
        family.rules.map(({ id, name, meaning, counts }) => [
          id,
          family.name,
          name,
          meaning,
          ...verdicts.map((status) => counts[status]),
        ]),
      ),
    },
  ];
}

export interface ListedAgency {
  id: string;
  name: string;
  level: keyof Interface['m']['agencies']['levels'];
  years: readonly number[];
  scopes: readonly (keyof Interface['m']['agencies']['scopes'])[];
  made: number;
  broken: number;
}

export function agencyList(agencies: readonly ListedAgency[], ui: Interface): List {
  const m = ui.m.agencies;
  return {
    id: 'agencies',
    title: m.title,
    columns: [
      ['agency_id', 'ID'],
      ['name', ui.m.exporting.columns.name],
      ['level', m.level],
      ['years', m.years],
      ['scope', m.scope],
      ['checks', m.checks, 'count'],
      ['broken', ui.m.methods.verdicts.broken, 'count'],
    ],
    rows: agencies.map(({ id, name, level, years, scopes, made, broken }) => [
      id,
      name,
      m.levels[level],
      ui.m.format.list(years.map(String)),
      ui.m.format.list(scopes.map((scope) => m.scopes[scope])),
      made,
      broken,
    ]),
  };
}

export interface ListedDocument {
  id: string;
  title: string;
  agency: string;
  year: number;
  stage: 'budget' | 'final-account';
  format: string;
  tables: number;
  facts: number;
  sourceName: string;
  sha256: string;
}

export function documentList(documents: readonly ListedDocument[], ui: Interface): List {
  const m = ui.m.proof.documents;
  const { columns: c } = ui.m.exporting;
  return {
    id: 'documents',
    title: m.index,
    columns: [
      ['document_id', 'ID'],
      ['title', c.title],
      ['agency', m.agency],
      ['year', ui.m.agencies.years],
      ['stage', m.kind],
      ['format', c.format],
      ['tables', c.tables, 'count'],
      ['cells', c.cells, 'count'],
      ['file', m.source],
      ['sha256', m.sha],
    ],
    rows: documents.map((document) => [
      document.id,
      document.title,
      document.agency,
      document.year,
      ui.m.agencies.stages[document.stage],
      document.format.toUpperCase(),
      document.tables,
      document.facts,
      document.sourceName,
      document.sha256,
    ]),
  };
}
