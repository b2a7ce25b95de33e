import type { ExtractContext, Unit } from '../model/index.ts';
import type { Scheme } from '../codes/index.ts';
import type { Fund, Item, Measure } from '../terms/index.ts';

/** What a figure in the column is, as far as the heads say. */
export interface AmountColumn {
  role: 'amount';
  column: number;
  label: string;
  path: string[];
  measure: Measure;
  fund: Fund | null;
  item: Item | null;
  fiscalYear: number | null;
  columnCode: string | null;
  columnScheme: Scheme | null;
  unit: Unit | null;
  percent: boolean;
  basis: 'budget' | 'execution' | null;
}

export type TextRole =
  | 'serial'
  | 'code'
  | 'gov-code'
  | 'label'
  | 'gov-label'
  | 'unit-code'
  | 'unit-name'
  | 'project'
  | 'year'
  | 'purchase'
  | 'text'
  | 'aside';

export interface TextColumn {
  role: TextRole;
  column: number;
  label: string;
  /** The classification that the head names for a code or label column. */
  scheme: Scheme | null;
}

/** 类, 款 or 项 of a code that is printed in parts. */
export interface PartColumn {
  role: 'part';
  column: number;
  label: string;
  scheme: Scheme;
}

export type Column = AmountColumn | TextColumn | PartColumn;

/** A column of amounts of which nothing is known but its place and head. */
export function plainAmountColumn(
  { column, label }: Pick<Column, 'column' | 'label'>,
  fiscalYear: ExtractContext['fiscalYear'],
): AmountColumn {
  return {
    role: 'amount',
    column,
    label,
    path: label === '' ? [] : label.split(' / '),
    measure: 'total',
    fund: null,
    item: null,
    fiscalYear,
    columnCode: null,
    columnScheme: null,
    unit: null,
    percent: false,
    basis: null,
  };
}
