import { parseCell, parseNumber } from '../../core/money/index.ts';
import { normaliseText } from '../../core/text/index.ts';
import type { ProofFact } from '../../data/proof.ts';

/** What a reader fills in about a figure that looks wrong. */
export interface SlipInput {
  raw: string;
  reason: string;
  source: string;
}
export type SlipProblem = 'not-number' | 'same' | 'no-reason';

const SHORTEST_REASON = 4;

/** What keeps a slip from being of use; empty where nothing does. */
export function checkSlip(input: SlipInput, fact: Pick<ProofFact, 'raw'>): SlipProblem[] {
  const problems: SlipProblem[] = [];
  const cell = parseCell(input.raw);
  if (cell.kind !== 'number') problems.push('not-number');
  else if (same(input.raw, fact.raw ?? '')) problems.push('same');
  if (input.reason.trim().length < SHORTEST_REASON) problems.push('no-reason');
  return problems;
}

function same(a: string, b: string): boolean {
  const [x, y] = [parseNumber(normaliseText(a)), parseNumber(normaliseText(b))];
  return x !== null && y !== null && x.value.eq(y.value) && x.decimals === y.decimals;
}

/** The slip as a file: a line of datasets/corrections.csv as JSON, with the release that the reader saw. */
export function slipFile(
  input: SlipInput,
  fact: Pick<ProofFact, 'fact_id' | 'table_id' | 'locator' | 'raw'>,
  context: { documentId: string; release: string; date: string },
): { name: string; text: string } {
  const slip = {
    schema: 'mingzhang.correction/1',
    release: context.release,
    document_id: context.documentId,
    fact_id: fact.fact_id,
    table_id: fact.table_id,
    locator: fact.locator,
    printed: fact.raw ?? '',
    raw: normaliseText(input.raw),
    reason: input.reason.trim(),
    source: input.source.trim(),
    date: context.date,
  };
  const safe = `${context.documentId}-${fact.fact_id}`.replace(/[^A-Za-z0-9.-]/g, '_');
  return { name: `correction-${safe}.json`, text: `${JSON.stringify(slip, null, 2)}\n` };
}
