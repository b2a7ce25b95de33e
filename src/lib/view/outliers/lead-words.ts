import { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import { textOf } from '../../words/say.ts';
import { formatDecimal } from '../comparison/figures.ts';
import { gapAbove } from '../comparison/gap.ts';
import { agencyName } from '../comparison/marks.ts';
import { list } from '../comparison/words.ts';
import { FEWEST_FOR_MADS } from './standing.ts';
import type { Looked, Standing, Standings } from './standing.ts';

/** What stands out, how far from what, among how many; only what the intervals allow. */
export function leadSentences({ standings, figures }: Looked, entry: Standing, lang: Lang): string[] {
  const zh = lang === 'zh';
  const { selection, entries, median } = standings;
  const { input, unit } = selection;
  const name = agencyName(entry.agency, lang);
  const said = figures.withUnit(figures.convert(entry.measured.value));
  const middle = figures.withUnit(figures.convert(median.value));
  const metric = input.metric.name[lang];
  const year = entry.row.fiscal_year;
  const place = placeOf(entry, { standings }, lang);
  const first = zh
    ? `${name} ${year} 年的${metric}是 ${said}，${place}；中位数是 ${middle}（${middleName(standings, lang)}）。`
    : `${name}: ${metric} of ${said} in ${year}, ${place}; the median is ${middle} (${middleName(standings, lang)}).`;
  const above = entry.side === 'above';
  const [high, low] = above ? [entry.measured, median] : [median, entry.measured];
  const what = above ? (zh ? '中位数' : 'the median') : name;
  const clause = gapAbove(high, low, unit, what, lang);
  const subject = above ? name : zh ? '中位数' : 'The median';
  const verb = zh ? '' : ' is ';
  const second = clause === null ? [] : [`${subject}${verb}${textOf(clause)}${zh ? '。' : '.'}`];
  return [first, ...second, ...distanceSentence(entry, entries.length, lang)];
}

function distanceSentence({ mads }: Standing, counted: number, lang: Lang): string[] {
  const zh = lang === 'zh';
  if (counted < FEWEST_FOR_MADS)
    return [
      zh
        ? `有数的不足 ${FEWEST_FOR_MADS} 家，只说名次和与中位数之比，不打分。`
        : `Fewer than ${FEWEST_FOR_MADS} have the figure: rank and ratio to the median, no score.`,
    ];
  if (!mads) return [];
  const size = formatDecimal(mads.toDecimalPlaces(1, Decimal.ROUND_DOWN), 1);
  return [
    zh
      ? `离中位数至少 ${size} 个中位绝对偏差（MAD）。`
      : `It lies at least ${size} median absolute deviations (MAD) from the median.`,
  ];
}

/** Whose figure the median is. */
export function middleName({ middle }: Standings, lang: Lang): string {
  const names = middle.map(({ agency }) => agencyName(agency, lang));
  if (names.length < 2) return names.join('');
  return lang === 'zh' ? `${list(names, lang)}的平均` : `mean of ${list(names, lang)}`;
}

/** 10 家中第 3, among 10 agencies rank 3. */
export function placeOf(
  { rank, tied }: Standing,
  { standings: { entries } }: Pick<Looked, 'standings'>,
  lang: Lang,
): string {
  const of = entries.length;
  if (lang === 'zh') return `有数的 ${of} 家中从高到低${tied ? '并列' : ''}第 ${rank}`;
  return `rank ${rank}${tied ? ' (tied)' : ''} of ${of} from the highest`;
}
