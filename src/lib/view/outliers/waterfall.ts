import type { Decimal } from '../../core/money/index.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { Figures } from '../comparison/figures.ts';
import { agencyName } from '../comparison/marks.ts';
import type { Explanation } from './explain.ts';
import type { GapStep } from './gap.ts';
import type { Standing, Standings } from './standing.ts';

/** The way from the median to a figure, in the display unit; steps that would be written as zero are left out. */
export interface Waterfall {
  lang: Lang;
  title: string;
  unitLabel: string;
  /** How a step is to be read; '' where it is a line of money. */
  note: string;
  from: WaterfallEnd;
  to: WaterfallEnd;
  steps: { id: string; label: string; delta: number; text: string }[];
}

export interface WaterfallEnd {
  label: string;
  number: number;
  text: string;
}

export function waterfallOf(
  { steps, note }: Explanation,
  entry: Standing,
  { median, selection }: Standings,
  figures: Figures,
  middle: string,
  lang: Lang,
): Waterfall {
  const zh = lang === 'zh';
  const end = (label: string, value: Decimal): WaterfallEnd => {
    const converted = figures.convert(value);
    return { label, number: converted.toNumber(), text: figures.text(converted) };
  };
  const name = agencyName(entry.agency, lang);
  return {
    lang,
    title: zh
      ? `${selection.input.metric.name.zh}：从中位数到${name}`
      : `${selection.input.metric.name.en}: from the median to ${name}`,
    unitLabel: figures.label,
    note,
    from: end(zh ? `中位数（${middle}）` : `median (${middle})`, median.value),
    to: end(name, entry.measured.value),
    steps: steps.flatMap((step) => {
      const delta = figures.convert(step.value);
      const text = figures.text(delta);
      if (text === figures.text(0)) return [];
      const signed = delta.gt(0) ? `+${text}` : text;
      return [{ id: step.id, label: labelOf(step, lang), delta: delta.toNumber(), text: signed }];
    }),
  };
}

function labelOf({ id, label, lines }: GapStep, lang: Lang): string {
  if (id === 'rest') return lang === 'zh' ? `其余 ${lines} 项合计` : `${lines} others together`;
  if (id === 'middle') return lang === 'zh' ? '中位机构自身（未分列）' : 'the middle itself, not itemised';
  if (id === 'open') return lang === 'zh' ? '未分列的部分' : 'not itemised';
  return label;
}
