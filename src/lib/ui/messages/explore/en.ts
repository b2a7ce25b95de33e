import type { ExploreMessages } from './zh';

export const explore: ExploreMessages = {
  copyText: 'Copy this text with its sources',
  form: 'Chart',
  forms: {
    'ranked-bars': 'Ranked bars',
    dots: 'Dots with intervals',
    slope: 'Lines over years',
    'year-panels': 'A panel for each agency',
    stacked: 'Stacked bars',
    'item-panels': 'A panel for each item',
    matrix: 'Matrix',
  },
};
