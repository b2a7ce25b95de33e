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
  release: {
    title: (then: string, now: string) => `What moved since the link was made (release ${then} → ${now})`,
    loading: 'Looking up which figures moved…',
    unknown: (release: string) =>
      `Release ${release} is not on record, so nothing can be compared with it; the figures of now are shown.`,
    failed:
      'The figures of then could not be fetched; the network may be down. The figures of now are shown.',
    nothing: 'None of the figures of this comparison moved.',
    figure: 'Figure',
    then: 'Then',
    now: 'Now',
    why: 'Why',
    reason: (n: number) => `see note ${n}`,
    noReason: 'not recorded',
    median: 'median',
    absent: 'no such figure',
    saidThen: 'What it said then',
    joined: (names: string) => `Not yet in the data set then: ${names}.`,
  },
};
