import { Decimal } from '../../../core/money/index.ts';
import type { Lang } from '../../../core/model/localised.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { figure, say } from '../../../words/say.ts';
import type { Said } from '../../../words/say.ts';
import { agreed } from '../gap.ts';
import { agencyName, measure } from '../marks.ts';
import { absentSaid } from '../part.ts';
import { medianOf, rankByInterval } from '../ranks.ts';
import { isValued } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { changeOf, directionOf } from './model.ts';
import type { Trend, TrendEntry } from './model.ts';
import { counted, list, paragraphSaid, years } from '../words.ts';

/** Who is highest in its last year and how it changed, how many went up, down or stayed, who is missing. */
export function trendSentence(selection: Selection, trend: Trend, lang: Lang): Said<MetricRow> {
  const missing = absentSaid(
    trend.absent.filter((entry) => entry.key === ''),
    lang,
  );
  return paragraphSaid([highest(selection, trend, lang), say`${directions(trend, lang)}`, ...missing], lang);
}

function highest(selection: Selection, trend: Trend, lang: Lang): Said<MetricRow> {
  const zh = lang === 'zh';
  const { figures } = trend;
  const latest = trend.entries.flatMap((entry) => {
    const row = entry.years.at(-1)?.row;
    return isValued(row) ? [{ entry, row, measured: measure(row, figures) }] : [];
  });
  const ranks = rankByInterval(latest.map(({ measured }) => measured));
  const top = latest.filter((_, index) => ranks[index]?.rank === 1);
  const [first] = top;
  if (!first)
    return zh
      ? say`所选机构都没有公开${trend.name}。`
      : say`None of the agencies chosen publishes ${trend.name}.`;
  const written = figures.withUnit(first.measured.value);
  // Of several that are written alike, the figure is that of the one named last.
  const owner = top.findLast(({ measured }) => figures.withUnit(measured.value) === written) ?? first;
  const said = figure(written, owner.row);
  const name = agencyName(first.entry.agency, lang);
  if (selection.agencies.length === 1)
    return zh
      ? say`${name}的${trend.name}，${first.row.fiscal_year} 年为 ${said}${changeClause(first.entry, trend, lang)}。`
      : say`${name}’s ${trend.name}: ${said} in ${first.row.fiscal_year}${changeClause(first.entry, trend, lang)}.`;
  if (latest.length === 1)
    return zh
      ? say`只有${name}公开了${trend.name}：${first.row.fiscal_year} 年 ${said}${changeClause(first.entry, trend, lang)}。`
      : say`Only ${name} publishes ${trend.name}: ${said} in ${first.row.fiscal_year}${changeClause(first.entry, trend, lang)}.`;
  if (top.length === 1)
    return zh
      ? say`${name}的${trend.name}最高，${first.row.fiscal_year} 年为 ${said}${changeClause(first.entry, trend, lang)}。`
      : say`${name} has the highest ${trend.name}, ${said} in ${first.row.fiscal_year}${changeClause(first.entry, trend, lang)}.`;
  const names = list(
    top.map(({ entry }) => agencyName(entry.agency, lang)),
    lang,
  );
  return zh
    ? say`${names}的${trend.name}并列最高，约 ${said}，差距在舍入范围之内。`
    : say`${names} share the highest ${trend.name}, about ${said}; the difference lies within rounding.`;
}

/** ，比 2023 年增加 21,400 元（107.0%）, or ，比 2023 年高 2.1 个百分点; '' where the earlier year is missing. */
export function changeClause(entry: TrendEntry, { figures, unit }: Trend, lang: Lang): string {
  const zh = lang === 'zh';
  const change = changeOf(entry, figures);
  if (!change) return '';
  const year = change.from.fiscal_year;
  const direction = directionOf(change);
  if (direction === 'same') return zh ? `，与 ${year} 年持平` : `, unchanged from ${year}`;
  const up = direction === 'up';
  if (unit === 'percent') {
    const points = agreed(
      Decimal.min(change.low.abs(), change.high.abs()),
      Decimal.max(change.low.abs(), change.high.abs()),
    );
    if (zh) return `，比 ${year} 年${up ? '高' : '低'} ${points} 个百分点`;
    return `, ${points} percentage points ${up ? 'above' : 'below'} ${year}`;
  }
  const before = measure(change.from, figures);
  const size = figures.withUnit(change.value.abs());
  let percent = '';
  if (before.low.gt(0)) {
    const low = Decimal.min(change.low.abs(), change.high.abs()).div(before.high).times(100);
    const high = Decimal.max(change.low.abs(), change.high.abs()).div(before.low).times(100);
    percent = zh ? `（${agreed(low, high)}%）` : ` (${agreed(low, high)}%)`;
  }
  if (zh) return `，比 ${year} 年${up ? '增加' : '减少'} ${size}${percent}`;
  return `, ${size}${percent} ${up ? 'more' : 'less'} than in ${year}`;
}

function directions(trend: Trend, lang: Lang): string {
  const zh = lang === 'zh';
  const names: Record<'up' | 'down' | 'same' | 'unknown', string[]> = {
    up: [],
    down: [],
    same: [],
    unknown: [],
  };
  for (const entry of trend.entries) {
    const change = changeOf(entry, trend.figures);
    names[change ? directionOf(change) : 'unknown'].push(agencyName(entry.agency, lang));
  }
  if (trend.entries.length < 2) return '';
  const said = (zhVerb: string, enVerb: string, who: string[]): string[] =>
    who.length === 0
      ? []
      : [
          zh
            ? `${who.length} 个${zhVerb}（${list(who, lang)}）`
            : `${who.length} ${enVerb} (${list(who, lang)})`,
        ];
  const parts = [
    ...said('增加', 'went up', names.up),
    ...said('减少', 'went down', names.down),
    ...said('与上年持平', 'stayed the same', names.same),
    ...said('没有可比的上年数', 'can’t be compared', names.unknown),
  ];
  const total = trend.entries.length;
  return zh
    ? `有数的 ${total} 个机构中，${parts.join('，')}。`
    : `Of ${counted(total, 'agency', 'agencies')} with figures, ${parts.join(', ')}.`;
}

/** Each agency's change, what was worked out from a sentence, what a later document restates, what is missing. */
export function trendStatements(_: Selection, trend: Trend, lang: Lang): Said<MetricRow>[] {
  const zh = lang === 'zh';
  const statements: Said<MetricRow>[] = [];
  for (const entry of trend.entries) {
    const name = agencyName(entry.agency, lang);
    const clause = changeClause(entry, trend, lang);
    const last = entry.years.at(-1)?.row;
    if (clause !== '' && isValued(last)) {
      const said = figure(trend.figures.withUnit(measure(last, trend.figures).value), last);
      statements.push(
        zh
          ? say`${name} ${last.fiscal_year} 年 ${said}${clause}。`
          : say`${name}: ${said} in ${last.fiscal_year}${clause}.`,
      );
    }
    for (const { year, row, restated } of entry.years) {
      if (!row || !restated) continue;
      const [was = [], became = []] = [row, restated].map((each) =>
        figure(trend.figures.withUnit(measure(each, trend.figures).value), each),
      );
      statements.push(
        zh
          ? say`${name} ${year} 年的数，当年文件印 ${was}，后来的文件印 ${became}；图中用当年的。`
          : say`${name}'s figure of ${year} is ${was} in that year's document and ${became} in a later one; the chart shows the former.`,
      );
    }
  }
  statements.push(...medianStatement(trend, lang), ...derivedStatement(trend, lang));
  return [
    ...statements,
    ...absentSaid(
      trend.absent.filter((entry) => entry.key !== ''),
      lang,
    ),
  ];
}

function medianStatement({ entries, figures, name }: Trend, lang: Lang): Said<MetricRow>[] {
  const latest = entries.flatMap(({ years }) => {
    const row = years.at(-1)?.row;
    return isValued(row) ? [row] : [];
  });
  const median = medianOf(latest.map((row) => measure(row, figures)));
  if (!median) return [];
  const said = figures.withUnit(median.value);
  const when = years(
    latest.map((row) => row.fiscal_year),
    lang,
  );
  return [
    lang === 'zh'
      ? say`${when}有数的 ${latest.length} 个机构，${name}的中位数是 ${said}。`
      : say`The median of ${name} is ${said} (${latest.length} agencies, ${when}).`,
  ];
}

/** Which points are hollow, and why. */
function derivedStatement({ entries }: Trend, lang: Lang): Said<MetricRow>[] {
  const zh = lang === 'zh';
  const derived = entries.flatMap(({ agency, years }) =>
    years
      .filter(({ row }) => row?.status === 'derived')
      .map(({ year }) =>
        zh ? `${agencyName(agency, lang)} ${year} 年` : `${agencyName(agency, lang)} of ${year}`,
      ),
  );
  if (derived.length === 0) return [];
  return [
    zh
      ? say`${list(derived, lang)}的数由文件中与上年比较的文字推算，图中用空心点。`
      : say`Worked out from a sentence that compares the years, and hollow in the chart: ${list(derived, lang)}.`,
  ];
}
