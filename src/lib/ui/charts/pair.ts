/** Widths in pixels that charts are drawn at before a reader's is known: on a phone, and beside text. */
export const NARROW = 326;
export const WIDE = 680;
/** On a comparison's own page, where the chart has more room. */
export const WIDEST = 724;
