import { codeName, SCHEMES } from '../../codes/index.ts';
import type { Check, Unit } from '../../model/extract.ts';
import type { Localised } from '../../model/localised.ts';
import { Decimal, yuanPerUnit, yuanString } from '../../money/index.ts';
import { subjectName } from '../../terms/index.ts';
import { doubtOfSum } from './doubts.ts';
import { explanationOf } from './explanations.ts';
import type { Context, Figure } from './figures.ts';
import type { CheckRule, Draft } from './rule.ts';
import { claimPlace, grouped, money, placeOf, printed } from './words.ts';

interface Outcome {
  status: Check['status'];
  expected: Decimal;
  actual: Decimal;
  gap: Decimal;
  slack: Decimal;
}

/** A draft worked out by interval arithmetic: exact, within what the printed digits leave open, or broken; and worded. */
export function judge(context: Context, rule: CheckRule, draft: Draft): Check {
  const base = {
    check_id: `${rule.id}:${draft.subject}`,
    rule: rule.id,
    finding: null,
    ...participants(draft),
  };
  if (draft.verdict) {
    const text = draft.wording.kind === 'said' ? draft.wording.sentence : { zh: '', en: '' };
    return { ...base, ...amounts(null), ...draft.verdict, weights: [], text: text.zh, text_en: text.en };
  }
  const { compared, missing } = draft;
  if (missing || !compared) {
    const text = unchecked(context, draft);
    return { ...base, status: 'unchecked', ...amounts(null), text: text.zh, text_en: text.en };
  }
  const outcome = workOut(compared, draft);
  const doubt = outcome.status === 'broken' ? doubtOfSum(context, draft) : null;
  if (doubt) {
    const text = unchecked(context, { ...draft, missing: doubt });
    return { ...base, status: 'unchecked', ...amounts(null), text: text.zh, text_en: text.en };
  }
  const text = sentence(context, draft, compared, outcome);
  const why = outcome.status === 'broken' ? explanationOf(context, draft, outcome) : null;
  if (!why) return { ...base, status: outcome.status, ...amounts(outcome), text: text.zh, text_en: text.en };
  return {
    ...base,
    claims: [...base.claims, why.locator],
    status: 'explained',
    ...amounts(outcome),
    text: `${text.zh}文件说明：“${why.quote}”。`,
    text_en: `${text.en} The document says: “${why.quote}”.`,
  };
}

function workOut(compared: Figure, draft: Draft): Outcome {
  let expected = new Decimal(0);
  let slack = new Decimal(0);
  if (draft.expected) ({ yuan: expected, slack } = draft.expected);
  else {
    for (const { figure, weight } of draft.terms) {
      expected = weight === 1 ? expected.plus(figure.yuan) : expected.minus(figure.yuan);
      slack = slack.plus(figure.slack);
    }
  }
  slack = slack.plus(compared.slack);
  const gap = compared.yuan.minus(expected);
  const status = gap.isZero() ? 'exact' : gap.abs().lte(slack) ? 'rounding' : 'broken';
  return { status, expected, actual: compared.yuan, gap, slack };
}

function amounts(
  outcome: Outcome | null,
): Pick<Check, 'expected_yuan' | 'actual_yuan' | 'gap_yuan' | 'slack_yuan'> {
  const text = (value: Decimal | undefined) => (value === undefined ? null : yuanString(roundFen(value)));
  return {
    expected_yuan: text(outcome?.expected),
    actual_yuan: text(outcome?.actual),
    gap_yuan: text(outcome?.gap),
    slack_yuan: text(outcome?.slack),
  };
}

/** Quotients can have no end; six decimals of a yuan are beyond anything printed. */
function roundFen(value: Decimal): Decimal {
  return value.decimalPlaces() > 6 ? value.toDecimalPlaces(6) : value;
}

function participants(draft: Draft): Pick<Check, 'facts' | 'weights' | 'claims'> {
  const facts: string[] = [];
  const weights: number[] = [];
  const claims: string[] = [];
  const add = (figure: Figure, weight: number) => {
    if (figure.fact) {
      facts.push(figure.fact.fact_id);
      weights.push(weight);
    } else if (figure.claim && !claims.includes(figure.claim.locator)) claims.push(figure.claim.locator);
  };
  if (draft.compared) add(draft.compared, 0);
  for (const term of draft.terms) add(term.figure, term.weight);
  return { facts, weights, claims };
}

function place(context: Context, figure: Figure): Localised {
  if (figure.fact) return placeOf(context, figure.fact);
  if (figure.claim) {
    const name = claimSubject(figure.claim.subject);
    const year = figure.claim.fiscal_year;
    const other = year !== null && year !== context.year;
    const suffix = figure.claim.measure === 'change';
    return claimPlace({
      zh: `${other ? `${year}年` : ''}${name.zh}${suffix ? '较上年增减' : ''}`,
      en: `${other ? `${year} ` : ''}${name.en}${suffix ? ', change' : ''}`,
    });
  }
  return { zh: '', en: '' };
}

function claimSubject(subject: string): Localised {
  const coded = /^(function|dept-economic|gov-economic):(\d+)$/.exec(subject);
  const scheme = SCHEMES.find((each) => each === coded?.[1]);
  const code = coded?.[2];
  if (!scheme || code === undefined) return subjectName(subject);
  const text = [code, codeName(scheme, code)].filter((part) => part !== null).join(' ');
  return { zh: text, en: text };
}

/** The coarser unit of the two sides reads best unless it hides the gap. */
function commonUnit(compared: Figure, draft: Draft): Unit {
  const units = new Set([compared.unit, ...draft.terms.map((term) => term.figure.unit)]);
  return units.size === 1 ? compared.unit : '元';
}

function sentence(context: Context, draft: Draft, compared: Figure, outcome: Outcome): Localised {
  const where = place(context, compared);
  const unit = commonUnit(compared, draft);
  const decimals = Math.max(
    unit === compared.unit ? compared.decimals : 0,
    ...draft.terms.map(({ figure }) => (figure.unit === unit ? figure.decimals : 0)),
  );
  const amount = printed(compared);
  const expected = money(roundFen(outcome.expected), unit, decimals);
  const end = ending(outcome, unit, decimals, isCut(compared, draft, outcome));
  const { wording } = draft;
  switch (wording.kind) {
    case 'said':
      return wording.sentence;
    case 'sum':
      return {
        zh: `${where.zh} ${amount.zh}，${wording.parts.zh}之和 ${expected.zh}，${end.zh}。`,
        en: `${where.en} is ${amount.en}; the sum of ${wording.parts.en} is ${expected.en}: ${end.en}.`,
      };
    case 'computed':
      return {
        zh: `${where.zh} ${amount.zh}，${wording.expected.zh} ${expected.zh}，${end.zh}。`,
        en: `${where.en} is ${amount.en}; ${wording.expected.en} ${expected.en}: ${end.en}.`,
      };
    case 'same': {
      const only = draft.terms.length === 1 ? draft.terms[0] : undefined;
      const other = wording.what ?? (only ? place(context, only.figure) : { zh: '', en: '' });
      const stated = only && !wording.what ? printed(only.figure) : expected;
      return {
        zh: `${where.zh} ${amount.zh}，${other.zh} ${stated.zh}，${end.zh}。`,
        en: `${where.en} is ${amount.en}; ${other.en} is ${stated.en}: ${end.en}.`,
      };
    }
  }
}

/** A coarser figure that is the finer one with its last digits cut off instead of rounded. */
function isCut(compared: Figure, draft: Draft, outcome: Outcome): boolean {
  if (outcome.status !== 'broken' || draft.expected) return false;
  const other = draft.terms.reduce((sum, term) => sum.plus(term.figure.slack), compared.slack.times(0));
  const [coarse, fine, slack] = compared.slack.gt(other)
    ? [outcome.actual, outcome.expected, compared.slack]
    : [outcome.expected, outcome.actual, other];
  return compared.slack.eq(other)
    ? false
    : coarse.abs().lt(fine.abs()) && outcome.gap.abs().lt(slack.times(2));
}

function ending(outcome: Outcome, unit: Unit, decimals: number, cut: boolean): Localised {
  if (outcome.status === 'exact') return { zh: '相符', en: 'they tie' };
  const gap = money(roundFen(outcome.gap.abs()), unit, decimals);
  if (outcome.status === 'rounding') {
    const slack = grouped(outcome.slack.div(yuanPerUnit(unit)));
    return {
      zh: `相差 ${gap.zh}，在四舍五入范围内（±${slack} ${unit}）`,
      en: `a difference of ${gap.en}, within rounding`,
    };
  }
  return {
    zh: `相差 ${gap.zh}${cut ? '，像是去尾而不是四舍五入' : ''}`,
    en: `a difference of ${gap.en}${cut ? '; digits seem to be cut off, not rounded' : ''}`,
  };
}

function unchecked(context: Context, draft: Draft): Localised {
  const why = draft.missing ?? { zh: '缺少可比的数', en: 'there is no figure to compare with' };
  if (!draft.compared) return { zh: `无法核对：${why.zh}。`, en: `Can't be checked: ${why.en}.` };
  const where = place(context, draft.compared);
  const amount = printed(draft.compared);
  return {
    zh: `${where.zh} ${amount.zh}，无法核对：${why.zh}。`,
    en: `${where.en} is ${amount.en}; it can't be checked: ${why.en}.`,
  };
}
