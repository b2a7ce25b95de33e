import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import { CLASSES } from './constituents.ts';
import type { LineTable } from './constituents.ts';
import { LINES } from './inputs/amounts.ts';
import { LISTED_PROJECTS, PROJECT_TABLES, TRANSFERS } from './inputs/spending.ts';
import { defineMetric } from './record.ts';

/** What isn't listed may be transfers: without them, the share may be as low as with all of it taken off. */
const ANSWERS = part(
  'answers',
  [PROJECT_TABLES, TRANSFERS, LISTED_PROJECTS],
  `
WITH unlisted AS (
  SELECT p.document_id, p.project - COALESCE(l.amount, 0) AS amount
  FROM project_tables p LEFT JOIN listed_projects l ON l.document_id = p.document_id
  WHERE p.project - COALESCE(l.amount, 0) > p.project_slack
)
SELECT
  d.document_id, d.fiscal_year AS year, v.variant, '' AS denominator_kind, '' AS item, TRUE AS divides,
  COALESCE(p.derived, FALSE) AS derived, 'figure-not-disclosed' AS reason, CASE WHEN u.amount IS NULL THEN [] ELSE ['projects-unlisted'] END AS notes,
  u.amount AS unlisted,
  CASE v.variant WHEN 'all' THEN p.project ELSE p.project - COALESCE(t.amount, 0) END AS numerator,
  CASE v.variant WHEN 'all' THEN p.project_slack ELSE p.project_slack + COALESCE(t.slack, 0) END AS numerator_slack,
  CASE v.variant WHEN 'all' THEN p.project_facts ELSE list_concat(p.project_facts, COALESCE(t.facts, [])) END
    AS numerator_facts,
  CASE v.variant WHEN 'all' THEN p.total ELSE p.total - COALESCE(t.amount, 0) END AS denominator,
  CASE v.variant WHEN 'all' THEN p.total_slack ELSE p.total_slack + COALESCE(t.slack, 0) END AS denominator_slack,
  CASE v.variant WHEN 'all' THEN p.total_facts ELSE list_concat(p.total_facts, COALESCE(t.facts, [])) END
    AS denominator_facts
FROM documents d CROSS JOIN (VALUES ('all'), ('administration')) v(variant)
LEFT JOIN project_tables p ON p.document_id = d.document_id
LEFT JOIN transfers t ON t.document_id = d.document_id
LEFT JOIN unlisted u ON u.document_id = d.document_id AND v.variant = 'administration'`,
);

const PROJECT_LINES: LineTable = {
  id: 'project',
  lines: part(
    'project_lines',
    [LINES, PROJECT_TABLES],
    `
SELECT l.document_id, l.code, l.label, l.amount
FROM lines l JOIN project_tables p ON p.document_id = l.document_id AND p.table_id = l.table_id
WHERE l.axis = 'function' AND l.measure = 'project' AND NOT p.derived`,
  ),
};

export const PROJECT_SHARE = defineMetric({
  id: 'project-share',
  name: { zh: '项目支出占比', en: 'Project share' },
  question: {
    zh: '预算里有多少是项目，而不是维持机关运转？',
    en: 'How much of the budget is projects rather than running the office?',
  },
  definition: {
    zh: '项目支出（有的省份叫专项业务经费）除以同一张表的支出合计。',
    en: 'Project expenditure (called special operating expenditure in some provinces) divided by total expenditure of the same table.',
  },
  goodFor: {
    zh: '看一个单位的钱主要用于自身运转还是用于具体任务；列有转移性资金的单位须用“不含转移性项目”才可比。',
    en: 'Seeing whether money goes to running the body or to particular tasks; bodies that book transfers compare only without them.',
  },
  formula: { zh: '项目支出 ÷ 支出合计', en: 'project expenditure ÷ total expenditure' },
  unit: 'percent',
  variants: [
    {
      id: 'all',
      name: { zh: '全部项目', en: 'All projects' },
      note: { zh: '所印的全部项目支出。', en: 'All project expenditure as printed.' },
    },
    {
      id: 'administration',
      name: { zh: '不含转移性项目', en: 'Administration' },
      note: {
        zh: '分子分母都减去对个人和基金的补助（如 21012 财政对基本医疗保险基金的补助、21013 医疗救助，以及项目性质表所列的单个项目）。',
        en: 'Transfers to people and funds (such as 21012 and 21013, and single projects that the list of natures names) are taken off both sides.',
      },
    },
  ],
  denominators: [],
  items: [],
  defaults: { variant: 'all', denominator: '', unit: 'yuan' },
  front: true,
  form: 'ranked-bars',
  lead: { variant: 'all', item: '' },
  pairs: ['all', 'administration'],
  madeOf: { all: [{ table: PROJECT_LINES, depths: CLASSES }] },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.TRANSFERS_IN_PROJECTS,
    caveats.CORRECTED,
  ],
  sql: answerQuery(ANSWERS, 'unlisted'),
});
