import { countedKind, type SubjectId } from '../terms/index.ts';

const PLANNED = /(拟|计划|新增|购置|更新|配备|配置)(?!.{0,3}标准)/;

interface Counted {
  subject: SubjectId;
  of: SubjectId | null;
}

/**
 * What a count counts, or null where it is nothing that a budget discloses (内设机构, 镇村). `clauses` are the words
 * since the figure before, last one nearest; `current` is the subject reached so far.
 */
export function countSubject(
  clauses: readonly string[],
  unit: string,
  headings: readonly string[],
  current: string | null,
): Counted | null {
  const clause = clauses.at(-1) ?? '';
  const lead = clauses.join(',');
  const held = /共有|现有|实有|保有|截[至止]/.test(clauses.slice(-2).join(','));
  const words = clauses
    .slice(-2)
    .join(',')
    .replace(/按(照)?规定配备的?/g, '');
  const planned = !held && (PLANNED.test(words) || current?.endsWith('-planned') === true);
  if (unit === '平方米' || unit === 'm2')
    return /房|面积|用地/.test(lead) ? { subject: 'floor-area', of: null } : null;
  if (/设备/.test(clause) && /^(台|套|个|批|台套|台\(套\))/.test(unit)) return equipment(clause, planned);
  if (unit === '辆' || (unit === '台' && /车/.test(clause))) return vehicles(clause, planned, current);
  const about = headings.join('/');
  if (unit === '批次' || unit === '批')
    return /接待/.test(lead + about) ? { subject: 'reception-batches', of: null } : null;
  if (unit === '人次') {
    if (/出国/.test(lead) || current?.startsWith('abroad')) return { subject: 'abroad-visits', of: null };
    return /接待/.test(lead + about) || current === 'reception-batches'
      ? { subject: 'reception-visitors', of: null }
      : null;
  }
  // 接待国内来访团组: groups that are received, not sent.
  if (/团组/.test(clause))
    return { subject: /接待|来访/.test(clause) ? 'reception-batches' : 'abroad-groups', of: null };
  if (/人数/.test(clause) && unit === '人')
    return { subject: 'attendance', of: current === 'meeting' || current === 'training' ? current : null };
  if (/(预算单位|下属单位|基层单位|所属单位|二级单位)/.test(lead) && /^(个|家)$/.test(unit))
    return { subject: 'budget-units', of: null };
  if (/由机关|本机关|独立核算|行政单位|参公|事业单位|开支单位|基层/.test(clause) && unit === '家')
    return { subject: 'budget-units', of: null };
  if (/项目/.test(clause) && unit === '个' && /绩效/.test(lead + about))
    return { subject: 'performance-projects', of: null };
  return /(绩效目标|绩效)/.test(lead) && /编报|纳入|设置/.test(lead) && unit === '个'
    ? { subject: 'performance-projects', of: null }
    : null;
}

function vehicles(clause: string, planned: boolean, current: string | null): Counted | null {
  const of = planned ? 'vehicles-planned' : 'vehicles';
  const kind = countedKind(clause);
  if (kind) return { subject: kind, of };
  const broken = current === of && !/共|合计|总数|保有/.test(clause) && /用车/.test(clause);
  return broken ? { subject: 'vehicles-other', of } : { subject: of, of: null };
}

function equipment(clause: string, planned: boolean): Counted {
  if (planned) return { subject: 'equipment-planned', of: null };
  if (/专用设备/.test(clause)) return { subject: 'equipment-special', of: 'equipment' };
  if (/通用设备/.test(clause)) return { subject: 'equipment-general', of: 'equipment' };
  return { subject: 'equipment', of: null };
}
