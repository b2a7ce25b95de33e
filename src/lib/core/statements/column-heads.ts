import type { Scheme } from '../codes/index.ts';
import type { TextRole } from './column.ts';

/** What the head of a column of words says of it. */
export type TextHead = { role: TextRole; scheme: Scheme | null } | { role: 'part'; scheme: Scheme };

/** What a column of words holds, by its heads; null for a column of amounts. */
export function textRole(path: readonly string[]): TextHead | null {
  const leaf = path.at(-1) ?? '';
  const all = path.join('/');
  if (/^(?:序号|行次|栏次|编号|序)$/.test(leaf)) return { role: 'serial', scheme: null };
  if (
    /^(?:采购目录|政府采购品目|采购品目|采购物品名称|品名|购买服务内容|政府购买服务内容|[一二三]级(?:目录)?)$/.test(
      leaf,
    )
  ) {
    return { role: 'purchase', scheme: null };
  }
  if (/^(?:年度|年份)$/.test(leaf)) return { role: 'year', scheme: null };
  if (/^[类款项]$/.test(leaf)) return { role: 'part', scheme: schemeOf(all) ?? 'function' };
  if (/(?:编码|代码|编号)$/.test(leaf)) {
    if (/^(?:单位|部门|预算单位|部门\(单位\))(?:编码|代码|编号)$/.test(leaf))
      return { role: 'unit-code', scheme: null };
    if (/项目/.test(leaf)) return { role: 'text', scheme: null };
    const scheme = schemeOf(all);
    return { role: scheme === 'gov-economic' && /部门.*政府|政府/.test(leaf) ? 'gov-code' : 'code', scheme };
  }
  if (
    /^(?:备注|说明|项目简介|简介|实施采购时间|时间|规格型号|规格|型号|采购目录|采购目录序号|政府采购目录序号|政府采购品目|采购品目|购买服务内容|政府购买服务内容|资金来源|计量单位|是否.*|项目主要.*|拟变动情况|.*依据|.*内容|单位性质|单位规格|经费保障形式|支出项目类别|项目类别|采购方式|采购组织形式|资金性质|绩效目标|.*理由|.*原因|单位类型)$/.test(
      leaf,
    )
  ) {
    return { role: 'text', scheme: null };
  }
  if (/名称|科目$|^项目$|按大类|分类科目|^科目/.test(leaf) && !/金额|预算数/.test(leaf))
    return labelRole(leaf, all);
  if (
    /^(?:项目|采购项目|支出项目|收入项目|支出功能分科目|支出功能科目|部门预算支出经济科目|政府预算支出经济科目)(?:\(.*\))?$/.test(
      leaf,
    )
  ) {
    return labelRole(leaf, all);
  }
  if (/^(?:功能科目|部门支出经济分类|部门经济分类|支出功能分类|政府支出经济分类|政府经济分类)$/.test(leaf)) {
    return { role: schemeOf(leaf) === 'gov-economic' ? 'gov-label' : 'label', scheme: schemeOf(leaf) };
  }
  if (/^(?:单位|部门|预算单位)$/.test(leaf)) return { role: 'unit-name', scheme: null };
  return null;
}

function labelRole(leaf: string, all: string): TextHead {
  if (
    /^(?:[一二三四]级)?(?:单位|部门|(?:预算|主管|基层)单位|部门\(单位\))(?:\(.*\))?名称$/.test(leaf) &&
    !/项目|专项|功能|科目/.test(leaf)
  ) {
    return { role: 'unit-name', scheme: null };
  }
  if (/^政府(?:预算)?(?:支出)?经济(?:分类)?科目名称$/.test(leaf))
    return { role: 'gov-label', scheme: 'gov-economic' };
  if (/^(?:采购项目|(?:[一二三]级)?项目名称|专项名称|采购物品名称)$/.test(leaf))
    return { role: 'project', scheme: null };
  return { role: 'label', scheme: schemeOf(leaf) ?? schemeOf(all) };
}

/** The classification that words name. */
function schemeOf(text: string): Scheme | null {
  if (/功能/.test(text)) return 'function';
  if (/府(?:预算)?(?:支出)?经济|政府(?:预算)?.*经济/.test(text)) return 'gov-economic';
  if (/经济/.test(text)) return 'dept-economic';
  return null;
}
