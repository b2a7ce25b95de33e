import type { MetricId, MetricRecord, MetricVariant } from '../../../data/metrics/types.ts';
import type { Lang } from '../../../core/model/localised.ts';
import { MESSAGES } from '../../../words/index.ts';

export interface NamedNote {
  id: string;
  name: string;
  note: string;
}

/** A metric record in one language, as the page of methods prints it. */
export interface MetricDescription {
  id: MetricId;
  name: string;
  question: string;
  definition: string;
  formula: string;
  goodFor: string;
  variants: NamedNote[];
  denominators: NamedNote[];
  items: string[];
  caveats: string[];
  sql: string;
}

export function describeMetric(record: MetricRecord, lang: Lang): MetricDescription {
  const named = (entries: readonly MetricVariant[]): NamedNote[] =>
    entries.map((entry) => ({ id: entry.id, name: entry.name[lang], note: entry.note[lang] }));
  return {
    id: record.id,
    name: record.name[lang],
    question: record.question[lang],
    definition: record.definition[lang],
    formula: record.formula[lang],
    goodFor: record.goodFor[lang],
    variants: named(record.variants),
    denominators: named(record.denominators),
    items: record.items.map((item) => item.name[lang]),
    caveats: record.caveats.map((caveat) => caveat.text([MESSAGES[lang].methods.someAgency], lang)),
    sql: record.sql.trim(),
  };
}
