import type { CheckLine } from '../../checks/index.ts';
import {
  checksTable,
  plainTable,
  sourceOf,
  type ExportContext,
  type ExportItem,
  type ExportProof,
  type ExportTable,
  type PlainCell,
  type PlainTable,
} from '../../export/index.ts';
import type { RowVerdict } from '../../proof/index.ts';
import { MESSAGES } from '../../../words/index.ts';
import type { AgencyProfile, KeyFigure, StructureLine } from './profile.ts';

/** What an agency's page shows besides its profile. */
export interface ShownAgency {
  profile: AgencyProfile;
  /** One for each key figure; null where it has none. */
  verdicts: readonly (RowVerdict['value'] | null)[];
  /** What does not tie in its documents. */
  broken: readonly CheckLine[];
  ruleNames: Record<string, string>;
}

export const AGENCY_PARTS = [
  'figures',
  'function-mix',
  'economic-mix',
  'projects',
  'three-public',
  'staff',
  'indicators',
  'findings',
  'completeness',
] as const;
export type AgencyPart = (typeof AGENCY_PARTS)[number];

/** One part of an agency's page, ready to be exported to where the context says; null where the page shows nothing there. */
export function agencyItem(part: AgencyPart, shown: ShownAgency, context: ExportContext): ExportItem | null {
  const table = PARTS[part](shown, context);
  return table && table.rows.length > 0 ? { table } : null;
}

/** Everything on an agency's page. */
export function agencyItems(shown: ShownAgency, context: ExportContext): ExportItem[] {
  return AGENCY_PARTS.flatMap((part) => agencyItem(part, shown, context) ?? []);
}

type MakeTable = (shown: ShownAgency, context: ExportContext) => ExportTable | null;

const PARTS: Record<AgencyPart, MakeTable> = {
  figures: keyFigures,
  'function-mix': structureTable('function-mix'),
  'economic-mix': structureTable('economic-mix'),
  projects: projectsTable,
  'three-public': threePublicTable,
  staff: staffTable,
  indicators: indicatorsTable,
  findings: findingsTable,
  completeness: completenessTable,
};

type Body = Pick<PlainTable, 'columns' | 'rows'> & { name: string; unit?: string };

/** A part as a table of the agency's newest document. */
function made(
  part: AgencyPart,
  shown: ShownAgency,
  context: ExportContext,
  { name, ...body }: Body,
): ExportTable {
  const { profile } = shown;
  const newest = profile.documents.find(({ document_id }) => document_id === profile.documentId);
  const sources = newest ? [sourceOf(newest, context)] : [];
  const year = String(profile.year);
  return plainTable(
    {
      ...body,
      id: `${profile.agency.agency_id}-${part}`,
      title: `${profile.name} · ${name} · ${year}`,
      basis: sources.map(({ basis }) => basis).join(''),
      filters: [
        { name: MESSAGES[context.lang].checks.agency, value: profile.name },
        { name: MESSAGES[context.lang].agencies.years, value: year },
      ],
      sources,
    },
    context,
  );
}

function cellOf({ profile }: ShownAgency, text: string, ref: string): PlainCell {
  return { text, proof: { documentId: profile.documentId, refs: [ref], verdict: null } };
}

function keyFigures(shown: ShownAgency, context: ExportContext): ExportTable {
  const m = MESSAGES[context.lang].agencies;
  const proof = ({ figure }: KeyFigure, index: number): ExportProof | null =>
    figure && {
      documentId: figure.row.document_id,
      refs: [...figure.row.numerator_facts, ...figure.row.denominator_facts],
      verdict: shown.verdicts[index] ?? null,
    };
  return made('figures', shown, context, {
    name: m.keyFigures,
    columns: [
      { id: 'name', label: m.label, numeric: false },
      { id: 'value', label: m.amount, numeric: true },
      { id: 'unit', label: MESSAGES[context.lang].compare.unit, numeric: false },
    ],
    rows: shown.profile.keyFigures.map((figure, index) => {
      const text = figure.absent ? MESSAGES[context.lang].compare.absent : figure.value;
      const found = proof(figure, index);
      return [figure.label, found ? { text, proof: found } : text, figure.unit];
    }),
  });
}

function structureTable(part: 'function-mix' | 'economic-mix'): MakeTable {
  return (shown, context) => {
    const m = MESSAGES[context.lang].agencies;
    const lines = shown.profile.structure.find(({ id }) => id === part)?.lines ?? [];
    return made(part, shown, context, {
      name: part === 'function-mix' ? m.byFunction : m.byEconomic,
      unit: shown.profile.unit,
      columns: [
        { id: 'code', label: m.code, numeric: false },
        { id: 'label', label: m.label, numeric: false },
        { id: 'amount', label: m.amount, unit: shown.profile.unit, numeric: true },
        { id: 'share', label: m.share, unit: '%', numeric: true },
      ],
      rows: flat(lines).map((line) => [
        line.code,
        line.label,
        cellOf(shown, line.amount, line.factId),
        line.share,
      ]),
    });
  };
}

function flat(lines: readonly StructureLine[]): StructureLine[] {
  return lines.flatMap((line) => [line, ...flat(line.children)]);
}

function projectsTable(shown: ShownAgency, context: ExportContext): ExportTable {
  const m = MESSAGES[context.lang].agencies;
  return made('projects', shown, context, {
    name: m.projects,
    unit: shown.profile.unit,
    columns: [
      { id: 'depth', label: MESSAGES[context.lang].agency.depth, numeric: true },
      { id: 'name', label: m.label, numeric: false },
      { id: 'amount', label: m.amount, unit: shown.profile.unit, numeric: true },
      { id: 'targets', label: m.indicators, numeric: true },
    ],
    rows: shown.profile.projects.map((line) => [
      String(line.depth),
      line.name,
      cellOf(shown, line.amount, line.factId),
      line.group ? '' : String(line.targets.length),
    ]),
  });
}

function threePublicTable(shown: ShownAgency, context: ExportContext): ExportTable | null {
  const { threePublic, unit } = shown.profile;
  const m = MESSAGES[context.lang].agencies;
  return (
    threePublic &&
    made('three-public', shown, context, {
      name: m.threePublic,
      unit,
      columns: [
        { id: 'item', label: m.item, numeric: false },
        ...threePublic.years.map((year) => ({ id: `y${year}`, label: String(year), unit, numeric: true })),
      ],
      rows: threePublic.items.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    })
  );
}

function staffTable(shown: ShownAgency, context: ExportContext): ExportTable {
  const m = MESSAGES[context.lang].agencies;
  return made('staff', shown, context, {
    name: m.staff,
    columns: [
      { id: 'kind', label: m.kind, numeric: false },
      { id: 'category', label: m.category, numeric: false },
      { id: 'as_of', label: m.asOf, numeric: false },
      { id: 'count', label: m.count, numeric: true },
    ],
    rows: shown.profile.staff.map(({ kind, category, asOf, count }) => [kind, category, asOf, count]),
  });
}

function indicatorsTable(shown: ShownAgency, context: ExportContext): ExportTable {
  const [m, words] = [MESSAGES[context.lang].agencies, MESSAGES[context.lang].agency];
  return made('indicators', shown, context, {
    name: m.indicators,
    columns: [
      { id: 'level1', label: words.level1, numeric: false },
      { id: 'level2', label: words.level2, numeric: false },
      { id: 'name', label: m.label, numeric: false },
      { id: 'target', label: m.target, numeric: false },
      { id: 'quantitative', label: words.quantitative, numeric: false },
      { id: 'horizon', label: words.horizon, numeric: false },
      { id: 'project', label: m.projects, numeric: false },
    ],
    rows: shown.profile.indicators.flatMap(({ level1, level2, lines }) =>
      lines.map((line) => [
        level1,
        level2,
        line.name,
        cellOf(shown, line.target, line.ref),
        line.quantitative ? words.yes : words.no,
        words.horizons[line.horizon],
        line.project === '' ? words.whole : line.project,
      ]),
    ),
  });
}

function completenessTable(shown: ShownAgency, context: ExportContext): ExportTable {
  const m = MESSAGES[context.lang].agency;
  return made('completeness', shown, context, {
    name: m.completeness,
    columns: [
      { id: 'item', label: m.item, numeric: false },
      { id: 'state', label: m.state, numeric: false },
      { id: 'reason', label: m.reasonHead, numeric: false },
      { id: 'table', label: m.where, numeric: false },
    ],
    rows: shown.profile.completeness.map(({ name, state, reason, ref, where }) => [
      name,
      ref === null ? m.states[state] : cellOf(shown, m.states[state], ref),
      reason ?? '',
      where ?? '',
    ]),
  });
}

function findingsTable(shown: ShownAgency, context: ExportContext): ExportTable {
  const { profile, broken, ruleNames } = shown;
  const concerned = new Set(broken.map((line) => line.document));
  return checksTable(
    {
      lines: broken,
      id: `${profile.agency.agency_id}-findings`,
      title: `${profile.name} · ${MESSAGES[context.lang].agency.findings}`,
      filters: [
        { name: MESSAGES[context.lang].checks.agency, value: profile.name },
        { name: MESSAGES[context.lang].checks.status, value: MESSAGES[context.lang].methods.verdicts.broken },
      ],
      sources: profile.documents
        .filter(({ document_id }) => concerned.has(document_id))
        .map((document) => sourceOf(document, context)),
      agencyName: () => profile.name,
      ruleName: (id) => ruleNames[id] ?? id,
    },
    context,
  );
}
