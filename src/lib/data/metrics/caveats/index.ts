export * from './comparability.ts';
export * from './indicators.ts';
export * from './spending.ts';
export * from './staff.ts';
export * from './three-public.ts';
