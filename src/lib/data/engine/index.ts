export * from './engine.ts';
export * from './values.ts';
