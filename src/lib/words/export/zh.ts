/** Text of exports, citations and embeds. */
export const exporting = {
  open: '导出',
  title: (name: string) => `导出：${name}`,
  close: '关闭',
  table: '数据',
  chart: '图',
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
    xlsx: '电子表格，另附一张来源与勾稽表',
    csv: '纯文本表格，UTF-8 带 BOM',
    json: '给程序用，附出处',
    parquet: '列式文件，金额精确',
    arrow: '列式文件，直接载入内存',
    svg: '矢量图，可再编辑',
    png: '图片，两倍清晰度',
    zip: '以上全部，加元数据和说明',
  },
  inAll: '每种文件里都写明口径、筛选、单位、来源、数据版本和网址。',
  making: '正在生成…',
  saved: (name: string) => `已交给浏览器保存：${name}`,
  failed: '没有生成成功，请再试一次；仍不行，请换一种格式。',
  page: '下载本页全部（ZIP）',
  columns: {
    name: '名称',
    title: '标题',
    family: '类别',
    meaning: '含义',
    format: '格式',
    tables: '表数',
    cells: '格数',
  },
};

export const citing = {
  open: '引用',
  title: '引用',
  ofFigure: '引用这个数',
  quote: '数与出处，可直接粘贴',
  chinese: '中文，参照 GB/T 7714',
  english: '英文',
  thisView: '这张图表',
  dataset: '整个数据集',
  copy: '复制',
  copied: '已复制',
  manual: '浏览器不让自动复制，请选中后复制。',
};

export const embedding = {
  open: '嵌入',
  title: '嵌入到网页',
  lead: '把下面的代码粘贴到网页里。来源、导出和通向本站的链接都留在里面。',
  data: '数据',
  frozen: '固定在当前版本',
  live: '随数据更新',
  frozenNote: (release: string) => `始终指向数据版本 ${release}；该版本以后若不再提供，嵌入的图会直接说明。`,
  liveNote: '本站换了数据版本，嵌入的图也跟着换。',
  height: '高度',
  fixed: '固定，不用脚本',
  fitting: '随内容，用脚本',
  fixedNote: '不需要脚本，适合会去掉脚本的编辑器。',
  fittingNote: '页面须允许运行来自本站的脚本；脚本只接收高度，只改这个框的高度。',
  theme: '配色',
  themes: { auto: '随系统', light: '浅色', dark: '深色' },
  code: '代码',
  full: '在明账中打开',
  pageTitle: (name: string) => `${name}（嵌入）`,
  keptElsewhere: (theirs: string, ours: string) =>
    `这张图固定在数据版本 ${theirs}，但本站已不提供该版本；下面是数据版本 ${ours} 的数。`,
  loading: '正在取所固定的数据版本…',
};

export const printing = {
  address: '网址',
  release: '数据版本',
  printed: '打印日期',
};

export type ExportMessages = typeof exporting;
export type CiteMessages = typeof citing;
export type EmbedMessages = typeof embedding;
export type PrintMessages = typeof printing;
