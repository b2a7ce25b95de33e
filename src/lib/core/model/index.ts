export * from './extract.ts';
export * from './recognised.ts';
export * from './localised.ts';
export * from './source.ts';
