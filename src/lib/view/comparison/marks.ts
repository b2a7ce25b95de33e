import type { Decimal } from '../../core/money/index.ts';
import type { Agency } from '../../data/answers.ts';
import type { MetricRow } from '../../data/metrics/types.ts';
import { agencyPagePath } from '../proof/reference.ts';
import type { ViewState } from '../state.ts';
import { absenceShort, absenceText } from './absence.ts';
import { seriesColour } from './colours.ts';
import type { Figures } from './figures.ts';
import type { Measured } from './ranks.ts';
import type { Selection } from './selection.ts';
import type { AbsentEntry, EntryAbsence, Mark, Series } from './types.ts';
import { running } from './words.ts';

/** Value and interval of a row that has one, in the display unit. */
export function measure(row: MetricRow, figures: Figures): Measured {
  const value = figures.convert(row.value ?? 0);
  return {
    value,
    low: row.low === null ? value : figures.convert(row.low),
    high: row.high === null ? value : figures.convert(row.high),
  };
}

export function makeMark(
  row: MetricRow,
  figures: Figures,
  key: string,
  label: string,
  restated: MetricRow | null = null,
): Mark {
  const { value, low, high } = measure(row, figures);
  const other = restated && figures.convert(restated.value ?? 0);
  return {
    key,
    label,
    year: row.fiscal_year,
    value: value.toFixed(),
    number: value.toNumber(),
    low: low.toNumber(),
    high: high.toNumber(),
    text: figures.text(value),
    said: figures.withUnit(value),
    status: row.status,
    restatement: restated &&
      other && {
        text: figures.text(other),
        said: figures.withUnit(other),
        number: other.toNumber(),
        row: restated,
      },
    row,
  };
}

export function agencyName(agency: Agency, lang: 'zh' | 'en'): string {
  return lang === 'zh' ? agency.short_zh : agency.short_en;
}

export function agencyPath(agency: Agency): string {
  return agencyPagePath(agency.agency_id);
}

export function makeSeries(
  { input }: Selection,
  agency: Agency,
  lang: 'zh' | 'en',
  marks: Mark[],
  detail: string,
): Series {
  return {
    agencyId: agency.agency_id,
    name: agencyName(agency, lang),
    fullName: lang === 'zh' ? agency.name_zh : agency.short_en,
    detail,
    unlike: [],
    href: agencyPath(agency),
    colour: seriesColour(input.agencies, agency.agency_id),
    rank: null,
    rankTied: false,
    total: null,
    marks,
  };
}

export function makeAbsent(
  agency: Agency,
  reason: EntryAbsence,
  row: MetricRow | null,
  what: string,
  lang: 'zh' | 'en',
  key = '',
): AbsentEntry {
  return {
    agencyId: agency.agency_id,
    name: agencyName(agency, lang),
    href: agencyPath(agency),
    key,
    reason,
    short: absenceShort(reason, lang),
    text: absenceText(reason, running(what, lang), lang),
    row,
  };
}

/** Orders by the reader's choice; `size` is what value orders compare, null last. Names go by pinyin in Chinese. */
export function sortEntries<T>(
  entries: readonly T[],
  sort: ViewState['sort'],
  size: (entry: T) => Decimal | null,
  name: (entry: T) => string,
  lang: 'zh' | 'en',
): T[] {
  const collator = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en');
  const byName = (a: T, b: T): number => collator.compare(name(a), name(b));
  if (sort === 'name') return [...entries].sort(byName);
  const direction = sort === 'value-desc' ? -1 : 1;
  return [...entries].sort((a, b) => {
    const [x, y] = [size(a), size(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return direction * x.cmp(y);
  });
}
