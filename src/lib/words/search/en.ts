import type { search as zh } from './zh.ts';

export const search: typeof zh = {
  open: 'Search',
  title: 'Search',
  placeholder: 'Agencies, items, projects, targets…',
  hint: 'In Chinese, English, pinyin or its initials, or by code.',
  keys: '↑↓ to choose, Enter to open, Esc to close',
  shortcut: 'Keys: / or Ctrl (⌘) + K',
  close: 'Close',
  loading: 'Fetching the index…',
  failed: 'The index could not be fetched; the network may be down.',
  retry: 'Try again',
  nothing: 'Nothing found. Try other words, or only the initials in pinyin.',
  results: 'Results',
  found: (n) => `${n} found`,
  more: (n) => `${n} more; type further`,
  kinds: {
    page: 'Pages',
    agency: 'Agencies',
    metric: 'Comparisons',
    function: 'Functional classes',
    economic: 'Economic classes',
    document: 'Documents',
    project: 'Projects',
    statement: 'Statements',
    indicator: 'Performance targets',
  },
};
