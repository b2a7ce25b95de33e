import { codeName, levelOf } from '../codes/index.ts';
import type { Claim, ExtractContext, Fact, Issue } from '../model/index.ts';
import { Decimal, yuanString } from '../money/index.ts';
import type { PlacedClaim } from './claims.ts';
import { isItem, ITEM_TERMS } from '../terms/index.ts';

type Place = Pick<
  Fact,
  'statement' | 'axis' | 'code' | 'label' | 'flow' | 'measure' | 'fund' | 'item' | 'level' | 'is_total'
>;

/**
 * Last year's figures: 与上年持平 is this year's again, 较上年增加 x is this year's less x. Only where the change is
 * against last year's budget (or says nothing else) and stands in the same passage as this year's amount.
 */
export function deriveFacts(
  placed: readonly PlacedClaim[],
  context: ExtractContext,
): { facts: Fact[]; issues: Issue[] } {
  const facts = new Map<string, Fact>();
  const issues: Issue[] = [];
  for (const entry of placed) {
    const { claim } = entry;
    if (claim.measure !== 'change' || claim.yuan === null || entry.rough) continue;
    if (claim.fiscal_year === null || claim.fiscal_year !== context.fiscalYear) continue;
    if (claim.basis === 'execution' && context.stage === 'budget') continue;
    const present = presentAmount(placed, entry);
    if (!present?.yuan) continue;
    const yuan = new Decimal(present.yuan).minus(claim.yuan);
    for (const place of placesOf(claim.subject)) {
      const fact = derivedFact(place, claim, present, yuanString(yuan), claim.fiscal_year - 1);
      const known = facts.get(fact.fact_id);
      if (!known) facts.set(fact.fact_id, fact);
      else if (known.yuan !== fact.yuan) {
        issues.push({
          code: 'prose-disagrees',
          severity: 'note',
          locator: claim.locator,
          text: `文字说明推算出的${claim.fiscal_year - 1}年“${place.label}”有两个数：${known.yuan ?? ''} 元和 ${fact.yuan ?? ''} 元。`,
        });
      }
    }
  }
  return { facts: [...facts.values()], issues };
}

/** This year's amount of the same subject: the last one before the change in its passage. */
function presentAmount(placed: readonly PlacedClaim[], change: PlacedClaim): Claim | null {
  let found: Claim | null = null;
  for (const { claim, passage, start } of placed) {
    if (passage !== change.passage || start >= change.start) continue;
    if (claim.measure !== 'amount' || claim.subject !== change.claim.subject) continue;
    if (claim.fiscal_year === change.claim.fiscal_year && claim.basis !== 'budget') found = claim;
  }
  return found;
}

function derivedFact(place: Place, claim: Claim, present: Claim, yuan: string, year: number): Fact {
  const key = place.item ?? (place.code ? `${place.axis}-${place.code}` : `${place.flow}-${place.measure}`);
  return {
    ...place,
    fact_id: `prose.${place.statement}.${key}.${year}`,
    table_id: null,
    row: null,
    column: null,
    locator: claim.locator,
    gov_code: null,
    unit_code: null,
    unit_name: null,
    project: null,
    fiscal_year: year,
    raw: claim.raw,
    unit: present.unit,
    yuan,
    quantity: null,
    decimals: Math.max(present.decimals ?? 0, claim.decimals ?? 0),
    status: 'derived',
    column_label: '',
  };
}

function placesOf(subject: string): Place[] {
  const total = {
    code: null,
    item: null,
    level: 0,
    is_total: true,
    axis: 'total',
    measure: 'total',
    fund: 'all',
  } as const;
  if (isItem(subject)) {
    return [
      {
        statement: 'three-public',
        axis: 'item',
        code: null,
        label: ITEM_TERMS[subject].name.zh,
        flow: 'expenditure',
        measure: 'total',
        fund: 'general-public-budget',
        item: subject,
        level: null,
        is_total: subject === 'three-public',
      },
    ];
  }
  const income: Place = { ...total, statement: 'budget-summary', label: '收入总计', flow: 'income' };
  const expenditure: Place = {
    ...total,
    statement: 'budget-summary',
    label: '支出总计',
    flow: 'expenditure',
  };
  if (subject === 'total-income') return [income];
  if (subject === 'total-expenditure') return [expenditure];
  if (subject === 'income-and-expenditure') return [income, expenditure];
  if (subject === 'appropriation-income') return [{ ...income, statement: 'appropriation-summary' }];
  if (subject === 'appropriation-expenditure')
    return [{ ...expenditure, statement: 'appropriation-summary' }];
  if (subject === 'appropriation-balance')
    return [
      { ...income, statement: 'appropriation-summary' },
      { ...expenditure, statement: 'appropriation-summary' },
    ];
  if (subject === 'general-public-budget')
    return [
      { ...expenditure, statement: 'general-by-function', label: '合计', fund: 'general-public-budget' },
    ];
  if (subject === 'basic' || subject === 'project')
    return [{ ...expenditure, statement: 'expenditure-summary', label: '合计', measure: subject }];
  const [scheme, code] = subject.split(':');
  if (!code || (scheme !== 'function' && scheme !== 'dept-economic' && scheme !== 'gov-economic')) return [];
  return [
    {
      statement: scheme === 'function' ? 'general-by-function' : 'general-by-economic',
      axis: scheme,
      code,
      label: codeName(scheme, code) ?? code,
      flow: 'expenditure',
      measure: 'total',
      fund: 'general-public-budget',
      item: null,
      level: levelOf(code),
      is_total: false,
    },
  ];
}
