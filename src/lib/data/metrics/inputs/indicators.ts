import { part } from '../compose.ts';
import { AMOUNTS } from './amounts.ts';
import { PROJECTS, plainName } from './spending.ts';

/** Second-level categories that the older and the newer performance form share; the newer form splits cost in three. */
export const CATEGORIES = [
  ['quantity', '%数量%'],
  ['quality', '%质量%'],
  ['timeliness', '%时效%'],
  ['cost', '%成本%'],
  ['economic-benefit', '%经济效益%'],
  ['social-benefit', '%社会效益%'],
  ['ecological-benefit', '%生态效益%'],
  ['sustained-effect', '%可持续%'],
  ['satisfaction', '%满意度%'],
] as const;

const CATEGORY = `CASE ${CATEGORIES.map(([id, pattern]) => `WHEN level2 LIKE '${pattern}' THEN '${id}'`).join(' ')} END`;

/** Filled indicators, each with its shared category (null where its level 2 fits none) and its reference. */
export const TARGETS = part(
  'targets',
  [],
  `
SELECT document_id, scope, horizon, project, level1, level2, quantitative, ${CATEGORY} AS category,
  'indicator:' || indicator_id AS ref
FROM indicators`,
);

/**
 * Which form a document uses, and how many second-level categories that form has: the newer one keeps cost as a class of
 * its own, in three categories; the sustained effect is not on every newer form, so it counts where it is used.
 */
export const FORMS = part(
  'forms',
  [TARGETS],
  `
SELECT
  document_id,
  CASE WHEN BOOL_OR(level1 LIKE '成本%' OR level2 LIKE '%经济成本%' OR level2 LIKE '%社会成本%' OR level2 LIKE '%环境成本%')
    THEN 'newer' ELSE 'older' END AS form,
  CASE WHEN BOOL_OR(level1 LIKE '成本%' OR level2 LIKE '%经济成本%' OR level2 LIKE '%社会成本%' OR level2 LIKE '%环境成本%')
    THEN 10 + CAST(BOOL_OR(level2 LIKE '%可持续%') AS INTEGER) ELSE 9 END AS categories,
  COUNT(DISTINCT level2) FILTER (category IS NOT NULL) AS filled,
  COUNT(*) FILTER (horizon = 'long-term') AS long_term
FROM targets GROUP BY document_id`,
);

/**
 * Projects of the document's list, and whether a performance form gives targets for each: the form has the same name, or
 * a name nearly the same and the same amount.
 */
export const PROJECT_COVER = part(
  'project_cover',
  [PROJECTS, AMOUNTS],
  `
WITH forms AS (
  SELECT DISTINCT document_id, ${plainName('project')} AS name FROM indicators
  WHERE scope = 'project' AND project IS NOT NULL
), form_amounts AS (
  SELECT DISTINCT document_id, ${plainName('COALESCE(project, label)')} AS name, amount FROM amounts
  WHERE statement = 'performance-project' AND axis = 'project' AND measure IN ('project', 'total')
)
SELECT
  p.document_id, p.name, p.amount, p.slack, p.fact_id,
  EXISTS (
    SELECT 1 FROM forms f
    LEFT JOIN form_amounts a ON a.document_id = f.document_id AND a.name = f.name
    WHERE f.document_id = p.document_id AND (
      f.name = ${plainName('p.name')}
      OR (a.amount = p.amount AND jaro_winkler_similarity(f.name, ${plainName('p.name')}) >= 0.85)
      OR (a.amount = p.amount AND (contains(f.name, ${plainName('p.name')}) OR contains(${plainName('p.name')}, f.name)))
    )
  ) AS covered
FROM projects p`,
);
