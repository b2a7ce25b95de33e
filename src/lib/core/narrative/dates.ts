/** Last day of a month, ISO. */
function monthEnd(year: number, month: number): string {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return iso(year, month, day);
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const FULL = /(20\d{2})年(\d{1,2})月(\d{1,2})日/;
const ISO = /(20\d{2})[-./](\d{1,2})[-./](\d{1,2})/;
const MONTH = /(20\d{2})年(\d{1,2})月(?!\d)/;
const YEAR_END = /(20\d{2})年度?(底|末|年底|年末)/;
const LAST_YEAR_END = /(上年度?|去年)(年)?(底|末)/;
const THIS_YEAR_START = /(20\d{2})年(年)?初/;

/**
 * The day that a phrase names, as an ISO date: 截止2022年底 and 2022年12月 are 2022-12-31, 上年末 the last day of the
 * year before `fiscalYear`. Null where it names none.
 */
export function readDate(text: string, fiscalYear: number | null): string | null {
  const full = FULL.exec(text) ?? ISO.exec(text);
  if (full) {
    const [year, month, day] = [Number(full[1]), Number(full[2]), Number(full[3])];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? iso(year, month, day) : null;
  }
  const month = MONTH.exec(text);
  if (month) {
    const number = Number(month[2]);
    return number >= 1 && number <= 12 ? monthEnd(Number(month[1]), number) : null;
  }
  const end = YEAR_END.exec(text);
  if (end) return iso(Number(end[1]), 12, 31);
  const start = THIS_YEAR_START.exec(text);
  if (start) return iso(Number(start[1]), 1, 1);
  if (LAST_YEAR_END.test(text) && fiscalYear !== null) return iso(fiscalYear - 1, 12, 31);
  return null;
}
