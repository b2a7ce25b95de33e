import { isBodyName } from '../terms/organs.ts';

/**
 * An agency's name. What is cut off is what says how much of the body is meant, not who it is: （本级）, 机关,
 * 部门, （汇总）. A department and its own office are one agency; `scope` carries the difference.
 */
const EXTENT = /(\((本级|局本级|机关|本部|行政|汇总|单位|部门)\)|本级(\(机关\))?|机关本级|部门)$/;
const LEADING_CODE = /^(\d{3,9}|\[\d{3,9}\])[-—:_]?(?=[一-龥])/;
const NOT_A_NAME =
  /(首页|互动交流|当前位置|网站导航|无障碍|情况|说明|目录|表$|部分|合计|范围|根据|按照|关于|纳入|本部门|我单位|本单位|各部门|行政事业单位$|一级|二级|名称|我局|主要|包括|负责|的|\d{4}年|^(本级|机关|行政|事业|单位|部门|收支|收入|支出|项目|预算|决算|财政拨款|一般公共预算))/;
const HALF_WIDTH_BRACKETS = /([一-龥”])\(([^()]*)\)/g;

export interface AgencyName {
  name: string;
  /** The name was printed with 本级, 机关 or the like: one office, not the department with its units. */
  ownOffice: boolean;
}

/** A printed name -> the body's name, or null where the text is no agency's name. Takes compact text. */
export function readAgencyName(printed: string): AgencyName | null {
  let name = printed.replace(LEADING_CODE, '').replace(/^[-、,。:]+|[-、,。:;]+$/g, '');
  let ownOffice = false;
  for (let match = EXTENT.exec(name); match; match = EXTENT.exec(name)) {
    if (/本级|机关|本部/.test(match[0])) ownOffice = true;
    name = name.slice(0, match.index);
  }
  if (name.length < 3 || name.length > 40) return null;
  if (!/^[一-龥A-Za-z0-9()、·""“”]+$/.test(name) || NOT_A_NAME.test(name) || !isBodyName(name)) return null;
  return { name, ownOffice };
}

/** Compact text has half-width brackets; in Chinese names and titles they are shown full-width, as printed. */
export function chineseBrackets(text: string): string {
  return text.replace(HALF_WIDTH_BRACKETS, '$1（$2）');
}
