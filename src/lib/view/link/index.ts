export type { DecodedLink, Link, LinkState } from './define.ts';
export type { LinkNotice, LinkNoticeCode } from './notices.ts';
export { missingOwn } from './own.ts';
