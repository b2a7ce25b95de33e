/** 财政拨款 as a whole: general public budget, government funds and state capital together. */
export function isAppropriation(text: string): boolean {
  return /^(?:本年)?财政(?:性)?(?:补助|拨款)/.test(text) || /财政拨款(?:收入|支出)?$/.test(text);
}

/** Heads that only say "the amount": what it is stands above them or in the title. */
export function isPlainAmount(text: string): boolean {
  return /^(?:合计|总计|小计|共计|金额|总额|预算数|决算数|预算|决算|本年预算|本年预算数|当年预算|预算金额|项目金额|资金总额|年初预算数|年初预算|调整预算数|全年预算数|执行数|执行|价值|购买金额|采购金额合计?|采购金额|预算合计|本年合计|支出预算|收入预算|支出合计|收入合计|金额合计)(?:\((?:元|万元|亿元|金额单位:(?:元|万元))\))?$/.test(
    text,
  );
}

/** Years before the document's that a head names: 上年, 2022年; null where it names none. */
export function yearOf(text: string, fiscalYear: number | null): number | null {
  const printed = /(20\d{2})年?/.exec(text)?.[1];
  if (printed !== undefined) return Number(printed);
  if (fiscalYear === null) return null;
  if (/上年(?!结转|结余|实户)|去年/.test(text)) return fiscalYear - 1;
  if (/前年/.test(text)) return fiscalYear - 2;
  if (/当年|本年|今年/.test(text)) return fiscalYear;
  return null;
}
