import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow, MetricVariant } from '../../data/metrics/types.ts';
import { textOf } from '../../words/say.ts';
import type { ViewState } from '../state.ts';
import { unlikeAgencies, unlikeSentence, withRemedies } from './comparability.ts';
import { comparisonCaveats, comparisonSources, comparisonTitle, sourceLine } from './frame.ts';
import { chosenForm, isItemised } from './forms.ts';
import type { ComparedMetric, ComparisonInput } from './input.ts';
import type { ComparisonPart } from './part.ts';
import { compareMatrix } from './matrix/index.ts';
import { compareRanked } from './ranked/index.ts';
import { selectView } from './selection.ts';
import type { Selection } from './selection.ts';
import { compareStacked } from './stacked/index.ts';
import { compareTrend } from './trend/index.ts';
import type { Comparison } from './types.ts';
import { running } from './words.ts';

/**
 * One comparison in one language: the rows that the state selects, as marks, ranks, statements and a table, with
 * what has to be said beside them. Pure; the same for the prerendered page, the browser and the exports.
 */
export function compare(state: ViewState, input: ComparisonInput, lang: Lang): Comparison {
  const selection = selectView(state, input);
  const { rows, table, sentence, statements, ...part } = comparePart(selection, lang);
  const unlike = unlikeAgencies(selection, rows, lang);
  const series = part.series.map((entry) => ({ ...entry, unlike: unlike.get(entry.agencyId) ?? [] }));
  const rowsOf = (other: ViewState): readonly MetricRow[] =>
    other === state ? rows : comparePart(selectView(other, input), lang).rows;
  const title = comparisonTitle(selection, { ...part, rows }, lang);
  const sources = comparisonSources(selection, rows);
  return {
    state,
    lang,
    title,
    question: input.metric.question[lang],
    unit: selection.unit,
    caveats: withRemedies(selection, comparisonCaveats(selection, rows, lang), rowsOf, lang),
    unlike: unlikeSentence(series, lang),
    sources,
    source: sourceLine(sources, input.release, lang),
    table: { caption: title, ...table },
    ...part,
    sentence: textOf(sentence),
    statements: statements.map(textOf),
    segments: { sentence, statements },
    series,
  };
}

/** What is selected in the form asked for, or in the one that suits it best. */
function comparePart(selection: Selection, lang: Lang): ComparisonPart {
  const { input, items } = selection;
  const { metric } = input;
  const form = chosenForm(selection);
  const item = isItemised(selection) ? ((items.length > 0 ? items : metric.items)[0] ?? null) : null;
  switch (form) {
    case 'ranked-bars':
    case 'dots':
      return { ...compareRanked(selection, item?.id ?? '', lang), form };
    case 'slope':
    case 'year-panels': {
      const name = item ? trendName(metric, item, lang) : metric.name[lang];
      return { ...compareTrend(selection, item?.id ?? '', name, lang), form };
    }
    case 'stacked':
    case 'item-panels':
      return { ...compareStacked(selection, items.length > 0 ? items : metric.items, lang), form };
    case 'matrix':
      return compareMatrix(selection, lang);
  }
}

/** “三公”经费合计 for the whole, 公务接待费 for a part. */
function trendName(metric: ComparedMetric, item: MetricVariant, lang: Lang): string {
  const name = item.name[lang];
  const whole = item === metric.items[0];
  if (lang === 'en')
    return whole ? `${running(metric.name.en, lang)} (${running(name, lang)})` : running(name, lang);
  if (whole) return `${metric.name.zh}${name}`;
  return name.endsWith('费') ? name : `${name}费`;
}
