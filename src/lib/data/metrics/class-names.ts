import { codeName } from '../../core/codes/index.ts';
import type { MetricVariant } from './record.ts';

/** English names of the functional classes (支出功能分类, 类). */
const FUNCTION_CLASSES: Record<string, string> = {
  '201': 'General public services',
  '202': 'Foreign affairs',
  '203': 'National defence',
  '204': 'Public security',
  '205': 'Education',
  '206': 'Science and technology',
  '207': 'Culture, tourism, sport and media',
  '208': 'Social security and employment',
  '209': 'Social insurance funds',
  '210': 'Health',
  '211': 'Energy saving and environment',
  '212': 'Urban and rural communities',
  '213': 'Agriculture, forestry and water',
  '214': 'Transport',
  '215': 'Resources, industry and information',
  '216': 'Commerce and services',
  '217': 'Finance',
  '219': 'Aid to other regions',
  '220': 'Natural resources, oceans and weather',
  '221': 'Housing',
  '222': 'Grain and material reserves',
  '223': 'State capital operations',
  '224': 'Disaster prevention and emergencies',
  '227': 'Reserve',
  '229': 'Other',
  '230': 'Transfers between governments',
  '231': 'Repayment of debt',
  '232': 'Interest on debt',
  '233': 'Cost of issuing debt',
};

/** English names of the departmental economic classes (部门预算支出经济分类, 类). */
const ECONOMIC_CLASSES: Record<string, string> = {
  '301': 'Wages and welfare',
  '302': 'Goods and services',
  '303': 'Grants to persons and families',
  '307': 'Interest and cost of debt',
  '309': 'Capital expenditure (construction)',
  '310': 'Capital expenditure',
  '311': 'Grants to enterprises (construction)',
  '312': 'Grants to enterprises',
  '313': 'Grants to social security funds',
  '399': 'Other',
};

export const FUNCTION_ITEMS = itemsOf('function', FUNCTION_CLASSES);
export const ECONOMIC_ITEMS = itemsOf('dept-economic', ECONOMIC_CLASSES);

function itemsOf(scheme: 'function' | 'dept-economic', names: Record<string, string>): MetricVariant[] {
  return Object.entries(names).map(([id, en]) => {
    const zh = codeName(scheme, id) ?? id;
    return { id, name: { zh, en }, note: { zh: `${zh}（${id}）`, en: `${en} (${id})` } };
  });
}
