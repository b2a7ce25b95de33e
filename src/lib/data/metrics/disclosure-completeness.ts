import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import type { LineSource } from './constituents.ts';
import { DISCLOSURE_ITEMS, DISCLOSURE_VARIANTS } from './disclosure-items.ts';
import { PROJECT_TABLES } from './inputs/spending.ts';
import { defineMetric } from './record.ts';

const rowsOf = (pick: (item: (typeof DISCLOSURE_ITEMS)[number]) => readonly string[]): string =>
  DISCLOSURE_ITEMS.flatMap((item) => pick(item).map((value) => `('${item.id}', '${value}')`)).join(', ');
const ITEM_ROWS = DISCLOSURE_ITEMS.map(
  ({ id, since, onlyWithProjects }) => `('${id}', ${since}, ${onlyWithProjects ? 'TRUE' : 'FALSE'})`,
).join(', ');

/** Each item of the rules for each document: whether it applies, and what shows that it is there. */
const DISCLOSED = part(
  'disclosed',
  [PROJECT_TABLES],
  `
WITH evidence AS (
  SELECT t.document_id, i.item, 'table:' || t.table_id AS ref
  FROM tables t JOIN (VALUES ${rowsOf((item) => item.tables)}) i(item, statement) ON i.statement = t.statement
  WHERE t.status <> 'listed-only'
  UNION ALL
  SELECT c.document_id, i.item, 'claim:' || c.claim_id
  FROM claims c JOIN (VALUES ${rowsOf((item) => item.subjects)}) i(item, subject)
    ON i.subject = c.subject OR i.subject = c.measure || ':' || c.subject
  UNION ALL
  SELECT document_id, 'staff', 'headcount:' || headcount_id FROM headcounts
)
SELECT
  d.document_id, d.fiscal_year AS year, i.item,
  d.fiscal_year >= i.since AND NOT (i.only_with_projects AND COALESCE(p.project = 0, FALSE)) AS applies,
  COUNT(e.ref) > 0 AS found, MIN(e.ref) AS ref
FROM documents d CROSS JOIN (VALUES ${ITEM_ROWS}) i(item, since, only_with_projects)
LEFT JOIN project_tables p ON p.document_id = d.document_id
LEFT JOIN evidence e ON e.document_id = d.document_id AND e.item = i.item
GROUP BY d.document_id, d.fiscal_year, i.item, i.since, i.only_with_projects, p.project`,
);

const ANSWERS = part(
  'answers',
  [DISCLOSED],
  `
SELECT
  document_id, year, 'all' AS variant, '' AS denominator_kind, '' AS item, TRUE AS divides, FALSE AS derived,
  'figure-not-disclosed' AS reason, CAST([] AS VARCHAR[]) AS notes,
  COUNT(*) FILTER (found) AS numerator, 0 AS numerator_slack,
  COALESCE(LIST(ref ORDER BY item) FILTER (found), []) AS numerator_facts,
  COUNT(*) AS denominator, 0 AS denominator_slack, CAST([] AS VARCHAR[]) AS denominator_facts
FROM disclosed WHERE applies GROUP BY document_id, year
UNION ALL
SELECT
  document_id, year, 'items', '', item, FALSE, FALSE, 'figure-not-disclosed', [],
  CAST(found AS INTEGER), 0, CASE WHEN found THEN [ref] ELSE [] END, NULL, NULL, []
FROM disclosed WHERE applies`,
);

const NOT_PUBLISHED: LineSource = {
  table: {
    id: 'not-published',
    lines: part(
      'not_published',
      [DISCLOSED],
      "SELECT document_id, item AS code, '' AS label, -1 AS amount FROM disclosed WHERE applies AND NOT found",
    ),
    names: DISCLOSURE_ITEMS,
    note: {
      zh: '每一步是没有找到的一项，按占应公开项目的百分点计：负数是这家缺，正数是中位机构缺。',
      en: 'Each step is an item that is not found, in percentage points of the items that apply: negative where this agency lacks it, positive where the middle does.',
    },
  },
  shortfall: true,
};

export const DISCLOSURE_COMPLETENESS = defineMetric({
  id: 'disclosure-completeness',
  name: { zh: '公开完整度', en: 'Completeness of disclosure' },
  question: { zh: '规定要公开的内容公开了多少？', en: 'How much of what the rules ask for is published?' },
  definition: {
    zh: '适用的公开项目中，文件里能找到的占多少。表格以表为准：列出并声明为空表的算公开，只列目录而没有表的不算；说明以文字中的数字为准。',
    en: 'Of the items that apply, how many the document has. A table declared empty is published; one that is only listed in the contents is not. A narrative item counts where its figures are found.',
  },
  goodFor: {
    zh: '看公开是否齐全；没有找到也可能是文件版式没有读出，请对照原文。',
    en: 'Seeing whether the disclosure is complete; what is not found may also have been missed in reading: compare the document.',
  },
  formula: { zh: '已公开的适用项目 ÷ 适用项目', en: 'applicable items published ÷ applicable items' },
  unit: 'percent',
  variants: [
    {
      id: 'all',
      name: { zh: '完整度', en: 'Completeness' },
      note: { zh: '占适用项目的百分比。', en: 'As a share of the items that apply.' },
    },
    {
      id: 'items',
      name: { zh: '逐项', en: 'Item by item' },
      note: {
        zh: '每一项：1 为已公开，0 为没有找到。',
        en: 'Each item: 1 where it is published, 0 where it is not found.',
      },
      unit: 'count',
    },
  ],
  denominators: [],
  items: DISCLOSURE_VARIANTS,
  defaults: { variant: 'all', denominator: '', unit: 'yuan' },
  form: 'ranked-bars',
  lead: { variant: 'all', item: '' },
  pairs: ['all'],
  madeOf: { all: [NOT_PUBLISHED] },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
  ],
  sql: answerQuery(ANSWERS),
});
