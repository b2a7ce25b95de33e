import type { Lang } from '../../../core/model/localised.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { figure, say } from '../../../words/say.ts';
import type { Said } from '../../../words/say.ts';
import { agencyName, measure } from '../marks.ts';
import { absentSaid } from '../part.ts';
import { rankByInterval } from '../ranks.ts';
import type { Measured } from '../ranks.ts';
import type { Selection } from '../selection.ts';
import type { Stacked, StackedEntry } from './model.ts';
import { list, listSaid, paragraphSaid, running } from '../words.ts';

/** The largest part and how far it reaches, or who has the highest sum and what it is made of; who is missing. */
export function stackedSentence({ unit }: Selection, stacked: Stacked, lang: Lang): Said<MetricRow> {
  const missing = absentSaid(stacked.absent, lang);
  const zh = lang === 'zh';
  if (stacked.entries.length === 0)
    return paragraphSaid(
      [
        zh ? say`所选机构都没有可以比较的数。` : say`None of the agencies chosen has figures to compare.`,
        ...missing,
      ],
      lang,
    );
  return paragraphSaid(
    [unit === 'percent' ? largestShare(stacked, lang) : highestSum(stacked, lang), ...missing],
    lang,
  );
}

function largestShare({ entries, items, figures }: Stacked, lang: Lang): Said<MetricRow> {
  const zh = lang === 'zh';
  const [item] = items;
  if (!item) return [];
  const values = entries
    .flatMap((entry) => {
      const row = entry.parts.find((part) => part.item === item)?.row;
      return row ? [{ entry, row, ...measure(row, figures) }] : [];
    })
    .sort((a, b) => b.value.cmp(a.value));
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return [];
  const said = (one: typeof first): Said<MetricRow> =>
    say`${agencyName(one.entry.agency, lang)} ${figure(figures.withUnit(one.value), one.row)}`;
  if (first === last)
    return zh
      ? say`占比最大的是${item.name.zh}：${said(first)}。`
      : say`The largest part is ${running(item.name.en, lang)}: ${said(first)}.`;
  return zh
    ? say`总的看，占比最大的是${item.name.zh}：从${said(last)} 到${said(first)}。`
    : say`The largest part overall is ${running(item.name.en, lang)}: from ${said(last)} to ${said(first)}.`;
}

function highestSum(stacked: Stacked, lang: Lang): Said<MetricRow> {
  const zh = lang === 'zh';
  const { entries, figures } = stacked;
  const sums = entries
    .filter((entry) => entry.complete)
    .map((entry) => ({ entry, sum: sumOf(entry, stacked) }));
  const ranks = rankByInterval(sums.map(({ sum }) => sum));
  const top = sums.filter((_, index) => ranks[index]?.rank === 1);
  const [first] = top;
  if (!first)
    return zh ? say`没有一个机构公开了所选的全部项目。` : say`No agency publishes all of the items chosen.`;
  const said = figures.withUnit(first.sum.value);
  const names = list(
    top.map(({ entry }) => agencyName(entry.agency, lang)),
    lang,
  );
  if (top.length > 1)
    return zh
      ? say`${names}所选项目合计并列最高，约 ${said}。`
      : say`${names} share the highest sum of the items chosen, about ${said}.`;
  const parts = first.entry.parts
    .flatMap(({ item, row }) =>
      row && row.status !== 'zero' ? [{ item, row, value: measure(row, figures).value }] : [],
    )
    .sort((a, b) => b.value.cmp(a.value))
    .map(
      ({ item, row, value }) =>
        say`${running(item.name[lang], lang)} ${figure(figures.withUnit(value), row)}`,
    );
  const listed = listSaid(parts, lang);
  const made = parts.length === 0 ? '' : zh ? say`（${listed}）` : say` (${listed})`;
  return zh
    ? say`${names}所选项目合计最高，为 ${said}${made}。`
    : say`${names} has the highest sum of the items chosen, ${said}${made}.`;
}

function sumOf({ parts }: StackedEntry, { figures }: Stacked): Measured {
  const measured = parts.flatMap(({ row }) => (row ? [measure(row, figures)] : []));
  const zero = figures.convert(0);
  return measured.reduce(
    (sum, one) => ({
      value: sum.value.plus(one.value),
      low: sum.low.plus(one.low),
      high: sum.high.plus(one.high),
    }),
    { value: zero, low: zero, high: zero },
  );
}

/** Whose parts leave most of the whole unsaid, and what single agencies leave out that most have. */
export function stackedStatements(
  { unit, items }: Selection,
  stacked: Stacked,
  lang: Lang,
): Said<MetricRow>[] {
  const { entries } = stacked;
  const most = entries.length / 2;
  const usual = (id: string): boolean =>
    entries.filter(({ parts }) => parts.some(({ item, row }) => item.id === id && row !== null)).length >=
    most;
  return [
    ...(unit === 'percent' && items.length === 0 ? unsaid(stacked, lang) : []),
    ...absentSaid(
      entries.flatMap(({ parts }) =>
        parts.flatMap(({ item, absence }) => (absence && usual(item.id) ? [absence] : [])),
      ),
      lang,
    ),
  ];
}

const WHOLE = 100;

/** Shares that don't add up to the whole, whatever rounding allows. */
function unsaid(stacked: Stacked, lang: Lang): Said<MetricRow>[] {
  return stacked.entries.flatMap((entry) => {
    const sum = sumOf(entry, stacked);
    if (sum.high.gte(WHOLE)) return [];
    const [name, said] = [agencyName(entry.agency, lang), stacked.figures.withUnit(sum.value)];
    return [
      lang === 'zh'
        ? say`${name}各类之和只占支出合计的 ${said}，其余的文件没有逐项列出。`
        : say`The classes of ${name} come to ${said} of its total; the document doesn’t list the rest.`,
    ];
  });
}
