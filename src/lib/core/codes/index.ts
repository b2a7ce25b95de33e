export * from './crosswalk.ts';
export * from './labels.ts';
export * from './regions.ts';
export * from './schemes.ts';
