export { decodeLink } from './decode.ts';
export type { DecodedLink } from './decode.ts';
export { missingOwn } from './own.ts';
export { encodeLink } from './encode.ts';
export { LINK_SCHEMA } from './migrations.ts';
export type { LinkNotice, LinkNoticeCode } from './notices.ts';
export { linkVocabulary } from './vocabulary.ts';
export type { LinkContext, LinkVocabulary } from './vocabulary.ts';
