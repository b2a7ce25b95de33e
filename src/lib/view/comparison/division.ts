import type { Lang } from '../../core/model/localised.ts';
import type { Selection } from './selection.ts';

/** What is divided by what, by name. */
export interface Division {
  /** Both sides with the ÷ between them. */
  written: string;
  top: string;
  bottom: string;
  /** Whether the names are the variant's own, so that its name need not be said besides. */
  own: boolean;
}

/**
 * Numerator and denominator of a share or a per-head figure: the variant and the denominator chosen, or the two
 * sides of the ÷ in the variant's note or the metric's formula. Null where nothing is divided.
 */
export function divisionOf({ input, variant, denominator, unit }: Selection, lang: Lang): Division | null {
  const { metric } = input;
  if (denominator && unit === 'yuan-per-head') {
    const top = metric.unit === 'yuan-per-head' ? variant.name[lang] : metric.name[lang];
    const bottom = denominator.name[lang];
    return { written: `${top} ÷ ${bottom}`, top, bottom, own: true };
  }
  if (unit !== 'percent') return null;
  const noted = sides(variant.note[lang]);
  if (noted) return { ...noted, own: true };
  const formula = sides(metric.formula[lang]);
  return formula && { ...formula, own: false };
}

function sides(text: string): Omit<Division, 'own'> | null {
  const [, top = '', bottom = ''] = /^([^÷；;。]+)÷([^÷；;。（(]+)/.exec(text) ?? [];
  if (top.trim() === '' || bottom.trim() === '') return null;
  const [over, under] = [top.trim(), bottom.trim().replace(/[.]$/, '')];
  return { written: `${over} ÷ ${under}`, top: withoutBrackets(over), bottom: under };
}

function withoutBrackets(text: string): string {
  return /^[（(]([^（(）)]*)[）)]$/.exec(text)?.[1] ?? text;
}
