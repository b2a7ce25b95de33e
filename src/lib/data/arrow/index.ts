export * from './column.ts';
export * from './decode.ts';
export * from './encode.ts';
export * from './records.ts';
export * from './tables.ts';
export * from './vectors.ts';
