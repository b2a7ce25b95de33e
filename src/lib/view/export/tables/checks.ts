import type { CheckLine } from '../../checks/types.ts';
import type { ExportCell, ExportColumn, ExportFilter, ExportSource, ExportTable } from '../types.ts';
import { verdictWord } from '../head.ts';
import { framed } from './context.ts';
import type { ExportContext } from './context.ts';

const COLUMNS = [
  ['document_id', '文件', 'document', 'text'],
  ['agency', '机构', 'agency', 'text'],
  ['fiscal_year', '年度', 'year', 'integer'],
  ['rule', '规则代号', 'rule id', 'text'],
  ['rule_name', '规则', 'rule', 'text'],
  ['status', '结果代号', 'result id', 'text'],
  ['verdict', '结果', 'result', 'text'],
  ['expected_yuan', '应为（元）', 'expected (yuan)', 'number'],
  ['actual_yuan', '实为（元）', 'actual (yuan)', 'number'],
  ['gap_yuan', '差额（元）', 'gap (yuan)', 'number'],
  ['slack_yuan', '舍入余地（元）', 'rounding (yuan)', 'number'],
  ['finding', '问题', 'finding', 'text'],
  ['text', '说明', 'text', 'text'],
] as const;

export interface ChecksExport {
  lines: readonly CheckLine[];
  /** ASCII; `checks` where left out. */
  id?: string;
  title: string;
  filters: ExportFilter[];
  sources: ExportSource[];
  agencyName: (id: string) => string;
  ruleName: (id: string) => string;
}

/** Results of checks as one table: what was compared, the gap, the room of rounding, and the cells concerned. */
export function checksTable(
  { lines, id = 'checks', title, filters, sources, agencyName, ruleName }: ChecksExport,
  context: ExportContext,
): ExportTable {
  const { lang } = context;
  const row = (line: CheckLine): ExportCell[] => {
    const words = (value: string): ExportCell => ({ value });
    const proof = { documentId: line.document, refs: line.refs, verdict: line.status };
    return [
      words(line.document),
      words(agencyName(line.agency)),
      { value: line.year === null ? null : String(line.year) },
      words(line.rule),
      words(ruleName(line.rule)),
      words(line.status),
      { value: verdictWord(line.status, lang), proof },
      { value: line.expected },
      { value: line.actual },
      { value: line.gap },
      { value: line.slack },
      words(line.finding),
      words(line.text),
    ];
  };
  return {
    ...framed(context),
    id,
    title,
    unit: lang === 'zh' ? '元' : 'yuan',
    basis: '',
    filters,
    notes: [],
    columns: COLUMNS.map(([id, zh, en, type]): ExportColumn => ({
      id,
      label: lang === 'zh' ? zh : en,
      type,
      ...(type === 'number' ? { decimals: 2 } : {}),
    })),
    rows: lines.map(row),
    sources,
  };
}
