import { CHECK_STATUSES } from '../../../core/model/extract.ts';
import { DEFAULT_FILTER, GAP_SIZES } from '../../checks/filter.ts';
import type { ChecksFilter } from '../../checks/filter.ts';
import { defineLink } from '../define.ts';
import type { Link } from '../define.ts';
import { choice, id, named, nullable, read, refused, release, text } from '../parameters.ts';

/** The ids that a link to the findings may use. */
export interface ChecksKnown {
  agencies: readonly string[];
  rules: readonly string[];
}

const STATUSES = named('s', '核对结果', 'result');

/** Links to the findings under a filter. */
export const checksLink: Link<ChecksFilter, ChecksKnown> = defineLink<ChecksFilter, ChecksKnown>({
  page: () => '/checks',
  start: () => DEFAULT_FILTER,
  defaults: () => DEFAULT_FILTER,
  parameters: {
    release,
    agency: nullable(id(named('a', '机构', 'agency'), ({ agencies }: ChecksKnown) => agencies)),
    rule: nullable(id(named('rule', '核对规则', 'rule'), ({ rules }: ChecksKnown) => rules)),
    statuses: {
      ...STATUSES,
      encode: (value) => CHECK_STATUSES.filter((status) => value.includes(status)).join('~'),
      decode: (given) => {
        const asked = given.split('~');
        const found = CHECK_STATUSES.filter((status) => asked.includes(status));
        const isWhole = asked.every((name) => found.some((status) => status === name));
        return isWhole ? read(found) : refused('unknown-value', STATUSES, given);
      },
    },
    gap: choice(named('gap', '差额', 'size of the gap'), GAP_SIZES),
    only: text(named('c', '问题', 'finding')),
  },
});

/** Path and query of the findings under a filter, without language prefix. */
export function checksPath(filter: Partial<ChecksFilter>): string {
  return checksLink.path({ ...DEFAULT_FILTER, ...filter });
}
