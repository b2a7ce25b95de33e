import type { Lang } from '../../../core/model/localised.ts';
import type { MetricRow } from '../../../data/metrics/types.ts';
import { figure, say } from '../../../words/say.ts';
import type { Said } from '../../../words/say.ts';
import { formatDecimal } from '../figures.ts';
import { agencyName, measure as measured } from '../marks.ts';
import type { Matrix, MatrixEntry } from './model.ts';
import { absentSentences } from '../part.ts';
import { isValued } from '../selection.ts';
import { list, listSaid, paragraph } from '../words.ts';

interface Nouns {
  /** What is counted. */
  counted: string;
  /** What a column is one of. */
  column: string;
  /** Measure word of a column, in Chinese. */
  measure: string;
}

function nouns({ binary }: Matrix, lang: Lang): Nouns {
  if (lang === 'zh')
    return binary
      ? { counted: '内容', column: '项内容', measure: '项' }
      : { counted: '绩效指标', column: '类指标', measure: '类' };
  return binary
    ? { counted: 'items', column: 'items', measure: '' }
    : { counted: 'indicators', column: 'categories', measure: '' };
}

/** Who publishes most and fewest, which columns not everybody fills, who publishes none. */
export function matrixSentence(matrix: Matrix, lang: Lang): Said<MetricRow> {
  const missing = absentSentences(matrix.absent, lang);
  return say`${paragraph([mostAndFewest(matrix, lang), gaps(matrix, lang), ...missing], lang)}`;
}

function mostAndFewest(matrix: Matrix, lang: Lang): string {
  const zh = lang === 'zh';
  const { counted } = nouns(matrix, lang);
  const [first, ...others] = [...matrix.entries].sort((a, b) => b.total.cmp(a.total));
  if (!first)
    return zh ? `所选机构都没有公开${counted}。` : `None of the agencies chosen publishes ${counted}.`;
  const said = ({ total }: MatrixEntry): string => formatDecimal(total, 0);
  const last = others.at(-1);
  if (!last)
    return zh
      ? `只有${name(first, lang)}公开了${counted}，共 ${said(first)} 项。`
      : `Only ${name(first, lang)} publishes ${counted}, ${said(first)} in all.`;
  const most = [first, ...others].filter(({ total }) => total.eq(first.total));
  const fewest = others.filter(({ total }) => total.eq(last.total));
  const names = (entries: readonly MatrixEntry[]): string =>
    list(
      entries.map((entry) => name(entry, lang)),
      lang,
    );
  if (last.total.eq(first.total))
    return zh
      ? `${names(most)}公开的${counted}一样多，各 ${said(first)} 项。`
      : `${names(most)} publish ${said(first)} ${counted} each.`;
  const each = (entries: readonly MatrixEntry[]): string => (entries.length > 1 ? '各' : '共');
  if (zh)
    return `${names(most)}公开的${counted}最多，${each(most)} ${said(first)} 项；${names(fewest)}最少，${each(fewest)} ${said(last)} 项。`;
  return `Most ${counted} are published by ${names(most)} (${said(first)}), fewest by ${names(fewest)} (${said(last)}).`;
}

function name({ agency }: MatrixEntry, lang: Lang): string {
  return agencyName(agency, lang);
}

function gaps(matrix: Matrix, lang: Lang): string {
  const zh = lang === 'zh';
  const { entries, items } = matrix;
  const { column, measure } = nouns(matrix, lang);
  if (entries.length === 0 || items.length === 0) return '';
  const filled = (entry: MatrixEntry, id: string): boolean =>
    entry.counts.some(({ item, row }) => item.id === id && isValued(row) && !/^0(\.0*)?$/.test(row.value));
  const thin = items.filter((item) => !entries.every((entry) => filled(entry, item.id)));
  const everywhere = items.length - thin.length;
  const names = list(
    thin.map((item) => item.name[lang]),
    lang,
  );
  if (thin.length === 0)
    return zh ? `${items.length} ${column}都有。` : `All ${items.length} ${column} are there.`;
  if (entries.length === 1)
    return zh
      ? `${items.length} ${column}中空缺的是${names}。`
      : `Of ${items.length} ${column}, missing: ${names}.`;
  return zh
    ? `${items.length} ${column}中，${everywhere} ${measure}各机构都有；有机构空缺的是${names}。`
    : `Of ${items.length} ${column}, all of them have ${everywhere}; not all have ${names}.`;
}

/** Each coverage share, from highest to lowest. */
export function matrixStatements(matrix: Matrix, lang: Lang): Said<MetricRow>[] {
  const zh = lang === 'zh';
  return matrix.shares.flatMap((share) => {
    const values = matrix.entries.flatMap((entry) => {
      const row = entry.shares.find(({ variant }) => variant.id === share.id)?.picked.row;
      return isValued(row) ? [{ entry, row, value: measured(row, matrix.percents).value }] : [];
    });
    if (values.length === 0) return [];
    const listed = values
      .sort((a, b) => b.value.cmp(a.value))
      .map(
        ({ entry, row, value }) => say`${name(entry, lang)} ${figure(matrix.percents.withUnit(value), row)}`,
      );
    const shares = listSaid(listed, lang);
    return [zh ? say`${share.name.zh}：${shares}。` : say`${share.name.en}: ${shares}.`];
  });
}
