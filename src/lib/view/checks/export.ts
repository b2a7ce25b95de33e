import type { CheckLine } from './types.ts';

/** What an export says of itself before its rows. */
export interface ExportFrame {
  title: string;
  release: string;
  /** The filters in words. */
  filters: string;
  /** Address of the view that it was made from. */
  address: string;
  /** Names of agencies, rules and verdicts in the language of the page. */
  agencyName: (id: string) => string;
  ruleName: (id: string) => string;
  verdict: (line: CheckLine) => string;
  /** Heads of the columns, in their order. */
  heads: readonly string[];
}

/** Columns of an export; `heads` of the frame has a word for each. */
export const EXPORT_COLUMNS = [
  'document_id',
  'agency',
  'fiscal_year',
  'rule',
  'rule_name',
  'status',
  'verdict',
  'expected_yuan',
  'actual_yuan',
  'gap_yuan',
  'slack_yuan',
  'finding',
  'text',
  'cells',
] as const;
type ExportRow = Record<(typeof EXPORT_COLUMNS)[number], string>;

/** CSV that Chinese Excel opens as text: UTF-8 with a BOM, CRLF, first the release and the filters as lines that begin with #. */
export function checksCsv(lines: readonly CheckLine[], frame: ExportFrame): string {
  const said = [frame.title, frame.release, frame.filters, frame.address].map((text) => csvCell(`# ${text}`));
  const rows = lines.map((line) => {
    const row = exportRow(line, frame);
    return EXPORT_COLUMNS.map((column) => csvCell(isAmount(column) ? row[column] : neutral(row[column])));
  });
  return `\uFEFF${[...said, frame.heads.map(csvCell).join(','), ...rows.map((row) => row.join(','))].join('\r\n')}\r\n`;
}

export function checksJson(lines: readonly CheckLine[], frame: ExportFrame): string {
  const { title, release, filters, address } = frame;
  return `${JSON.stringify(
    {
      title,
      release,
      filters,
      address,
      checks: lines.map((line) => ({
        ...exportRow(line, frame),
        expected_yuan: line.expected,
        actual_yuan: line.actual,
        gap_yuan: line.gap,
        slack_yuan: line.slack,
        cells: line.refs,
      })),
    },
    null,
    2,
  )}\n`;
}

function exportRow(line: CheckLine, frame: ExportFrame): ExportRow {
  return {
    document_id: line.document,
    agency: frame.agencyName(line.agency),
    fiscal_year: line.year === null ? '' : String(line.year),
    rule: line.rule,
    rule_name: frame.ruleName(line.rule),
    status: line.status,
    verdict: frame.verdict(line),
    expected_yuan: line.expected ?? '',
    actual_yuan: line.actual ?? '',
    gap_yuan: line.gap ?? '',
    slack_yuan: line.slack ?? '',
    finding: line.finding,
    text: line.text,
    cells: line.refs.join(' '),
  };
}

function isAmount(column: string): boolean {
  return column.endsWith('_yuan');
}

/** A text that a spreadsheet would take for a formula, made plain text. */
function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
