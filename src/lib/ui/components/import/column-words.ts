import { capitalised } from '$lib/core/model/localised';
import {
  FUND_TERMS,
  ITEM_TERMS,
  MEASURE_TERMS,
  type Fund,
  type Item,
  type Measure,
} from '$lib/core/terms/index';
import type { Interface } from '../../session/interface';

type Words = Pick<Interface, 'm' | 'lang'>;

/** What a column measures, as its editor and its head call it. */
export function measureLabel(measure: Measure, { m, lang }: Words): string {
  return measure === 'total' ? m.local.amount : capitalised(MEASURE_TERMS[measure].name)[lang];
}

export function fundLabel(fund: Fund, { lang }: Words): string {
  return capitalised(FUND_TERMS[fund].name)[lang];
}

export function itemLabel(item: Item, { lang }: Words): string {
  return capitalised(ITEM_TERMS[item].name)[lang];
}
