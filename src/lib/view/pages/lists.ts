import {
  plainTable,
  type ExportContext,
  type ExportItem,
  type ExportSource,
  type PlainColumn,
} from '../export/index.ts';
import type { Messages } from '../../words/index.ts';
import type { MetricDescription } from './methods/describe.ts';
import type { RuleGroup } from './methods/rules.ts';

/** A list of a page: its columns by id and label, those that hold counts marked, and its entries as the page writes them. */
export interface List {
  id: string;
  title: string;
  columns: readonly (readonly [id: string, label: string, kind?: 'count'])[];
  rows: readonly (readonly (string | number)[])[];
  sources?: readonly ExportSource[];
}

/** Lists of a page as tables that can be exported. */
export function listItems(lists: readonly List[], context: ExportContext): ExportItem[] {
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
  words: Messages,
): List[] {
  const m = words.methods;
  const { columns: c } = words.exporting;
  const verdicts = ['exact', 'rounding', 'explained', 'broken', 'unchecked'] as const;
  return [
    {
      id: 'metrics',
      title: m.metrics,
      columns: [
        ['metric', 'ID'],
        ['name', c.name],
        ['definition', words.compare.definition],
        ['formula', words.compare.formula],
        ['variants', m.variants],
      ],
      rows: metrics.map(({ id, name, definition, formula, variants }) => [
        id,
        name,
        definition,
        formula,
        words.format.list(variants.map((variant) => variant.name)),
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
  level: keyof Messages['agencies']['levels'];
  years: readonly number[];
  scopes: readonly (keyof Messages['agencies']['scopes'])[];
  made: number;
  broken: number;
}

export function agencyList(agencies: readonly ListedAgency[], words: Messages): List {
  const m = words.agencies;
  return {
    id: 'agencies',
    title: m.title,
    columns: [
      ['agency_id', 'ID'],
      ['name', words.exporting.columns.name],
      ['level', m.level],
      ['years', m.years],
      ['scope', m.scope],
      ['checks', m.checks, 'count'],
      ['broken', words.methods.verdicts.broken, 'count'],
    ],
    rows: agencies.map(({ id, name, level, years, scopes, made, broken }) => [
      id,
      name,
      m.levels[level],
      words.format.list(years.map(String)),
      words.format.list(scopes.map((scope) => m.scopes[scope])),
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

export function documentList(documents: readonly ListedDocument[], words: Messages): List {
  const m = words.proof.documents;
  const { columns: c } = words.exporting;
  return {
    id: 'documents',
    title: m.index,
    columns: [
      ['document_id', 'ID'],
      ['title', c.title],
      ['agency', m.agency],
      ['year', words.agencies.years],
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
      words.agencies.stages[document.stage],
      document.format.toUpperCase(),
      document.tables,
      document.facts,
      document.sourceName,
      document.sha256,
    ]),
  };
}
