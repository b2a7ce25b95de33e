import type { Lang } from '../../core/model/localised.ts';
import { gapAbove } from './gap.ts';
import { absentSentences } from './part.ts';
import { entryNames } from './ranked.ts';
import type { Ranked, RankedEntry } from './ranked.ts';
import { compareMeasured } from './ranks.ts';
import type { Selection } from './selection.ts';
import { list, paragraph } from './words.ts';

/** What the bars show: who is highest and by how much over the median, who is lowest, who is missing and why. */
export function rankedSentence(selection: Selection, ranked: Ranked, lang: Lang): string {
  return paragraph(
    [...mainSentences(selection, ranked, lang), ...absentSentences(ranked.absent, lang)],
    lang,
  );
}

function mainSentences(selection: Selection, ranked: Ranked, lang: Lang): string[] {
  const zh = lang === 'zh';
  const published = byValue(ranked.entries);
  const { figures } = ranked;
  const said = (entry: RankedEntry): string => figures.withUnit(entry.measured.value);
  const [first, second] = published;
  if (!first)
    return [zh ? '所选机构都没有可以比较的数。' : 'None of the agencies chosen has a figure to compare.'];
  const name = (entry: RankedEntry): string => entryNames([entry], lang)[0] ?? '';
  if (!second) {
    return [
      zh
        ? `只有${name(first)}有这个数：${said(first)}，无从比较。`
        : `Only ${name(first)} has this figure, ${said(first)}; there is nothing to compare it with.`,
    ];
  }
  const top = published.filter((entry) => entry.series.rank === 1);
  const last = published.at(-1) ?? first;
  const bottom = published.filter((entry) => entry.series.rank === last.series.rank);
  if (top.length === published.length) {
    return [
      zh
        ? `${list(entryNames(top, lang), lang)}在${said(last)}至${said(first)}之间，差距都在舍入范围之内，分不出高低。`
        : `${list(entryNames(top, lang), lang)} lie between ${said(last)} and ${said(first)}; rounding leaves no order among them.`,
    ];
  }
  return [highest(selection, ranked, top, lang), lowest(ranked, bottom, lang)];
}

function highest(
  { unit }: Selection,
  { median, figures }: Ranked,
  top: readonly RankedEntry[],
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const [first] = top;
  if (!first) return '';
  const said = figures.withUnit(first.measured.value);
  if (top.length > 1) {
    const names = list(entryNames(top, lang), lang);
    return zh
      ? `${names}并列最高，约 ${said}，差距在舍入范围之内。`
      : `${names} share the highest place at about ${said}; the difference lies within rounding.`;
  }
  const [name = ''] = entryNames(top, lang);
  if (!median) return zh ? `${name}最高，为 ${said}。` : `${name} is highest, at ${said}.`;
  const middle = zh
    ? `中位数 ${figures.withUnit(median.value)} `
    : `the median of ${figures.withUnit(median.value)}`;
  const gap = gapAbove(first.measured, median, unit, middle, lang);
  if (gap !== null)
    return zh ? `${name}最高，为 ${said}，${gap}。` : `${name} is highest, at ${said}, ${gap}.`;
  return zh
    ? `${name}最高，为 ${said}；中位数是 ${figures.withUnit(median.value)}。`
    : `${name} is highest, at ${said}; the median is ${figures.withUnit(median.value)}.`;
}

function lowest({ figures }: Ranked, bottom: readonly RankedEntry[], lang: Lang): string {
  const zh = lang === 'zh';
  const [first] = bottom;
  if (!first) return '';
  const names = list(entryNames(bottom, lang), lang);
  const said = figures.withUnit(first.measured.value);
  if (bottom.length > 1)
    return zh ? `${names}并列最低，约 ${said}。` : `${names} share the lowest place at about ${said}.`;
  return zh ? `${names}最低，为 ${said}。` : `${names} is lowest, at ${said}.`;
}

/** Plain statements beside the sentence: the spread, ties, what rests on the reader's headcount. */
export function rankedStatements(selection: Selection, ranked: Ranked, lang: Lang): string[] {
  const zh = lang === 'zh';
  const { entries, figures, median } = ranked;
  const published = byValue(entries);
  const statements: string[] = [];
  const [first, last] = [published[0], published.at(-1)];
  if (first && last && first !== last) {
    const [high = '', low = ''] = entryNames([first, last], lang);
    const gap = gapAbove(first.measured, last.measured, selection.unit, low, lang);
    if (gap !== null) statements.push(zh ? `${high}${gap}。` : `${high} is ${gap}.`);
  }
  if (median) {
    const above = published.filter((entry) => compareMeasured(entry.measured, median) === 'above');
    const below = published.filter((entry) => compareMeasured(entry.measured, median) === 'below');
    const middle = figures.withUnit(median.value);
    statements.push(
      zh
        ? `中位数是 ${middle}：${above.length} 个机构在其上，${below.length} 个在其下。`
        : `The median is ${middle}: ${above.length} above it, ${below.length} below.`,
    );
  }
  for (const group of tiedGroups(published)) {
    const names = list(entryNames(group, lang), lang);
    statements.push(
      zh
        ? `${names}的差距在舍入范围之内，名次并列。`
        : `${names} differ by no more than rounding allows and share a rank.`,
    );
  }
  for (const { row, series, measured } of entries.filter((entry) => entry.row.status === 'reader')) {
    const said = figures.withUnit(measured.value);
    statements.push(
      zh
        ? `${series.name}的 ${said} 按读者自填的 ${row.denominator} 人算出，不参加排名，也不计入中位数。`
        : `${series.name}'s ${said} rests on a headcount of ${row.denominator} typed in by the reader; it is neither ranked nor in the median.`,
    );
  }
  return statements;
}

function byValue(entries: readonly RankedEntry[]): RankedEntry[] {
  return entries
    .filter(({ row }) => row.status !== 'reader')
    .sort((a, b) => b.measured.value.cmp(a.measured.value));
}

function tiedGroups(published: readonly RankedEntry[]): RankedEntry[][] {
  const groups = new Map<number | null, RankedEntry[]>();
  for (const entry of published)
    if (entry.series.rankTied)
      groups.set(entry.series.rank, [...(groups.get(entry.series.rank) ?? []), entry]);
  return [...groups.values()];
}
