export * from './schema.ts';
export { BY_HAND, overrideHeadcounts, overrideIdentity, overrideTables } from './apply.ts';
