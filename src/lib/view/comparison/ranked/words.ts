import type { Lang } from '../../../core/model/localised.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { figure, say } from '../../../words/say.ts';
import type { Said } from '../../../words/say.ts';
import type { Figures } from '../figures.ts';
import { gapAbove } from '../gap.ts';
import { absentSaid } from '../part.ts';
import { entryNames } from './model.ts';
import type { Ranked, RankedEntry } from './model.ts';
import type { Selection } from '../selection.ts';
import { list, paragraphSaid } from '../words.ts';

/** What the bars show: who is highest and by how much over the median, who is lowest, who is missing and why. */
export function rankedSentence(selection: Selection, ranked: Ranked, lang: Lang): Said<MetricRow> {
  return paragraphSaid([...mainSentences(selection, ranked, lang), ...absentSaid(ranked.absent, lang)], lang);
}

function mainSentences(selection: Selection, ranked: Ranked, lang: Lang): Said<MetricRow>[] {
  const zh = lang === 'zh';
  const published = byValue(ranked.entries);
  const { figures } = ranked;
  const said = (entry: RankedEntry): Said<MetricRow> => figureOf(entry, figures);
  const [first, second] = published;
  if (!first)
    return [
      zh ? say`所选机构都没有可以比较的数。` : say`None of the agencies chosen has a figure to compare.`,
    ];
  const name = (entry: RankedEntry): string => entryNames([entry], lang)[0] ?? '';
  if (!second && selection.agencies.length === 1)
    return [zh ? say`${name(first)}是 ${said(first)}。` : say`${name(first)} has ${said(first)}.`];
  if (!second) {
    return [
      zh
        ? say`只有${name(first)}有这个数：${said(first)}，无从比较。`
        : say`Only ${name(first)} has this figure, ${said(first)}; there is nothing to compare it with.`,
    ];
  }
  const top = published.filter((entry) => entry.series.rank === 1);
  const last = published.at(-1) ?? first;
  const bottom = published.filter((entry) => entry.series.rank === last.series.rank);
  if (top.length === published.length) {
    const names = list(entryNames(top, lang), lang);
    const same = sharedFigure(top, figures);
    if (figures.withUnit(first.measured.value) === figures.withUnit(last.measured.value))
      return [zh ? say`${names}都是 ${same}。` : say`${names} all have ${same}.`];
    return [
      zh
        ? say`${names}在 ${said(last)} 至 ${said(first)} 之间，差距都在舍入范围之内，分不出高低。`
        : say`${names} lie between ${said(last)} and ${said(first)}; rounding leaves no order among them.`,
    ];
  }
  if (selection.input.metric.signed) return changeSentences(ranked, published, top, bottom, lang);
  return [
    highest(selection, ranked, top, published.length === 2 ? second : null, lang),
    ...(published.length > 2 ? [lowest(ranked, bottom, lang)] : []),
  ];
}

function highest(
  { unit }: Selection,
  { median, figures }: Ranked,
  top: readonly RankedEntry[],
  only: RankedEntry | null,
  lang: Lang,
): Said<MetricRow> {
  const zh = lang === 'zh';
  const [first] = top;
  if (!first) return [];
  const said = sharedFigure(top, figures);
  const names = list(entryNames(top, lang), lang);
  if (top.length > 1) {
    if (writtenAlike(top, figures))
      return zh ? say`${names}并列最高，都是 ${said}。` : say`${names} share the highest place at ${said}.`;
    return zh
      ? say`${names}并列最高，约 ${said}，差距在舍入范围之内。`
      : say`${names} share the highest place at about ${said}; the difference lies within rounding.`;
  }
  const other = only?.measured ?? median;
  if (!other) return zh ? say`${names}最高，为 ${said}。` : say`${names} is highest, at ${said}.`;
  const bracketed = only ? figureOf(only, figures) : say`${figures.withUnit(other.value)}`;
  const [zhOther, enOther] = only
    ? [entryNames([only], lang).join(''), entryNames([only], lang).join('')]
    : ['中位数', 'the median'];
  const what = zh ? say`${zhOther}（${bracketed}）` : say`${enOther} (${bracketed})`;
  const gap = gapAbove(first.measured, other, unit, what, lang);
  if (gap !== null)
    return zh ? say`${names}最高，为 ${said}，${gap}。` : say`${names} is highest, at ${said}, ${gap}.`;
  return zh
    ? say`${names}最高，为 ${said}；${zhOther}是 ${bracketed}。`
    : say`${names} is highest, at ${said}; ${enOther} is ${bracketed}.`;
}

function lowest({ figures }: Ranked, bottom: readonly RankedEntry[], lang: Lang): Said<MetricRow> {
  const zh = lang === 'zh';
  const [first] = bottom;
  if (!first) return [];
  const names = list(entryNames(bottom, lang), lang);
  const said = sharedFigure(bottom, figures);
  if (bottom.length === 1) return zh ? say`${names}最低，为 ${said}。` : say`${names} is lowest, at ${said}.`;
  const equal = writtenAlike(bottom, figures);
  if (zh) return say`${names}并列最低，${equal ? '都是' : '约'} ${said}。`;
  return say`${names} share the lowest place at ${equal ? '' : 'about '}${said}.`;
}

/** More and less instead of high and low, where the figures are changes. */
function changeSentences(
  { figures }: Ranked,
  published: readonly RankedEntry[],
  top: readonly RankedEntry[],
  bottom: readonly RankedEntry[],
  lang: Lang,
): Said<MetricRow>[] {
  const zh = lang === 'zh';
  const up = published.filter(({ measured }) => measured.low.gt(0));
  const down = published.filter(({ measured }) => measured.high.lt(0));
  const size = (entry: RankedEntry | undefined): Said<MetricRow> =>
    entry ? figure(figures.withUnit(entry.measured.value.abs()), entry.row) : [];
  const most = (end: readonly RankedEntry[], rising: boolean): Said<MetricRow>[] => {
    const names = list(entryNames(end, lang), lang);
    if (zh)
      return [say`${names}${rising ? '增加' : '减少'}最多，${rising ? '增加' : '减少'} ${size(end[0])}。`];
    return [say`${names} ${rising ? 'gained' : 'lost'} most, ${size(end[0])}.`];
  };
  const same = published.length - up.length - down.length;
  return [
    zh
      ? say`有数的 ${published.length} 个机构中，${up.length} 个增加，${down.length} 个减少${same > 0 ? `，${same} 个持平` : ''}。`
      : say`Of ${published.length} agencies with figures, ${up.length} went up, ${down.length} went down${same > 0 ? `, ${same} stayed the same` : ''}.`,
    ...(top.every((entry) => up.includes(entry)) ? most(top, true) : []),
    ...(bottom.every((entry) => down.includes(entry)) ? most(bottom, false) : []),
  ];
}

/** Plain statements beside the sentence: the spread, ties, what rests on the reader's headcount. */
export function rankedStatements(selection: Selection, ranked: Ranked, lang: Lang): Said<MetricRow>[] {
  const zh = lang === 'zh';
  const { entries, figures, median } = ranked;
  const published = byValue(entries);
  const statements: Said<MetricRow>[] = [];
  const [first, last] = [published[0], published.at(-1)];
  if (first && last && first !== last && !selection.input.metric.signed) {
    const [high = '', low = ''] = entryNames([first, last], lang);
    const gap = gapAbove(first.measured, last.measured, selection.unit, low, lang);
    if (gap !== null) statements.push(zh ? say`${high}${gap}。` : say`${high} is ${gap}.`);
  }
  if (median) {
    const middle = figures.withUnit(median.value);
    statements.push(
      zh
        ? say`有数的 ${published.length} 个机构的中位数是 ${middle}。`
        : say`The median of the ${published.length} agencies with figures is ${middle}.`,
    );
  }
  for (const group of tiedGroups(published)) {
    const names = list(entryNames(group, lang), lang);
    if (group.every(({ measured }) => measured.value.eq(group[0]?.measured.value ?? 0)))
      statements.push(
        zh ? say`${names}的数相同，名次并列。` : say`${names} have the same figure and share a rank.`,
      );
    else
      statements.push(
        zh
          ? say`${names}的差距在舍入范围之内，名次并列。`
          : say`${names} differ by no more than rounding allows and share a rank.`,
      );
  }
  for (const { row, series, measured } of entries.filter((entry) => entry.row.status === 'reader')) {
    const said = figure(figures.withUnit(measured.value), row);
    statements.push(
      zh
        ? say`${series.name}的 ${said} 按读者自填的 ${row.denominator ?? ''} 人算出，不参加排名，也不计入中位数。`
        : say`${series.name}'s ${said} rests on a headcount of ${row.denominator ?? ''} typed in by the reader; it is neither ranked nor in the median.`,
    );
  }
  return statements;
}

function figureOf({ row, measured }: RankedEntry, figures: Figures): Said<MetricRow> {
  return figure(figures.withUnit(measured.value), row);
}

/** The figure that several share, or that the first has, as that of the one named last among those who have it. */
function sharedFigure(entries: readonly RankedEntry[], figures: Figures): Said<MetricRow> {
  const text = figures.withUnit(entries[0]?.measured.value ?? 0);
  const owner = entries.findLast(({ measured }) => figures.withUnit(measured.value) === text);
  return owner ? figure(text, owner.row) : [];
}

function writtenAlike(entries: readonly RankedEntry[], figures: Figures): boolean {
  return new Set(entries.map(({ measured }) => figures.withUnit(measured.value))).size === 1;
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
