import type { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import { agencyName, measure } from './marks.ts';
import type { Matrix, MatrixEntry } from './matrix.ts';
import { absentSentences } from './part.ts';
import { isValued } from './selection.ts';
import { list, paragraph } from './words.ts';

/** Who publishes most and fewest, which categories nobody or not everybody fills, who publishes none. */
export function matrixSentence(matrix: Matrix, lang: Lang): string {
  const zh = lang === 'zh';
  const [first, ...others] = [...matrix.entries].sort((a, b) => b.total.cmp(a.total));
  const missing = absentSentences(matrix.absent, lang);
  if (!first)
    return paragraph(
      [zh ? '所选机构都没有公开绩效指标。' : 'None of the agencies chosen publishes indicators.', ...missing],
      lang,
    );
  const last = others.at(-1);
  const most = [first, ...others].filter(({ total }) => total.eq(first.total));
  const said = (total: Decimal): string => matrix.counts.text(total);
  if (!last)
    return paragraph(
      [
        zh
          ? `只有${name(first, lang)}公开了绩效指标，共 ${said(first.total)} 项。`
          : `Only ${name(first, lang)} publishes indicators, ${said(first.total)} in all.`,
        ...missing,
      ],
      lang,
    );
  const top = list(
    most.map((entry) => name(entry, lang)),
    lang,
  );
  const each = most.length > 1;
  const sentences = [
    zh
      ? `${top}公开的绩效指标最多，${each ? '各' : '共'} ${said(first.total)} 项`
      : `${top} ${each ? 'publish' : 'publishes'} most indicators, ${said(first.total)}${each ? ' each' : ''}`,
    last.total.lt(first.total)
      ? zh
        ? `；${name(last, lang)}最少，共 ${said(last.total)} 项。`
        : `; ${name(last, lang)} fewest, ${said(last.total)}.`
      : zh
        ? '。'
        : '.',
  ].join('');
  return paragraph([sentences, gaps(matrix, lang), ...missing], lang);
}

function name({ agency }: MatrixEntry, lang: Lang): string {
  return agencyName(agency, lang);
}

function gaps({ entries, items }: Matrix, lang: Lang): string {
  const zh = lang === 'zh';
  const filled = (entry: MatrixEntry, id: string): boolean =>
    entry.counts.some(
      ({ item, row }) => item.id === id && row !== null && row.status !== 'zero' && row.value !== '0',
    );
  const everywhere = items.filter((item) => entries.every((entry) => filled(entry, item.id)));
  const thin = items.filter((item) => !entries.every((entry) => filled(entry, item.id)));
  if (thin.length === 0)
    return zh
      ? `${items.length} 类指标各机构都有。`
      : `All ${items.length} categories are filled by each of them.`;
  const names = list(
    thin.map((item) => item.name[lang]),
    lang,
  );
  return zh
    ? `${items.length} 类指标中，${everywhere.length} 类各机构都有；有机构空缺的是${names}。`
    : `Of ${items.length} categories, ${everywhere.length} are filled by each of them; not by all: ${names}.`;
}

/** Each coverage share, from highest to lowest. */
export function matrixStatements(matrix: Matrix, lang: Lang): string[] {
  const zh = lang === 'zh';
  return matrix.shares.flatMap((share) => {
    const values = matrix.entries.flatMap((entry) => {
      const row = entry.shares.find(({ variant }) => variant.id === share.id)?.picked.row;
      return isValued(row) ? [{ entry, value: measure(row, matrix.percents).value }] : [];
    });
    if (values.length === 0) return [];
    const listed = values
      .sort((a, b) => b.value.cmp(a.value))
      .map(({ entry, value }) => `${name(entry, lang)} ${matrix.percents.withUnit(value)}`);
    return [zh ? `${share.name.zh}：${list(listed, lang)}。` : `${share.name.en}: ${list(listed, lang)}.`];
  });
}
