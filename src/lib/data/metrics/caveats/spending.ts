import { caveat, positive, shownWhere } from './caveat.ts';

export const TRANSFERS_IN_PROJECTS = caveat(
  'transfers-in-projects',
  shownWhere(
    ({ transfer_projects }, rows) => positive(transfer_projects) && rows.some((row) => row.variant === 'all'),
  ),
  {
    zh: '{names}的项目支出含对个人和基金的补助等转移性资金，不是机关自身的项目。可改用“不含转移性项目”。',
    en: 'Projects of {names} include transfers to people and funds, which are no projects of the office. The variant “administration” leaves them out.',
  },
);

export const OPERATING_COST_SCOPE = caveat(
  'operating-cost-scope',
  shownWhere((_, rows) => rows.some((row) => row.notes.includes('differs-from-public'))),
  {
    zh: '{names}所说的机关运行经费与基本支出中的公用经费不是同一个数，口径可能含项目中的商品和服务。',
    en: 'The operating cost that {names} {states is not its|state is not their} running cost within basic expenditure; it may include goods and services of projects.',
  },
);
