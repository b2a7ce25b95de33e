import type { Localised } from '../../core/model/localised.ts';
import type { Constituents } from './constituents.ts';
import type { MetricRow, MetricUnit } from './row.ts';

export interface MetricVariant {
  id: string;
  name: Localised;
  /** What goes into it, in one plain sentence. */
  note: Localised;
  /** Where this variant is counted in something else than the metric. */
  unit?: MetricUnit;
}

/** Facts about the rows shown that a caveat predicate may look at besides the rows themselves. */
export interface DocumentFacts {
  document_id: string;
  agency_id: string;
  fiscal_year: number;
  stage: 'budget' | 'final-account';
  scope: 'department' | 'unit';
  /** Kind of body and level of government of its agency; null where they are not known. */
  body?: string | null;
  level?: string | null;
  /** Date of the headcount used, ISO, or null. */
  headcount_as_of: string | null;
  /** Retirees' pay inside personnel expenditure, yuan, or null. */
  retiree_pay: string | null;
  /** 30239 (其他交通费用) booked as personnel, yuan, or null. */
  transport_in_personnel: string | null;
  /** Transfers to people and funds inside projects, yuan, or null. */
  transfer_projects: string | null;
  /** Hired staff paid out of a project, as far as its name or breakdown says so. */
  hired_staff_projects: string[];
  /** Which version of the performance form it uses: cost as a class of its own (newer), or under output. */
  indicator_form?: 'newer' | 'older' | null;
  /** How many of its indicators are long-term. */
  long_term_indicators?: number;
}

export interface Caveat {
  id: string;
  /** Whether it applies to what is shown, and to which documents; null where it stays silent. */
  applies: (rows: readonly MetricRow[], documents: readonly DocumentFacts[]) => string[] | null;
  text: (names: readonly string[], lang: 'zh' | 'en') => string;
}

/**
 * One metric, all of it: its words, its query and how the pages treat it. The SQL takes no values from outside: variants and
 * denominators come back as columns.
 */
export interface MetricDefinition<Id extends string = string> {
  id: Id;
  name: Localised;
  /** The question that the comparison answers, as a heading. */
  question: Localised;
  /** What it means and is good for, for the page of methods. */
  definition: Localised;
  goodFor: Localised;
  formula: Localised;
  unit: MetricUnit;
  variants: MetricVariant[];
  denominators: MetricVariant[];
  items: MetricVariant[];
  /** What a reader sees first; amounts of money in yuan, 万元 or 亿元. */
  defaults: { variant: string; denominator: string; unit: 'yuan' | 'wan' | 'yi' };
  /** Whether the home page shows it. */
  front?: true;
  /** Whether values below zero have a meaning (changes). */
  signed?: true;
  /** Chart that suits it. */
  form: 'ranked-bars' | 'slope' | 'matrix' | 'stacked';
  /** What of it is looked through for leads: a value an agency that a reader may take for news. None: it isn't. */
  lead?: { variant: string; item: string };
  /** Variants that give an agency one value, so that it can stand against another metric, the usual one first. */
  pairs: readonly string[];
  /** What a variant's figure is made of; of several ways the one that leaves least open counts. */
  madeOf?: Readonly<Record<string, readonly Constituents[]>>;
  /** A page that says more about it, path without language prefix. */
  further?: { path: string; text: Localised };
  caveats: Caveat[];
  /** Answers every variant, denominator, year and item at once, columns as MetricRow less value, low, high; lists as VARCHAR[]. */
  sql: string;
}

/** A metric; its id is known by its type. */
export function defineMetric<const Id extends string>(metric: MetricDefinition<Id>): MetricDefinition<Id> {
  return metric;
}
