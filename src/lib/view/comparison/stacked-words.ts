import type { Lang } from '../../core/model/localised.ts';
import { agencyName, measure } from './marks.ts';
import { absentSentences } from './part.ts';
import { rankByInterval } from './ranks.ts';
import type { Measured } from './ranks.ts';
import type { Selection } from './selection.ts';
import type { Stacked, StackedEntry } from './stacked.ts';
import { list, paragraph, running } from './words.ts';

/** The largest part and how far it reaches, or who has the highest sum and what it is made of; who is missing. */
export function stackedSentence({ unit }: Selection, stacked: Stacked, lang: Lang): string {
  const missing = absentSentences(stacked.absent, lang);
  const zh = lang === 'zh';
  if (stacked.entries.length === 0)
    return paragraph(
      [
        zh ? '所选机构都没有可以比较的数。' : 'None of the agencies chosen has figures to compare.',
        ...missing,
      ],
      lang,
    );
  return paragraph(
    [unit === 'percent' ? largestShare(stacked, lang) : highestSum(stacked, lang), ...missing],
    lang,
  );
}

function largestShare({ entries, items, figures }: Stacked, lang: Lang): string {
  const zh = lang === 'zh';
  const [item] = items;
  if (!item) return '';
  const values = entries
    .flatMap((entry) => {
      const row = entry.parts.find((part) => part.item === item)?.row;
      return row ? [{ entry, ...measure(row, figures) }] : [];
    })
    .sort((a, b) => b.value.cmp(a.value));
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return '';
  const said = (one: typeof first): string =>
    zh
      ? `${agencyName(one.entry.agency, lang)} ${figures.withUnit(one.value)}`
      : `${agencyName(one.entry.agency, lang)} ${figures.withUnit(one.value)}`;
  if (first === last)
    return zh
      ? `占比最大的是${item.name.zh}：${said(first)}。`
      : `The largest part is ${running(item.name.en, lang)}: ${said(first)}.`;
  return zh
    ? `总的看，占比最大的是${item.name.zh}：从${said(last)} 到${said(first)}。`
    : `The largest part overall is ${running(item.name.en, lang)}: from ${said(last)} to ${said(first)}.`;
}

function highestSum(stacked: Stacked, lang: Lang): string {
  const zh = lang === 'zh';
  const { entries, figures } = stacked;
  const sums = entries
    .filter((entry) => entry.complete)
    .map((entry) => ({ entry, sum: sumOf(entry, stacked) }));
  const ranks = rankByInterval(sums.map(({ sum }) => sum));
  const top = sums.filter((_, index) => ranks[index]?.rank === 1);
  const [first] = top;
  if (!first)
    return zh ? '没有一个机构公开了所选的全部项目。' : 'No agency publishes all of the items chosen.';
  const said = figures.withUnit(first.sum.value);
  const names = list(
    top.map(({ entry }) => agencyName(entry.agency, lang)),
    lang,
  );
  if (top.length > 1)
    return zh
      ? `${names}所选项目合计并列最高，约 ${said}。`
      : `${names} share the highest sum of the items chosen, about ${said}.`;
  const parts = [...first.entry.parts]
    .filter(({ row }) => row !== null && row.status !== 'zero')
    .map(({ item, row }) => ({ item, value: row && measure(row, figures).value }))
    .sort((a, b) => (b.value && a.value ? b.value.cmp(a.value) : 0))
    .map(({ item, value }) => `${running(item.name[lang], lang)} ${figures.withUnit(value ?? 0)}`);
  const made = parts.length === 0 ? '' : zh ? `（${list(parts, lang)}）` : ` (${list(parts, lang)})`;
  return zh
    ? `${names}所选项目合计最高，为 ${said}${made}。`
    : `${names} has the highest sum of the items chosen, ${said}${made}.`;
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
export function stackedStatements({ unit, items }: Selection, stacked: Stacked, lang: Lang): string[] {
  const { entries } = stacked;
  const most = entries.length / 2;
  const usual = (id: string): boolean =>
    entries.filter(({ parts }) => parts.some(({ item, row }) => item.id === id && row !== null)).length >=
    most;
  return [
    ...(unit === 'percent' && items.length === 0 ? unsaid(stacked, lang) : []),
    ...absentSentences(
      entries.flatMap(({ parts }) =>
        parts.flatMap(({ item, absence }) => (absence && usual(item.id) ? [absence] : [])),
      ),
      lang,
    ),
  ];
}

const WHOLE = 100;

/** Shares that don't add up to the whole, whatever rounding allows. */
function unsaid(stacked: Stacked, lang: Lang): string[] {
  return stacked.entries.flatMap((entry) => {
    const sum = sumOf(entry, stacked);
    if (sum.high.gte(WHOLE)) return [];
    const [name, said] = [agencyName(entry.agency, lang), stacked.figures.withUnit(sum.value)];
    return [
      lang === 'zh'
        ? `${name}各类之和只占支出合计的 ${said}，其余的文件没有逐项列出。`
        : `The classes of ${name} come to ${said} of its total; the document doesn’t list the rest.`,
    ];
  });
}
