import type { CheckLine } from '$lib/view/checks/index';
import {
  checksTable,
  plainTable,
  sourceOf,
  type ExportItem,
  type ExportProof,
  type ExportTable,
  type PlainCell,
  type PlainTable,
} from '$lib/view/export/index';
import type { RowVerdict } from '$lib/view/proof/index';
import type { Interface } from '../../session/interface';
import { exportContext } from '../export/context';
import type { AgencyProfile, KeyFigure, StructureLine } from './profile';

/** What an agency's page shows besides its profile. */
export interface ShownAgency {
  profile: AgencyProfile;
  /** One for each key figure; null where it has none. */
  verdicts: readonly (RowVerdict['value'] | null)[];
  /** What does not tie in its documents. */
  broken: readonly CheckLine[];
  ruleNames: Record<string, string>;
  release: string;
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

/** One part of an agency's page, ready to be exported; null where the page shows nothing there. */
export function agencyItem(part: AgencyPart, shown: ShownAgency, ui: Interface): ExportItem | null {
  const table = PARTS[part](shown, ui);
  return table && table.rows.length > 0 ? { table } : null;
}

/** Everything on an agency's page. */
export function agencyItems(shown: ShownAgency, ui: Interface): ExportItem[] {
  return AGENCY_PARTS.flatMap((part) => agencyItem(part, shown, ui) ?? []);
}

type MakeTable = (shown: ShownAgency, ui: Interface) => ExportTable | null;

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
function made(part: AgencyPart, shown: ShownAgency, ui: Interface, { name, ...body }: Body): ExportTable {
  const { profile, release } = shown;
  const context = exportContext(ui, release, `/agencies/${profile.agency.agency_id}`);
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
        { name: ui.m.checks.agency, value: profile.name },
        { name: ui.m.agencies.years, value: year },
      ],
      sources,
    },
    context,
  );
}

function cellOf({ profile }: ShownAgency, text: string, ref: string): PlainCell {
  return { text, proof: { documentId: profile.documentId, refs: [ref], verdict: null } };
}

function keyFigures(shown: ShownAgency, ui: Interface): ExportTable {
  const m = ui.m.agencies;
  const proof = ({ figure }: KeyFigure, index: number): ExportProof | null =>
    figure && {
      documentId: figure.row.document_id,
      refs: [...figure.row.numerator_facts, ...figure.row.denominator_facts],
      verdict: shown.verdicts[index] ?? null,
    };
  return made('figures', shown, ui, {
    name: m.keyFigures,
    columns: [
      { id: 'name', label: m.label, numeric: false },
      { id: 'value', label: m.amount, numeric: true },
      { id: 'unit', label: ui.m.compare.unit, numeric: false },
    ],
    rows: shown.profile.keyFigures.map((figure, index) => {
      const text = figure.absent ? ui.m.compare.absent : figure.value;
      const found = proof(figure, index);
      return [figure.label, found ? { text, proof: found } : text, figure.unit];
    }),
  });
}

function structureTable(part: 'function-mix' | 'economic-mix'): MakeTable {
  return (shown, ui) => {
    const m = ui.m.agencies;
    const lines = shown.profile.structure.find(({ id }) => id === part)?.lines ?? [];
    return made(part, shown, ui, {
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

function projectsTable(shown: ShownAgency, ui: Interface): ExportTable {
  const m = ui.m.agencies;
  return made('projects', shown, ui, {
    name: m.projects,
    unit: shown.profile.unit,
    columns: [
      { id: 'depth', label: ui.m.agency.depth, numeric: true },
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

function threePublicTable(shown: ShownAgency, ui: Interface): ExportTable | null {
  const { threePublic, unit } = shown.profile;
  const m = ui.m.agencies;
  return (
    threePublic &&
    made('three-public', shown, ui, {
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

function staffTable(shown: ShownAgency, ui: Interface): ExportTable {
  const m = ui.m.agencies;
  return made('staff', shown, ui, {
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

function indicatorsTable(shown: ShownAgency, ui: Interface): ExportTable {
  const [m, words] = [ui.m.agencies, ui.m.agency];
  return made('indicators', shown, ui, {
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

function completenessTable(shown: ShownAgency, ui: Interface): ExportTable {
  const m = ui.m.agency;
  return made('completeness', shown, ui, {
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

function findingsTable(shown: ShownAgency, ui: Interface): ExportTable {
  const { profile, broken, ruleNames, release } = shown;
  const context = exportContext(ui, release, `/agencies/${profile.agency.agency_id}`);
  const concerned = new Set(broken.map((line) => line.document));
  return checksTable(
    {
      lines: broken,
      id: `${profile.agency.agency_id}-findings`,
      title: `${profile.name} · ${ui.m.agency.findings}`,
      filters: [
        { name: ui.m.checks.agency, value: profile.name },
        { name: ui.m.checks.status, value: ui.m.methods.verdicts.broken },
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
