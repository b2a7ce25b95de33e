import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import type { LineSource } from './constituents.ts';
import { CATEGORIES, FORMS, PROJECT_COVER, TARGETS } from './inputs/indicators.ts';
import { defineMetric } from './record.ts';
import type { MetricVariant } from './record.ts';

const CATEGORY_VALUES = CATEGORIES.map(([id]) => `('${id}')`).join(', ');

/** How many indicators of each shared category a document fills, and how many of those have a number. */
const COUNTS = part(
  'counts',
  [TARGETS],
  `
SELECT
  d.document_id, v.variant, c.category,
  COUNT(t.ref) AS indicators, COUNT(t.ref) FILTER (t.quantitative) AS quantitative,
  COALESCE(LIST(t.ref ORDER BY t.ref) FILTER (t.ref IS NOT NULL), []) AS refs,
  COALESCE(LIST(t.ref ORDER BY t.ref) FILTER (t.quantitative), []) AS quantitative_refs
FROM documents d
CROSS JOIN (VALUES ('all'), ('projects-only'), ('overall-only')) v(variant)
CROSS JOIN (VALUES ${CATEGORY_VALUES}) c(category)
LEFT JOIN targets t ON t.document_id = d.document_id AND t.category = c.category
  AND (v.variant = 'all' OR (t.horizon = 'annual' AND t.scope = CASE v.variant WHEN 'projects-only' THEN 'project' ELSE 'overall' END))
GROUP BY d.document_id, v.variant, c.category`,
);

const ANSWERS = part(
  'answers',
  [COUNTS, FORMS, PROJECT_COVER, TARGETS],
  `
WITH published AS (
  SELECT d.document_id, d.fiscal_year AS year,
    EXISTS (SELECT 1 FROM targets t WHERE t.document_id = d.document_id) AS any_targets,
    EXISTS (SELECT 1 FROM targets t WHERE t.document_id = d.document_id AND t.scope = 'project') AS any_of_projects
  FROM documents d
), cover AS (
  SELECT
    document_id, COUNT(*) AS projects, COUNT(*) FILTER (covered) AS covered,
    SUM(amount) AS money, SUM(slack) AS money_slack,
    COALESCE(SUM(amount) FILTER (covered), 0) AS covered_money, COALESCE(SUM(slack) FILTER (covered), 0) AS covered_slack,
    LIST(fact_id ORDER BY fact_id) AS facts, COALESCE(LIST(fact_id ORDER BY fact_id) FILTER (covered), []) AS covered_facts
  FROM project_cover GROUP BY document_id
), by_project AS (
  SELECT c.* FROM cover c JOIN published p ON p.document_id = c.document_id
  WHERE c.covered > 0 OR NOT p.any_of_projects
), shares AS (
  SELECT document_id, 'projects' AS variant, covered AS numerator, 0 AS numerator_slack, covered_facts AS numerator_facts,
    projects AS denominator, 0 AS denominator_slack, facts AS denominator_facts
  FROM by_project
  UNION ALL
  SELECT document_id, 'money', covered_money, covered_slack, covered_facts, money, money_slack, facts FROM by_project
  UNION ALL
  SELECT f.document_id, 'categories', f.filled, 0, LIST(t.ref ORDER BY t.ref), f.categories, 0, []
  FROM forms f JOIN targets t ON t.document_id = f.document_id AND t.category IS NOT NULL
  GROUP BY f.document_id, f.filled, f.categories
  UNION ALL
  SELECT document_id, 'quantitative', SUM(quantitative), 0, flatten(LIST(quantitative_refs ORDER BY category)),
    SUM(indicators), 0, flatten(LIST(refs ORDER BY category))
  FROM counts WHERE variant = 'all' GROUP BY document_id
)
SELECT
  p.document_id, p.year, c.variant, '' AS denominator_kind, c.category AS item, FALSE AS divides, FALSE AS derived,
  'no-indicators' AS reason, CAST([] AS VARCHAR[]) AS notes,
  CASE WHEN p.any_targets THEN CAST(c.indicators AS DECIMAL(28,8)) END AS numerator,
  CAST(0 AS DECIMAL(28,8)) AS numerator_slack, c.refs AS numerator_facts,
  CAST(NULL AS DECIMAL(28,8)) AS denominator, CAST(NULL AS DECIMAL(28,8)) AS denominator_slack,
  CAST([] AS VARCHAR[]) AS denominator_facts
FROM published p JOIN counts c ON c.document_id = p.document_id
UNION ALL
SELECT
  p.document_id, p.year, v.variant, '', '', TRUE, FALSE,
  CASE WHEN NOT p.any_targets THEN 'no-indicators' WHEN c.document_id IS NULL THEN 'no-project-list'
    ELSE 'targets-not-by-project' END, [],
  CASE WHEN p.any_targets THEN s.numerator END, s.numerator_slack, s.numerator_facts,
  CASE WHEN p.any_targets THEN s.denominator END, s.denominator_slack, s.denominator_facts
FROM published p
CROSS JOIN (VALUES ('projects'), ('money'), ('categories'), ('quantitative')) v(variant)
LEFT JOIN shares s ON s.document_id = p.document_id AND s.variant = v.variant
LEFT JOIN cover c ON c.document_id = p.document_id`,
);

const ITEMS: MetricVariant[] = [
  category('quantity', '数量', 'Quantity', '产出：数量指标', 'Output: quantity'),
  category('quality', '质量', 'Quality', '产出：质量指标', 'Output: quality'),
  category('timeliness', '时效', 'Timeliness', '产出：时效指标', 'Output: timeliness'),
  category(
    'cost',
    '成本',
    'Cost',
    '成本指标（新表式分经济、社会、生态环境成本）',
    'Cost (economic, social and environmental in the newer form)',
  ),
  category('economic-benefit', '经济效益', 'Economic', '效益：经济效益指标', 'Benefit: economic'),
  category('social-benefit', '社会效益', 'Social', '效益：社会效益指标', 'Benefit: social'),
  category('ecological-benefit', '生态效益', 'Ecological', '效益：生态效益指标', 'Benefit: ecological'),
  category(
    'sustained-effect',
    '可持续影响',
    'Sustained',
    '效益：可持续影响指标',
    'Benefit: sustained effect',
  ),
  category('satisfaction', '满意度', 'Satisfaction', '服务对象满意度指标', 'Satisfaction of those served'),
];

const NOT_QUANTITATIVE: LineSource = {
  table: {
    id: 'not-quantitative',
    lines: part(
      'not_quantitative',
      [COUNTS],
      `
SELECT document_id, category AS code, '' AS label, quantitative - indicators AS amount FROM counts
WHERE variant = 'all' AND quantitative < indicators`,
    ),
    names: ITEMS,
    note: {
      zh: '每一步是一类没有数值的指标，按占全部指标的百分点计：负数是这家的更多，正数是中位机构的更多。',
      en: 'Each step is a category of indicators without a number, in percentage points of all indicators: negative where this agency has more of them, positive where the middle has.',
    },
  },
  shortfall: true,
};

export const INDICATOR_COVERAGE = defineMetric({
  id: 'indicator-coverage',
  name: { zh: '绩效指标覆盖', en: 'Indicator coverage' },
  question: {
    zh: '公开了哪些绩效指标，覆盖哪些项目，是哪一类？',
    en: 'Which performance targets are published, for which projects, and of what kind?',
  },
  definition: {
    zh: '以填写了指标值的三级指标为单位计数，空白的占位行不算。按新旧表式共有的二级类别比较：成本在新表式里是一级指标，在旧表式里属于产出。',
    en: 'Counted are third-level indicators with a target; empty placeholder rows are none. Compared on the second-level categories that both versions of the form share: cost is a class of its own in the newer one and part of output in the older.',
  },
  goodFor: {
    zh: '看一个单位对哪些项目、哪些方面公开了目标；指标多少不等于绩效好坏。',
    en: 'Seeing for which projects and in which respects a body publishes targets; their number says nothing about performance.',
  },
  formula: {
    zh: '填写了指标值的三级指标个数；各占比见变体',
    en: 'third-level indicators with a target; shares by variant',
  },
  unit: 'percent',
  variants: [
    count(
      'all',
      '全部指标',
      'All indicators',
      '年度与长期、整体与项目的指标合计。',
      'Annual and long-term, of the body and of its projects.',
    ),
    count(
      'projects-only',
      '项目指标',
      'Project indicators',
      '各项目的年度指标。',
      'Annual indicators of projects.',
    ),
    count(
      'overall-only',
      '整体指标',
      'Overall indicators',
      '单位整体支出的年度指标。',
      'Annual indicators of the body as a whole.',
    ),
    share(
      'projects',
      '有目标的项目',
      'Projects with targets',
      '有绩效指标的项目数 ÷ 项目数。',
      'Projects with targets ÷ projects.',
    ),
    share(
      'money',
      '有目标的资金',
      'Money with targets',
      '有绩效指标的项目金额 ÷ 项目金额。',
      'Money of projects with targets ÷ money of all projects.',
    ),
    share(
      'categories',
      '填写的类别',
      'Categories filled',
      '填写了指标的二级类别数 ÷ 所用表式的二级类别数（旧表式 9 类，新表式 10 或 11 类）。',
      'Second-level categories with an indicator ÷ those of the form used (9 in the older form, 10 or 11 in the newer).',
    ),
    share(
      'quantitative',
      '可量化的指标',
      'Quantitative',
      '有数值和比较符号的指标 ÷ 全部指标；“显著提高”之类不算。',
      'Indicators with a number and a comparison ÷ all indicators; words such as “markedly improved” don’t count.',
    ),
  ],
  denominators: [],
  items: ITEMS,
  defaults: { variant: 'all', denominator: '', unit: 'yuan' },
  front: true,
  form: 'matrix',
  lead: { variant: 'quantitative', item: '' },
  pairs: ['quantitative', 'projects', 'money', 'categories'],
  madeOf: { quantitative: [NOT_QUANTITATIVE] },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
    caveats.FORMS_DIFFER,
    caveats.LONG_TERM_TOO,
  ],
  sql: answerQuery(ANSWERS),
});

function count(id: string, zh: string, en: string, noteZh: string, noteEn: string): MetricVariant {
  return { id, name: { zh, en }, note: { zh: noteZh, en: noteEn }, unit: 'count' };
}

function share(id: string, zh: string, en: string, noteZh: string, noteEn: string): MetricVariant {
  return { id, name: { zh, en }, note: { zh: noteZh, en: noteEn }, unit: 'percent' };
}

function category(id: string, zh: string, en: string, noteZh: string, noteEn: string): MetricVariant {
  return { id, name: { zh, en }, note: { zh: noteZh, en: noteEn } };
}
