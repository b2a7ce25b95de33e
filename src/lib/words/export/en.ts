import type { CiteMessages, EmbedMessages, ExportMessages, PrintMessages } from './zh.ts';

export const exporting: ExportMessages = {
  open: 'Export',
  title: (name: string) => `Export: ${name}`,
  close: 'Close',
  table: 'Data',
  chart: 'Chart',
  formats: {
    xlsx: 'XLSX',
    csv: 'CSV',
    json: 'JSON',
    parquet: 'Parquet',
    arrow: 'Arrow',
    svg: 'SVG',
    png: 'PNG',
    zip: 'ZIP',
  },
  notes: {
    xlsx: 'spreadsheet, with a sheet of sources and checks',
    csv: 'plain text table, UTF-8 with BOM',
    json: 'for programs, with the cells behind each figure',
    parquet: 'columnar file, exact amounts',
    arrow: 'columnar file, loads straight into memory',
    svg: 'vector image, can be edited',
    png: 'image at double resolution',
    zip: 'all of these, with metadata and a README',
  },
  inAll: 'Every file says its basis, filters, unit, sources, data release and address.',
  making: 'Writing…',
  saved: (name: string) => `Handed to the browser to save: ${name}`,
  failed: 'The file could not be written. Try again, or choose another format.',
  page: 'Everything on this page (ZIP)',
  columns: {
    name: 'name',
    title: 'title',
    family: 'kind',
    meaning: 'meaning',
    format: 'format',
    tables: 'tables',
    cells: 'cells',
  },
};

export const citing: CiteMessages = {
  open: 'Cite',
  title: 'How to cite',
  ofFigure: 'Cite this figure',
  quote: 'The figure with its source, ready to paste',
  chinese: 'Chinese, after GB/T 7714',
  english: 'English',
  thisView: 'This chart and table',
  dataset: 'The whole data set',
  copy: 'Copy',
  copied: 'Copied',
  manual: 'The browser does not allow copying; select the text and copy it.',
};

export const embedding: EmbedMessages = {
  open: 'Embed',
  title: 'Embed in a web page',
  lead: 'Paste this code into a page. Sources, exports and the link to this site stay inside.',
  data: 'Data',
  frozen: 'This release',
  live: 'Newest release',
  frozenNote: (release: string) =>
    `Always points to data release ${release}; should that release no longer be kept, the embed says so.`,
  liveNote: 'When this site moves to another release, so does the embed.',
  height: 'Height',
  fixed: 'Fixed, no script',
  fitting: 'As content, script',
  fixedNote: 'Needs no script; right for editors that strip scripts.',
  fittingNote:
    'The page must allow scripts from this site; the script only receives a height and only sets that of this frame.',
  theme: 'Colours',
  themes: { auto: 'As system', light: 'Light', dark: 'Dark' },
  code: 'Code',
  full: 'Open in Mingzhang',
  pageTitle: (name: string) => `${name} (embed)`,
  keptElsewhere: (theirs: string, ours: string) =>
    `This chart was fixed to data release ${theirs}, which is no longer kept here; these are the figures of ${ours}.`,
  loading: 'Fetching the release that this chart is fixed to…',
};

export const printing: PrintMessages = {
  address: 'Address',
  release: 'Data release',
  printed: 'Printed on',
};
