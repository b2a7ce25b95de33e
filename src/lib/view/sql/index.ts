export * from './cells.ts';
export * from './chart.ts';
export * from './examples.ts';
export * from './schema.ts';
