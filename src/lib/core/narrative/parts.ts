import { incomeSide } from '../terms/index.ts';

/**
 * Which subjects can be parts of which: the rank of a whole is below its parts'. 其中 opens a list of parts; a subject
 * of the whole's own rank and kind ends it (基本支出 …，其中：人员经费 …；项目支出 …).
 */
const RANKS: readonly [RegExp, number, string][] = [
  [/^(total-|income-and)/, 0, 'total'],
  [/^appropriation-/, 1, 'appropriation'],
  [/(-income|^other-income|^superior|^subsidiary|^unit-funds|^carry-)/, 2, 'source'],
  [/^(general-public-budget|government-fund|state-capital)$/, 2, 'fund'],
  [/^(basic|project|operating-expenditure|remitted-up|subsidy-down)$/, 3, 'kind'],
  [
    /^(three-public|operating-cost|procurement|purchased-services|meeting|training|performance-amount|fixed-assets)$/,
    3,
    'topic',
  ],
  [/^(personnel|public)$/, 4, 'use'],
  [/^(abroad|reception|vehicle)$/, 4, 'three-public'],
  [/^procurement-/, 4, 'procurement'],
  [/^vehicle-(purchase|running)$/, 5, 'vehicle'],
  [/^(project|item):/, 6, 'named'],
];

function placeOf(subject: string): { rank: number; kind: string } {
  const code = /^(function|dept-economic|gov-economic):(\d+)/.exec(subject);
  if (code) return { rank: 3, kind: `${code[1] ?? ''}-${(code[2] ?? '').length}` };
  const found = RANKS.find(([pattern]) => pattern.test(subject));
  return found ? { rank: found[1], kind: found[2] } : { rank: 5, kind: subject };
}

/** The wholes, outermost first, that a subject can still be a part of. */
export function wholesFor(subject: string, wholes: readonly string[]): string[] {
  const own = placeOf(subject);
  const left = [...wholes];
  for (let top = left.at(-1); top !== undefined; top = left.at(-1)) {
    const whole = placeOf(top);
    const sibling = whole.rank === own.rank && whole.kind === own.kind && own.kind !== 'named';
    if (top !== subject && whole.rank <= own.rank && !sibling) break;
    left.pop();
  }
  return left;
}

/** 一般公共预算拨款 as a part of income is income. */
export function onSideOf(subject: string, whole: string | undefined): string {
  return whole !== undefined && /^(total-income|appropriation-income)$/.test(whole)
    ? incomeSide(subject)
    : subject;
}
