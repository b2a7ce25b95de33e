import { Decimal } from '../../core/money/index.ts';
import type { CheckStatus } from '../../core/model/extract.ts';
import { STATUS_ORDER } from './types.ts';
import type { CheckLine, Finding } from './types.ts';

/** Least gap in yuan that is shown; `any` shows also what compares no amounts. */
export const GAP_SIZES = ['any', '1', '100', '10000', '100000'] as const;
export type GapSize = (typeof GAP_SIZES)[number];

/** Everything that a link to the findings carries. */
export interface ChecksFilter {
  agency: string | null;
  rule: string | null;
  /** Never empty. */
  statuses: CheckStatus[];
  gap: GapSize;
  /** One finding alone, by the key of any of its checks; the other filters rest meanwhile. */
  only: string | null;
  release: string | null;
}

export const DEFAULT_FILTER: ChecksFilter = {
  agency: null,
  rule: null,
  statuses: ['broken'],
  gap: 'any',
  only: null,
  release: null,
};

/** The checks that a filter shows. */
export function filterChecks(lines: readonly CheckLine[], filter: ChecksFilter): CheckLine[] {
  if (filter.only !== null) {
    const wanted = lines.find((line) => line.id === filter.only)?.finding ?? filter.only;
    return lines.filter((line) => line.finding === wanted);
  }
  return lines.filter(
    (line) =>
      filter.statuses.includes(line.status) &&
      (filter.agency === null || line.agency === filter.agency) &&
      (filter.rule === null || line.rule === filter.rule) &&
      isAtLeast(line.gap, filter.gap),
  );
}

function isAtLeast(gap: string | null, size: GapSize): boolean {
  if (size === 'any') return true;
  return gap !== null && new Decimal(gap).abs().gte(size);
}

/** Checks of one cause as one finding: what does not tie first, and of those the widest gap. */
export function groupChecks(lines: readonly CheckLine[]): Finding[] {
  const groups = new Map<string, CheckLine[]>();
  for (const line of lines) {
    const group = groups.get(line.finding);
    if (group) group.push(line);
    else groups.set(line.finding, [line]);
  }
  const findings = [...groups].flatMap(([id, members]): Finding[] => {
    const [first, ...rest] = [...members].sort((a, b) => Number(b.id === id) - Number(a.id === id));
    return first ? [{ id, lines: [first, ...rest] }] : [];
  });
  const order = new Map(findings.map((finding) => [finding, widest(finding)]));
  const gravity = ({ lines: [first] }: Finding): number =>
    (STATUS_ORDER as readonly CheckStatus[]).indexOf(first.status);
  return findings.sort(
    (a, b) =>
      gravity(a) - gravity(b) ||
      (order.get(b) ?? new Decimal(0)).cmp(order.get(a) ?? new Decimal(0)) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The widest gap of a finding's checks, in yuan; 0 where none compares amounts. */
function widest({ lines }: Finding): Decimal {
  return lines.reduce(
    (most, { gap }) => (gap === null ? most : Decimal.max(most, new Decimal(gap).abs())),
    new Decimal(0),
  );
}

export type StatusCounts = Record<CheckStatus, number>;

export function countStatuses(lines: readonly Pick<CheckLine, 'status'>[]): StatusCounts {
  const counts: StatusCounts = { exact: 0, rounding: 0, explained: 0, broken: 0, unchecked: 0 };
  for (const { status } of lines) counts[status] += 1;
  return counts;
}
