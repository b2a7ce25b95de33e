/** A text in both languages of the interface; zh first. */
export interface Localised {
  zh: string;
  en: string;
}
export type Lang = keyof Localised;
