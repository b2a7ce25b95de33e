import type { Lang } from '$lib/core/model/localised';

/** The language that a route's optional parameter stands for. */
export function langOf(param: string | undefined): Lang {
  return param === 'en' ? 'en' : 'zh';
}
