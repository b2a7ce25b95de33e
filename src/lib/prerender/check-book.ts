import type { Lang } from '$lib/core/model/localised';
import { checkBook, type CheckBook } from '$lib/view/checks/index';
import { datasetRows } from './dataset';

const books: Partial<Record<Lang, CheckBook>> = {};

/** Every result of the data set in one language, put together once a build. */
export function wholeBook(lang: Lang): CheckBook {
  return (books[lang] ??= checkBook(datasetRows(), lang));
}
