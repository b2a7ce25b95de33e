export * from './evaluate.ts';
export * from './notes.ts';
export * from './run.ts';
export * from './types.ts';
