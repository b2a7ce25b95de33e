import type { DocumentPage, ListedFigure, PageCell, PageRow, PageTable } from '../../document/page.ts';
import type { ExportTable } from '../types.ts';
import { basisOf, sourceOf } from './context.ts';
import type { ExportContext } from './context.ts';
import { plainTable } from './plain.ts';
import type { PlainCell, PlainColumn } from './plain.ts';

const WORDS = {
  zh: {
    code: '编码',
    label: '名称',
    detail: '单位或项目',
    figure: '印出的数',
    amount: '折合',
    unit: '计量',
    place: '文件中的位置',
    document: '文件',
    table: '表',
  },
  en: {
    code: 'code',
    label: 'label',
    detail: 'unit or project',
    figure: 'as printed',
    amount: 'amounts to',
    unit: 'counted in',
    place: 'place in the file',
    document: 'document',
    table: 'table',
  },
} as const;

/** A published table as it was rebuilt, in its printed unit, every figure with its cell and its place in the file. */
export function publishedTable(page: DocumentPage, table: PageTable, context: ExportContext): ExportTable {
  const { document } = page;
  const w = WORDS[context.lang];
  const parts = table.groups.map((_, group) => labelColumns(table.rows, group));
  return plainTable(
    {
      id: `${document.document_id}-${table.id}`,
      title: `${document.title} ${table.region}`,
      unit: table.unit ?? '',
      basis: basisOf([document.stage], context.lang),
      filters: [
        { name: w.document, value: document.title },
        { name: w.table, value: table.region },
      ],
      notes: [table.reason, ...table.issues.map(({ text }) => text)].filter((text) => text !== ''),
      columns: table.groups.flatMap(({ columns }, group): PlainColumn[] => [
        ...(parts[group] ?? []).map((part) => ({
          id: `${part}_${group + 1}`,
          label: w[part],
          numeric: false,
        })),
        ...columns.map((label, index) => ({ id: `c${group + 1}_${index + 1}`, label, numeric: true })),
      ]),
      rows: table.rows.map((row) =>
        table.groups.flatMap(({ columns }, group): PlainCell[] => {
          const part = row.parts[group] ?? null;
          return [
            ...(parts[group] ?? []).map((name) => part?.[name] ?? ''),
            ...columns.map((_, index) => printedCell(part?.cells[index] ?? null, document.document_id)),
          ];
        }),
      ),
      sources: [sourceOf(document, context)],
    },
    context,
  );
}

type LabelPart = 'code' | 'label' | 'detail';

/** The parts of its label that a group of columns uses. */
function labelColumns(rows: readonly PageRow[], group: number): LabelPart[] {
  const used = (part: LabelPart): boolean => rows.some((row) => Boolean(row.parts[group]?.[part]));
  return (['code', 'label', 'detail'] as const).filter((part) => part === 'label' || used(part));
}

function printedCell(cell: PageCell | null, documentId: string): PlainCell {
  if (!cell) return '';
  const { text, ref, locator, verdict } = cell;
  return { text, proof: { documentId, refs: [ref], locators: [locator], verdict } };
}

/** Figures of the prose, headcounts or targets of a document, each with its place. */
export function listedTable(
  page: DocumentPage,
  { id, title, figures }: { id: string; title: string; figures: readonly ListedFigure[] },
  context: ExportContext,
): ExportTable {
  const { document } = page;
  const w = WORDS[context.lang];
  return plainTable(
    {
      id: `${document.document_id}-${id}`,
      title: `${document.title} ${title}`,
      basis: basisOf([document.stage], context.lang),
      filters: [{ name: w.document, value: document.title }],
      columns: [
        { id: 'label', label: w.label, numeric: false },
        { id: 'detail', label: w.detail, numeric: false },
        { id: 'printed', label: w.figure, numeric: false },
        { id: 'amount', label: w.amount, numeric: true },
        { id: 'unit', label: w.unit, numeric: false },
        { id: 'place', label: w.place, numeric: false },
      ],
      rows: figures.map((figure) => {
        const [, amount = '', unit = ''] = /^([−\d,.]+)\s*(.*)$/.exec(figure.amount) ?? [];
        const proof = { documentId: document.document_id, refs: [figure.ref], verdict: figure.verdict };
        return [figure.label, figure.detail, { text: figure.printed, proof }, amount, unit, figure.spoken];
      }),
      sources: [sourceOf(document, context)],
    },
    context,
  );
}

/** Every table and list of a document's page that has figures. */
export function documentTables(
  page: DocumentPage,
  titles: Readonly<Record<'derived' | 'headcounts' | 'claims' | 'indicators', string>>,
  context: ExportContext,
): ExportTable[] {
  const lists = (['headcounts', 'claims', 'derived', 'indicators'] as const).filter(
    (id) => page[id].length > 0,
  );
  return [
    ...page.tables.filter(({ rows }) => rows.length > 0).map((table) => publishedTable(page, table, context)),
    ...lists.map((id) => listedTable(page, { id, title: titles[id], figures: page[id] }, context)),
  ];
}
