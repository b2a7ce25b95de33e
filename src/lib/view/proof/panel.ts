import { Decimal } from '../../core/money/index.ts';
import type { CheckStatus } from '../../core/model/extract.ts';
import type { Lang } from '../../core/model/localised.ts';
import type { MetricRow, MetricUnit } from '../../data/metrics/types.ts';
import type { ProofCheck, ProofData } from '../../data/proof.ts';
import { rowNotes } from '../comparison/row-notes.ts';
import { workOut, writeValue } from './arithmetic.ts';
import { sayInput } from './input.ts';
import { recordReader } from './records.ts';
import { agencyPagePath } from './reference.ts';
import { writeSum } from './sums.ts';
import type { ProofInput, ProofPanel, ProofResult } from './types.ts';
import { checkFinder, verdictReader, worst } from './verdict.ts';

const FIRST_SHOWN: Record<CheckStatus, number> = {
  broken: 0,
  explained: 1,
  rounding: 2,
  exact: 3,
  unchecked: 4,
};

/** All that the proof panel says of one figure of a comparison. */
export function proofPanel(row: MetricRow, unit: MetricUnit, data: ProofData, lang: Lang): ProofPanel {
  const find = recordReader(data);
  const checksOf = checkFinder(data.checks, data.claims);
  const lost: string[] = [];
  const inputsOf = (refs: readonly string[], side: ProofInput['side']): ProofInput[] =>
    refs.flatMap((ref) => {
      const found = find(ref);
      if (!found) {
        lost.push(ref);
        return [];
      }
      const verdict = worst(checksOf(ref).map(({ status }) => status));
      return [{ ...sayInput(found, ref, data, lang), side, verdict }];
    });
  const inputs = [
    ...inputsOf(row.numerator_facts, 'numerator'),
    ...inputsOf(row.denominator_facts, 'denominator'),
  ];
  const here = new Set(inputs.map(({ ref }) => ref));
  return {
    documentId: data.document.document_id,
    documentTitle: data.document.title,
    agency: data.document.agency,
    agencyHref: agencyPagePath(data.document.agency_id),
    year: row.fiscal_year,
    result: resultOf(row, unit, lang),
    verdict: verdictReader(data)(row),
    first: inputs[0] ?? null,
    inputs,
    lost,
    arithmetic: workOut(row, inputs, unit, lang),
    notes: [...readersOwn(row, lang), ...rowNotes(row, lang)],
    sums: takingPart(inputs, checksOf).map((check) => writeSum(check, data, find, here, lang)),
  };
}

/** Every check that an input takes part in, once each, what doesn't tie first. */
function takingPart(inputs: readonly ProofInput[], checksOf: (ref: string) => ProofCheck[]): ProofCheck[] {
  const found = new Map<string, ProofCheck>();
  for (const { ref } of inputs) for (const check of checksOf(ref)) found.set(check.check_id, check);
  return [...found.values()].sort((a, b) => FIRST_SHOWN[a.status] - FIRST_SHOWN[b.status]);
}

function resultOf(row: MetricRow, unit: MetricUnit, lang: Lang): ProofResult | null {
  if (row.value === null && row.reason === null) return null;
  if (row.value === null)
    return { text: lang === 'zh' ? '未披露' : 'not disclosed', value: null, range: null };
  const open = row.low !== null && row.high !== null && !new Decimal(row.low).eq(row.high);
  return {
    text: writeValue(row.value, unit, lang),
    value: row.value,
    range: open ? rangeOf(row, unit, lang) : null,
  };
}

function rangeOf({ low, high }: MetricRow, unit: MetricUnit, lang: Lang): string {
  const [from, to] = [writeValue(low ?? '0', unit, lang), writeValue(high ?? '0', unit, lang)];
  if (from === to)
    return lang === 'zh' ? '舍入的影响小于所示的末位数字' : 'rounding reaches less than the last digit shown';
  return lang === 'zh'
    ? `按各数的舍入余地，在 ${from}到 ${to}之间`
    : `by the rounding of its inputs, between ${from} and ${to}`;
}

function readersOwn(row: MetricRow, lang: Lang): string[] {
  if (row.status !== 'reader') return [];
  const people = row.denominator ?? '';
  return [
    lang === 'zh'
      ? `人数 ${people} 是读者自填的，文件没有公开。`
      : `The headcount of ${people} was typed in by the reader; the document doesn't give one.`,
  ];
}
