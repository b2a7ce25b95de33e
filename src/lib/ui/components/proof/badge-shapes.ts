import type { CheckStatus } from '$lib/core/model/extract';

/** A verdict is told by shape and word, never by colour alone. */
export const BADGE_SHAPES: Record<CheckStatus, string> = {
  exact: '●',
  rounding: '◐',
  explained: '◇',
  broken: '▲',
  unchecked: '○',
};
