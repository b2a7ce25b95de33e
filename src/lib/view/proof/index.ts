export type { FigureView } from './reference.ts';
export {
  agencyPagePath,
  anchorOf,
  cellOfHref,
  cellPath,
  cellProofPath,
  documentPath,
  figureKey,
  parseReference,
  rowOfKey,
} from './reference.ts';
export { figureOfCell } from './cell-figure.ts';
export { parsePlace, placeOrder, sameRow, sayPlace } from './place.ts';
export { proofPanel } from './panel.ts';
export { cellVerdictReader, verdictReader, worst } from './verdict.ts';
export type { CheckedRecords, RowVerdict } from './verdict.ts';
export type { ProofInput, ProofPanel, SumTerm, WrittenSum } from './types.ts';
export { pageSketch } from './sketch.ts';
export { checkSlip, slipFile } from './slip.ts';
export type { SlipProblem } from './slip.ts';
