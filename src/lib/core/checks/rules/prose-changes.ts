import { claimKey, WHOLES } from '../judge/claim-subjects.ts';
import { groupBy, intervalsOverlap, type Context } from '../judge/figures.ts';
import { breakdowns } from './prose-parts.ts';
import { plus, type Draft } from '../judge/rule.ts';

/** Changes of the parts against the change of the whole. */
export function changeParts(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const changes = context.claims.filter((claim) => claim.claim.measure === 'change');
  for (const group of groupBy(
    changes,
    (claim) => `${claim.claim.locator}|${claim.claim.fiscal_year}`,
  ).values()) {
    const find = (subjects: readonly string[]) =>
      group.find((claim) => subjects.includes(claim.claim.subject));
    const whole = find([...WHOLES, 'total-income']);
    const [basic, project] = [find(['basic']), find(['project'])];
    if (!whole || !basic || !project) continue;
    drafts.push({
      subject: `${claimKey(whole.claim)}.basic`,
      compared: whole,
      terms: [plus(basic), plus(project)],
      wording: {
        kind: 'sum',
        parts: { zh: '基本支出与项目支出增减', en: 'the changes of basic and project expenditure' },
      },
    });
  }
  const bySubject = groupBy(changes, (claim) => `${claim.claim.subject}|${claim.claim.fiscal_year}`);
  for (const { whole, parts } of breakdowns(context)) {
    const total = bySubject.get(`${whole.claim.subject}|${whole.claim.fiscal_year}`)?.at(-1);
    const coded = parts.filter((part) => /^(dept|gov)-economic:\d{3}$/.test(part.claim.subject));
    const moved = coded.flatMap(
      (part) =>
        bySubject
          .get(`${part.claim.subject}|${part.claim.fiscal_year}`)
          ?.find((change) => change.claim.locator === part.claim.locator) ?? [],
    );
    if (!total || moved.length < 2 || moved.length < coded.length) continue;
    const ties = intervalsOverlap(moved, [total]);
    drafts.push({
      subject: `${claimKey(whole.claim)}.${moved[0]?.claim.subject.split(':')[0] ?? ''}`,
      compared: total,
      terms: moved.map(plus),
      ...(ties
        ? {}
        : {
            missing: {
              zh: `所列 ${moved.length} 类的增减之和不等；上年有、本年没有的类不在其中`,
              en: `the changes of the ${moved.length} classes listed add up to something else; classes that only last year had are not among them`,
            },
          }),
      wording: {
        kind: 'sum',
        parts: { zh: `所列 ${moved.length} 类增减`, en: `the changes of the ${moved.length} classes listed` },
      },
    });
  }
  return drafts;
}
