export * from './match.ts';
export * from './types.ts';
