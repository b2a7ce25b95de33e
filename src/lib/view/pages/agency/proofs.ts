import type { CheckStatus } from '../../../core/model/extract.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { cellPath } from '../../proof/index.ts';
import { defaultView } from '../metric-view.ts';
import { rowProof, type CitedText, type VerdictOf } from '../proofs.ts';
import type { MetricView } from '../metric-view.ts';
import type { AgencyProfile, FigureCell, StructureLine } from './profile.ts';

/** What ties the figures of an agency's page to their proofs. */
export interface AgencyProofs {
  /** One a key figure; null where there is no proof. */
  keyFigures: (CheckStatus | null)[];
  /** Verdicts of the cells that the page shows. */
  cells: Record<string, CheckStatus>;
  threePublic: { view: MetricView; columns: string[]; rows: CitedText[][] } | null;
  staff: CitedText[][];
  places: { view: MetricView; name: string; figure: CitedText; place: string }[];
}

export interface Verdicts {
  ofRow: VerdictOf;
  ofCell: (ref: string) => CheckStatus;
}

export function agencyProofs(
  profile: AgencyProfile,
  { ofRow, ofCell }: Verdicts,
  release: string,
  lang: Lang,
): AgencyProofs {
  const cited = ({ text, row }: FigureCell, view: MetricView): CitedText => ({
    text,
    proof: row && rowProof(row, view, ofRow),
  });
  const { threePublic, staff, documentId } = profile;
  const view = defaultView('three-public', release, lang);
  return {
    keyFigures: profile.keyFigures.map(({ figure }) => figure && ofRow(figure.row).value),
    cells: Object.fromEntries(shownCells(profile).map((ref) => [ref, ofCell(ref)])),
    threePublic: threePublic && {
      view,
      columns: threePublic.years.map(String),
      rows: threePublic.items.map(({ label, cells }) => [
        words(label),
        ...cells.map((cell) => cited(cell, view)),
      ]),
    },
    staff: staff.map(({ kind, category, asOf, count, ref }) => [
      ...[kind, category, asOf].map(words),
      {
        text: count,
        proof: { key: ref, verdict: ofCell(ref), href: cellPath(documentId, ref) },
      },
    ]),
    places: profile.places.map(({ metric, name, figure, place }) => {
      const own = defaultView(metric, release, lang);
      return { view: own, name, place, figure: cited(figure, own) };
    }),
  };
}

function words(text: string): CitedText {
  return { text, proof: null };
}

function shownCells({ structure, projects }: AgencyProfile): string[] {
  const below = ({ factId, children }: StructureLine): string[] => [factId, ...children.flatMap(below)];
  return [...structure.flatMap(({ lines }) => lines.flatMap(below)), ...projects.map(({ factId }) => factId)];
}
