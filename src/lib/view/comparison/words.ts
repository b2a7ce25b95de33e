import type { Lang } from '../../core/model/localised.ts';
import { joined } from '../../words/say.ts';
import type { Said } from '../../words/say.ts';

/** 甲、乙、丙 — A, B and C. */
export function list(names: readonly string[], lang: Lang): string {
  if (lang === 'zh') return names.join('、');
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The same of sentences with figures. */
export function listSaid<F>(parts: readonly Said<F>[], lang: Lang): Said<F> {
  if (lang === 'zh') return joined(parts, '、');
  const rest = parts.slice(0, -1);
  const last = parts.at(-1) ?? [];
  return rest.length === 0 ? last : joined([joined(rest, ', '), last], ' and ');
}

/** 2024 年；2023—2024 年；2022、2024 年 — 2024; 2023–2024; 2022, 2024. */
export function years(values: readonly number[], lang: Lang): string {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const first = distinct[0];
  const last = distinct.at(-1);
  if (first === undefined || last === undefined) return '';
  const unbroken = last - first === distinct.length - 1;
  const dash = lang === 'zh' ? '—' : '–';
  const said =
    distinct.length > 1 && unbroken ? `${first}${dash}${last}` : distinct.join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh' ? `${said} 年` : said;
}

export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n === 1 ? singular : plural}`;
}

/** A name as it stands inside an English sentence: Staff on board → staff on board. */
export function running(name: string, lang: Lang): string {
  return lang === 'en' && /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/** Sentences one after the other: no space between Chinese ones. */
export function paragraph(sentences: readonly string[], lang: Lang): string {
  return sentences.filter((sentence) => sentence !== '').join(lang === 'zh' ? '' : ' ');
}

/** The same of sentences with figures. */
export function paragraphSaid<F>(sentences: readonly Said<F>[], lang: Lang): Said<F> {
  return joined(
    sentences.filter((sentence) => sentence.length > 0),
    lang === 'zh' ? '' : ' ',
  );
}
