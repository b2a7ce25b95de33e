import type { preview as zh } from './zh.ts';

export const preview: typeof zh = {
  absent: 'not disclosed',
  agency: (name, figures) => `${name}: ${figures}.`,
  document: (agency, year, figures, tie, made) =>
    `${agency} ${year}: ${figures} figures, cell by cell; ${tie} of ${made} sums tie.`,
};
