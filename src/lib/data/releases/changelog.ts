import type { Localised } from '../../core/model/localised.ts';

/** A release as CHANGELOG.md tells of it. */
export interface ReleaseNote {
  release: string;
  /** Why the data moved. A reason in one language stands for both. */
  reason: Localised;
}

/** The releases of a change log, newest first: `## id`, the reason in a paragraph a language, then a list. */
export function parseChangelog(text: string): ReleaseNote[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [release = '', ...lines] = section.split('\n');
      const paragraphs = lines
        .join('\n')
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('- '));
      const isChinese = (paragraph: string): boolean => /\p{Script=Han}{4}/u.test(paragraph);
      const chinese = paragraphs.filter(isChinese).join('').replaceAll('\n', '');
      const english = paragraphs
        .filter((paragraph) => !isChinese(paragraph))
        .join(' ')
        .replaceAll('\n', ' ');
      return { release: release.trim(), reason: { zh: chinese || english, en: english || chinese } };
    });
}
