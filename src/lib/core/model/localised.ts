/** A text in both languages of the interface; zh first. */
export interface Localised {
  zh: string;
  en: string;
}
export type Lang = keyof Localised;

/** As it stands alone, in a list or a head: English begins with a capital. */
export function capitalised({ zh, en }: Localised): Localised {
  return { zh, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` };
}
