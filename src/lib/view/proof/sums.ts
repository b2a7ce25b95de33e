import type { Lang } from '../../core/model/localised.ts';
import { Decimal } from '../../core/money/index.ts';
import { subjectName } from '../../core/terms/index.ts';
import type { ProofCheck, ProofData } from '../../data/proof.ts';
import { printedText, tableName } from './input.ts';
import { writeYuan } from './money-words.ts';
import { headcountName } from './names.ts';
import { sayPlace } from './place.ts';
import type { ProofRecord } from './records.ts';
import { cellPath } from './reference.ts';
import type { SumTerm, WrittenSum } from './types.ts';

/** A check written out as a sum: what is compared, the terms with their signs, and how far apart they are. */
export function writeSum(
  check: ProofCheck,
  data: ProofData,
  find: (ref: string) => ProofRecord | null,
  here: ReadonlySet<string>,
  lang: Lang,
): WrittenSum {
  const term = (ref: string, weight: number): SumTerm[] => {
    const found = find(ref);
    return found ? [sayTerm(found, ref, weight, data, here, lang)] : [];
  };
  const weighted = check.weights.length === check.facts.length;
  const facts = check.facts.map((ref, index) => ({
    ref,
    weight: weighted ? (check.weights[index] ?? 0) : 0,
  }));
  const spoken = check.claims.flatMap((locator) => proseRefs(locator, check, data));
  return {
    id: check.check_id,
    rule: data.rules[check.rule]?.[lang] ?? check.rule,
    status: check.status,
    text: lang === 'zh' ? check.text : check.text_en,
    compared: [
      ...facts.filter(({ weight }) => weight === 0).flatMap(({ ref }) => term(ref, 0)),
      ...spoken.flatMap((ref) => term(ref, 0)),
    ],
    terms: facts.filter(({ weight }) => weight !== 0).flatMap(({ ref, weight }) => term(ref, weight)),
    expected: check.expected_yuan === null ? null : writeYuan(check.expected_yuan, lang),
    actual: check.actual_yuan === null ? null : writeYuan(check.actual_yuan, lang),
    gap: check.gap_yuan === null ? null : writeYuan(new Decimal(check.gap_yuan).abs(), lang),
    slack:
      check.slack_yuan === null || new Decimal(check.slack_yuan).isZero()
        ? null
        : writeYuan(check.slack_yuan, lang),
    finding: check.finding,
  };
}

/** The figures of a sentence that a check means: those of its amount, else all that stand there. */
function proseRefs(locator: string, check: ProofCheck, data: ProofData): string[] {
  const claims = data.claims.filter((claim) => claim.locator === locator);
  const amount = check.actual_yuan === null ? null : new Decimal(check.actual_yuan).abs();
  const meant = claims.filter(
    ({ yuan_text }) => amount !== null && yuan_text !== null && new Decimal(yuan_text).abs().eq(amount),
  );
  return [
    ...(meant.length > 0 ? meant.slice(0, 1) : claims).map(({ claim_id }) => `claim:${claim_id}`),
    ...data.headcounts
      .filter((headcount) => headcount.locator === locator && claims.length === 0)
      .map(({ headcount_id }) => `headcount:${headcount_id}`),
    ...data.indicators
      .filter((indicator) => indicator.locator === locator)
      .map(({ indicator_id }) => `indicator:${indicator_id}`),
  ];
}

function sayTerm(
  found: ProofRecord,
  ref: string,
  weight: number,
  data: ProofData,
  here: ReadonlySet<string>,
  lang: Lang,
): SumTerm {
  return {
    ref,
    sign: weight === 0 ? '' : weight > 0 ? '+' : '−',
    href: cellPath(data.document.document_id, ref),
    here: here.has(ref),
    ...termWords(found, data, lang),
  };
}

function termWords(
  found: ProofRecord,
  data: ProofData,
  lang: Lang,
): Pick<SumTerm, 'label' | 'place' | 'printed'> {
  const prose = (locator: string): string =>
    lang === 'zh' ? `正文，${sayPlace(locator, lang)}` : sayPlace(locator, lang);
  switch (found.kind) {
    case 'fact': {
      const { record } = found;
      const table = data.tables.find(({ table_id }) => table_id === record.table_id);
      const parts = [
        table ? (table.number ?? table.title) : prose(record.locator),
        record.column_label ?? '',
      ];
      return {
        label: record.code ? `${record.code} ${record.label}` : record.label,
        place: parts.filter((part) => part !== '').join(lang === 'zh' ? '，' : ', '),
        printed: printedText(record, lang),
      };
    }
    case 'claim':
      return {
        label: subjectName(found.record.subject)[lang],
        place: prose(found.record.locator),
        printed: found.record.raw ?? '—',
      };
    case 'headcount':
      return {
        label: headcountName(found.record.kind, found.record.category, lang),
        place: prose(found.record.locator),
        printed: found.record.raw,
      };
    case 'indicator':
      return {
        label: found.record.level3,
        place: sayPlace(found.record.locator, lang),
        printed: found.record.target_raw,
      };
    case 'table':
      return { label: tableName(found.record), place: sayPlace(found.record.locator, lang), printed: '' };
  }
}
