export * from './by-id.ts';
export * from './constituents.ts';
export * from './record.ts';
export * from './row.ts';
