import type { Localised } from '../../core/model/localised.ts';

export interface SqlExample {
  id: string;
  /** The question it answers. */
  title: Localised;
  sql: string;
}

/** Questions that people bring, each with a query to start from. */
export const SQL_EXAMPLES: readonly SqlExample[] = [
  {
    id: 'largest-projects',
    title: { zh: '最大的项目是哪些？', en: 'Which projects are the largest?' },
    sql: `SELECT a.short_zh, f.project, MAX(f.yuan) AS yuan
FROM facts f
JOIN documents d USING (document_id)
JOIN agencies a USING (agency_id)
WHERE f.statement = 'project-expenditure'
  AND f.project IS NOT NULL AND NOT f.is_total
GROUP BY ALL
ORDER BY yuan DESC
LIMIT 20`,
  },
  {
    id: 'one-code',
    title: {
      zh: '同一项支出（办公费 30201），各家多少？',
      en: 'One class of spending (30201, office supplies), agency by agency',
    },
    sql: `SELECT a.short_zh, d.fiscal_year, f.label, f.yuan, f.document_id, f.fact_id
FROM facts f
JOIN documents d USING (document_id)
JOIN agencies a USING (agency_id)
WHERE f.code = '30201' AND f.measure = 'total' AND f.fund = 'general-public-budget'
ORDER BY f.yuan DESC`,
  },
  {
    id: 'people',
    title: { zh: '各家有多少人？', en: 'How many people does each have?' },
    sql: `SELECT a.short_zh, d.fiscal_year, h.kind, h.category, h.as_of, h.count, h.document_id, h.headcount_id
FROM headcounts h
JOIN documents d USING (document_id)
JOIN agencies a USING (agency_id)
ORDER BY h.kind, h.count DESC`,
  },
  {
    id: 'not-tied',
    title: { zh: '差额最大的不符是哪些？', en: 'Which sums miss by the most?' },
    sql: `SELECT document_id, rule, gap_yuan, slack_yuan, text
FROM checks
WHERE status = 'broken' AND gap_yuan IS NOT NULL
ORDER BY ABS(gap_yuan) DESC
LIMIT 50`,
  },
  {
    id: 'tie-rate',
    title: { zh: '各家的数对得上几成？', en: 'How much of each agency’s sums tie?' },
    sql: `SELECT a.short_zh,
  ROUND(100.0 * COUNT(*) FILTER (c.status IN ('exact', 'rounding')) / COUNT(*), 1) AS percent,
  COUNT(*) AS checks
FROM checks c
JOIN documents d USING (document_id)
JOIN agencies a USING (agency_id)
WHERE c.status NOT IN ('unchecked', 'explained')
GROUP BY ALL
ORDER BY percent DESC`,
  },
  {
    id: 'function-classes',
    title: { zh: '支出按功能大类怎样分布？', en: 'How is spending spread over functional classes?' },
    sql: `SELECT a.short_zh, f.code, f.label, f.yuan
FROM facts f
JOIN documents d USING (document_id)
JOIN agencies a USING (agency_id)
WHERE f.statement = 'general-by-function' AND f.level = 1 AND f.measure = 'total'
ORDER BY a.short_zh, f.yuan DESC`,
  },
  {
    id: 'three-public-years',
    title: { zh: '“三公”经费各年多少？', en: 'Three-public expenses, year by year' },
    sql: `SELECT f.fiscal_year, f.item, SUM(f.yuan) AS yuan
FROM facts f
WHERE f.statement = 'three-public' AND f.measure = 'total'
  AND f.item IN ('abroad', 'reception', 'vehicle-running')
GROUP BY ALL
ORDER BY f.fiscal_year`,
  },
  {
    id: 'vague-targets',
    title: { zh: '哪些绩效指标没有数？', en: 'Which targets have no number?' },
    sql: `SELECT document_id, project, level2, level3, target_raw, indicator_id
FROM indicators
WHERE NOT quantitative
ORDER BY document_id, project`,
  },
  {
    id: 'empty-tables',
    title: { zh: '哪些表声明为空，理由是什么？', en: 'Which tables are declared empty, and why?' },
    sql: `SELECT document_id, number, title, statement, reason, table_id
FROM tables
WHERE status <> 'published'
ORDER BY statement`,
  },
  {
    id: 'changes',
    title: { zh: '文字里说增减最多的是什么？', en: 'What does the text say changed the most?' },
    sql: `SELECT document_id, subject, direction, yuan, reason, claim_id
FROM claims
WHERE measure = 'change' AND yuan > 0
ORDER BY yuan DESC
LIMIT 30`,
  },
];
