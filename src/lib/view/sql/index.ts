export * from './cells.ts';
export * from './chart.ts';
export * from './examples.ts';
export * from './link.ts';
export * from './schema.ts';
