import type { Claim } from '../../model/extract.ts';
import { claimKey, DEPENDENT, isUnambiguous } from '../judge/claim-subjects.ts';
import { groupBy, intervalsOverlap, type Context } from '../judge/figures.ts';
import { changeParts } from './prose-changes.ts';
import { partSums } from './prose-parts.ts';
import { percentages } from './prose-percent.ts';
import { plus, type CheckRule, type Draft } from '../judge/rule.ts';

/** Subjects that several sentences may use for different things. */
const VAGUE = /^(other|item:|initial-budget|superior-subsidy$)/;
function identityOf(claim: Claim): string {
  const of = DEPENDENT.has(claim.subject) ? (claim.of ?? '') : '';
  const part =
    /^(function|dept-economic|gov-economic):/.test(claim.subject) && /^(basic|project)$/.test(claim.of ?? '')
      ? claim.of
      : '';
  return [claim.subject, of, part, claim.measure, claim.fiscal_year, claim.basis ?? ''].join('|');
}

/** The same figure stated twice in prose. */
function repeats(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const stated = context.claims.filter(
    ({ claim }) => !VAGUE.test(claim.subject) && !context.passages.isReason(claim),
  );
  for (const group of groupBy(stated, (claim) => identityOf(claim.claim)).values()) {
    const [first, ...others] = group;
    if (!first) continue;
    // What a change is measured against, and of what, differs from passage to passage.
    const strict =
      first.claim.measure === 'amount' &&
      isUnambiguous(first.claim.subject) &&
      new Set(group.map((claim) => claim.yuan.toFixed())).size <= 2;
    for (const other of others) {
      // Words such as 政府采购 or 项目支出 also name parts; two amounts of theirs are no contradiction.
      if (!strict && !intervalsOverlap([first], [other])) continue;
      drafts.push({
        subject: `${claimKey(other.claim)}.${other.claim.measure}`,
        compared: other,
        terms: [plus(first)],
        wording: {
          kind: 'computed',
          expected: { zh: '文中前一处写作', en: 'an earlier passage says' },
        },
      });
    }
  }
  return drafts;
}

export const PROSE_RULES: readonly CheckRule[] = [
  {
    id: 'prose-repeated',
    family: 'prose',
    name: { zh: '文中同一数前后一致', en: 'A figure stated twice in the text' },
    meaning: {
      zh: '文字说明中同一科目、同一年度的数在各处一致。',
      en: 'The same subject and year has the same figure wherever the text states it.',
    },
    find: repeats,
  },
  {
    id: 'prose-parts',
    family: 'prose',
    name: { zh: '文中分项之和', en: 'Parts stated in the text' },
    meaning: {
      zh: '文字说明中“其中”“包括”所列各项之和等于前面的总数；没有列全的不作判断，超过总数的是矛盾。',
      en: 'The parts that the text lists add up to the whole it states; an incomplete list is not judged, one that exceeds the whole is a contradiction.',
    },
    find: partSums,
  },
  {
    id: 'prose-percent',
    family: 'prose',
    name: { zh: '文中百分比与金额', en: 'Stated percentages against amounts' },
    meaning: {
      zh: '文字说明中的占比、增幅与所写金额推算的结果一致，按各数印出的位数判断。',
      en: 'Shares and growth rates in the text agree with the amounts it states, judged by the printed digits of each.',
    },
    find: percentages,
  },
  {
    id: 'prose-change-parts',
    family: 'prose',
    name: { zh: '文中分项增减之和', en: 'Changes of the parts' },
    meaning: {
      zh: '文字说明中各部分的增减之和等于总数的增减。',
      en: 'The changes of the parts add up to the change of the whole.',
    },
    find: changeParts,
  },
];
