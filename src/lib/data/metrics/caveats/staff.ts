import { Decimal } from '../../../core/money/index.ts';
import { caveat, positive, shownWhere } from './caveat.ts';

export const HEADCOUNT_DATE = caveat(
  'headcount-date',
  shownWhere(
    ({ headcount_as_of, fiscal_year }, rows) =>
      headcount_as_of !== null &&
      Number(headcount_as_of.slice(0, 4)) !== fiscal_year &&
      rows.some((row) => row.status !== 'reader'),
  ),
  {
    zh: '人数的时点与预算年度不同：{names}用的是上年末或更早的人数。',
    en: 'Headcount and budget are of different dates: {names} {states its|state their} staff as of an earlier year.',
  },
);

export const RETIREES_COUNTED = caveat(
  'retirees-counted',
  shownWhere(
    ({ retiree_pay }, rows) => positive(retiree_pay) && rows.some((row) => row.variant === 'personnel'),
  ),
  {
    zh: '{names}的人员经费含离退休费，而人数只计在职。可改用“在职人员经费”。',
    en: 'Personnel spending of {names} includes pensions, while only serving staff are counted. The variant “serving staff” leaves them out.',
  },
);

export const TRANSPORT_IN_PERSONNEL = caveat(
  'transport-in-personnel',
  shownWhere(
    ({ transport_in_personnel }, rows) =>
      positive(transport_in_personnel) && rows.some((row) => row.variant !== 'wages'),
  ),
  {
    zh: '{names}把其他交通费用（30239）列入人员经费，其他单位列入公用经费。',
    en: '{names} {counts|count} other transport costs (30239) as personnel; others count them as running costs.',
  },
);

export const HIRED_STAFF = caveat(
  'hired-staff',
  shownWhere(({ hired_staff_projects }) => hired_staff_projects.length > 0),
  {
    zh: '{names}另有聘用等编外人员由项目支出负担，人员经费和人数都不含。',
    en: '{names} also {pays|pay} hired staff out of projects; they are in neither the spending nor the headcount.',
  },
);

/** From half a yuan of slack on a printed figure moves the digits that are shown. */
const VISIBLE_SLACK = new Decimal('0.5');

export const ROUNDED_NUMERATOR = caveat(
  'rounded-numerator',
  shownWhere((_, rows) => rows.some((row) => new Decimal(row.numerator_slack ?? 0).gte(VISIBLE_SLACK))),
  {
    zh: '{names}以万元为单位公布，数字是四舍五入的；图中的细线是真值可能所在的范围。',
    en: '{names} {publishes|publish} in units of 10,000 yuan, rounded; the whiskers show where the exact value may lie.',
  },
);

export const READER_HEADCOUNT = caveat(
  'reader-headcount',
  shownWhere((_, rows) => rows.some((row) => row.status === 'reader')),
  {
    zh: '{names}没有公布人数，这里用的是读者自己填写的人数。',
    en: '{names} {discloses|disclose} no headcount; the {number|numbers} used here {was|were} typed in by the reader.',
  },
);
