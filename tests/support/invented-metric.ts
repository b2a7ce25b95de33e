import { answerQuery, part } from '../../src/lib/data/metrics/compose.ts';
import { defineMetric } from '../../src/lib/data/metrics/record.ts';

const ANSWERS = part(
  'answers',
  [],
  `
SELECT
  d.document_id, d.fiscal_year AS year, 'all' AS variant, '' AS denominator_kind, '' AS item, FALSE AS divides,
  FALSE AS derived, 'figure-not-disclosed' AS reason, CAST([] AS VARCHAR[]) AS notes,
  COUNT(*) FILTER (t.status = 'published') AS numerator, 0 AS numerator_slack,
  LIST('table:' || t.table_id ORDER BY t.table_id) AS numerator_facts,
  CAST(NULL AS INTEGER) AS denominator, NULL AS denominator_slack, CAST([] AS VARCHAR[]) AS denominator_facts
FROM documents d JOIN tables t ON t.document_id = d.document_id
GROUP BY d.document_id, d.fiscal_year`,
);

/** How many tables a document has: a metric that the product doesn't know. */
export const INVENTED = defineMetric({
  id: 'tables-published',
  name: { zh: '公开表数', en: 'Tables published' },
  question: { zh: '公开了多少张表？', en: 'How many tables are published?' },
  definition: { zh: '文件里有内容的表的张数。', en: 'Tables of the document that have rows.' },
  goodFor: { zh: '看篇幅。', en: 'Seeing the extent.' },
  formula: { zh: '表的张数', en: 'number of tables' },
  unit: 'count',
  variants: [{ id: 'all', name: { zh: '全部', en: 'All' }, note: { zh: '所有的表。', en: 'All tables.' } }],
  denominators: [],
  items: [],
  defaults: { variant: 'all', denominator: '', unit: 'yuan' },
  front: true,
  form: 'ranked-bars',
  lead: { variant: 'all', item: '' },
  pairs: ['all'],
  caveats: [],
  sql: answerQuery(ANSWERS),
});
