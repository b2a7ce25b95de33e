import type { Lang } from '../../core/model/localised.ts';
import type { ViewState } from '../state.ts';
import { comparisonCaveats, comparisonSources, comparisonTitle, sourceLine } from './frame.ts';
import type { ComparisonInput } from './input.ts';
import type { ComparisonPart } from './part.ts';
import { compareRanked } from './ranked.ts';
import { selectView } from './selection.ts';
import type { Selection } from './selection.ts';
import type { Comparison } from './types.ts';

/**
 * One comparison in one language: the rows that the state selects, as marks, ranks, statements and a table, with
 * what has to be said beside them. Pure; the same for the prerendered page, the browser and the exports.
 */
export function compare(state: ViewState, input: ComparisonInput, lang: Lang): Comparison {
  const selection = selectView(state, input);
  const { rows, table, ...part } = comparePart(selection, lang);
  const title = comparisonTitle(selection, rows, lang);
  const sources = comparisonSources(selection, rows);
  return {
    state,
    lang,
    title,
    question: input.metric.question[lang],
    unit: selection.unit,
    caveats: comparisonCaveats(selection, rows, lang),
    sources,
    source: sourceLine(sources, input.release, lang),
    table: { caption: title, ...table },
    ...part,
  };
}

function comparePart(selection: Selection, lang: Lang): ComparisonPart {
  return compareRanked(selection, lang);
}
