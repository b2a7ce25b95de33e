import * as caveats from './caveats/index.ts';
import { answerQuery, part } from './compose.ts';
import type { LineSource } from './constituents.ts';
import { defineMetric } from './record.ts';
import type { MetricVariant } from './record.ts';

const ANSWERS = part(
  'answers',
  [],
  `
SELECT
  d.document_id, d.fiscal_year AS year, v.variant, '' AS denominator_kind, '' AS item, v.variant = 'all' AS divides,
  FALSE AS derived, 'nothing-to-check' AS reason, CAST([] AS VARCHAR[]) AS notes,
  CASE WHEN COUNT(c.check_id) > 0 THEN
    CASE v.variant
      WHEN 'all' THEN COUNT(*) FILTER (c.status IN ('exact', 'rounding'))
      WHEN 'exact' THEN COUNT(*) FILTER (c.status = 'exact')
      WHEN 'rounding' THEN COUNT(*) FILTER (c.status = 'rounding')
      ELSE COUNT(*) FILTER (c.status = 'broken')
    END
  END AS numerator,
  0 AS numerator_slack, CAST([] AS VARCHAR[]) AS numerator_facts,
  CASE WHEN v.variant = 'all' AND COUNT(c.check_id) > 0 THEN COUNT(c.check_id) END AS denominator,
  0 AS denominator_slack, CAST([] AS VARCHAR[]) AS denominator_facts
FROM documents d
CROSS JOIN (VALUES ('all'), ('exact'), ('rounding'), ('broken')) v(variant)
LEFT JOIN checks c ON c.document_id = d.document_id AND c.status NOT IN ('unchecked', 'explained')
GROUP BY d.document_id, d.fiscal_year, v.variant`,
);

const BROKEN: LineSource = {
  table: {
    id: 'broken',
    lines: part(
      'broken_checks',
      [],
      `
SELECT document_id, rule AS code, '' AS label, -COUNT(*) AS amount FROM checks WHERE status = 'broken'
GROUP BY document_id, rule`,
    ),
    names: 'rules',
    note: {
      zh: '每一步是一类对不上的核对，按占能做的核对的百分点计：负数是这家对不上的更多，正数是中位机构更多。',
      en: 'Each step is a rule that does not tie, in percentage points of the checks made: negative where it fails more here, positive where it fails more in the middle.',
    },
  },
  shortfall: true,
};

export const RECONCILIATION = defineMetric({
  id: 'reconciliation',
  name: { zh: '勾稽一致率', en: 'Reconciliation' },
  question: { zh: '文件里的数字彼此对得上吗？', en: 'Do the figures of the document agree with each other?' },
  definition: {
    zh: '能做的核对中，完全相符或在四舍五入范围内相符的占多少。没有任何容差：只看所印位数允许的范围。',
    en: 'Of the checks that can be made, how many tie, exactly or within rounding. There is no tolerance: only what the printed digits leave open.',
  },
  goodFor: {
    zh: '看数字是否可靠；不一致之处见核对结果。',
    en: 'Seeing how far the figures can be relied on; the findings list what does not tie.',
  },
  formula: { zh: '相符的核对 ÷ 能做的核对', en: 'checks that tie ÷ checks that can be made' },
  unit: 'percent',
  variants: [
    {
      id: 'all',
      name: { zh: '一致率', en: 'Share that ties' },
      note: {
        zh: '完全相符与舍入相符之和占能做的核对。',
        en: 'Exact and rounding together, as a share of the checks made.',
      },
    },
    counted('exact', '完全相符', 'Exact', '分毫不差的核对。', 'Checks that tie to the last digit.'),
    counted(
      'rounding',
      '舍入相符',
      'Within rounding',
      '差额在四舍五入范围内。',
      'The gap is no more than rounding explains.',
    ),
    counted(
      'broken',
      '不相符',
      'Broken',
      '差额超出四舍五入所能解释的。',
      'The gap is more than rounding explains.',
    ),
  ],
  denominators: [],
  items: [],
  defaults: { variant: 'all', denominator: '', unit: 'yuan' },
  form: 'ranked-bars',
  lead: { variant: 'all', item: '' },
  pairs: ['all'],
  madeOf: { all: [BROKEN] },
  further: { path: '/checks', text: { zh: '逐条看不符之处', en: 'See what does not tie, one by one' } },
  caveats: [
    caveats.YEARS_DIFFER,
    caveats.STAGES_DIFFER,
    caveats.SCOPES_DIFFER,
    caveats.LEVELS_DIFFER,
    caveats.BODIES_DIFFER,
  ],
  sql: answerQuery(ANSWERS),
});

function counted(id: string, zh: string, en: string, noteZh: string, noteEn: string): MetricVariant {
  return { id, name: { zh, en }, note: { zh: noteZh, en: noteEn }, unit: 'count' };
}
