export * from './find.ts';
export * from './funds.ts';
export * from './heads.ts';
export * from './items.ts';
export * from './measures.ts';
export * from './statements.ts';
export * from './subjects.ts';
export * from './topics.ts';
export type { SideTerm } from './term.ts';
