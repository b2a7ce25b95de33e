import type { ParamMatcher } from '@sveltejs/kit';

/** The one language that has a prefix in the address; zh-CN has none. */
export const match: ParamMatcher = (param) => param === 'en';
