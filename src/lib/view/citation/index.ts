export { chartCitation, datasetCitation, figureCitation, figureQuote } from './cite.ts';
export type { Citation, CitedChart, CitedDocument, CitedFigure, CitedFrom } from './cite.ts';
