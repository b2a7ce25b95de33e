import type { ExtractResult } from '../../src/lib/core/model/index.ts';

type Wanted = Record<string, unknown>;

/** What a case's file says; every field may be left out. */
export interface Expectation {
  agency?: string;
  fiscal_year?: number;
  stage?: string;
  scope?: string;
  /** Facts with these fields have this amount, and no other. */
  facts?: (Wanted & { yuan: string | null; status?: string })[];
  /** Facts by statement. */
  counts?: Record<string, number>;
  headcounts?: { kind: string; category: string; count: number }[];
  /** Texts that must not come out. */
  absent?: string[];
  /** Issues by a part of their code or text; `a|b` is one of both. */
  issues?: string[];
  no_broken?: boolean;
}

/** What a result lacks of an expectation, a line each; empty where it holds. */
export function shortfalls(result: ExtractResult, want: Expectation): string[] {
  const bad: string[] = [];
  for (const key of ['agency', 'fiscal_year', 'stage', 'scope'] as const) {
    if (key in want && result.document[key] !== want[key])
      bad.push(`${key}: ${String(result.document[key])} for ${String(want[key])}`);
  }
  for (const fact of want.facts ?? []) bad.push(...factShortfalls(result, fact));
  for (const [statement, count] of Object.entries(want.counts ?? {})) {
    const found = result.facts.filter((f) => f.statement === statement && f.status !== 'derived').length;
    if (found !== count) bad.push(`${statement}: ${found} facts for ${count}`);
  }
  for (const { kind, category, count } of want.headcounts ?? []) {
    const found = result.headcounts.filter((h) => h.kind === kind && h.category === category);
    if (found.length === 0 || found.some((h) => h.count !== count)) bad.push(`headcount ${kind} ${category}`);
  }
  const all = [...result.facts, ...result.claims, ...result.headcounts, ...result.tables];
  for (const text of want.absent ?? []) {
    if (all.some((record) => JSON.stringify(record).includes(text))) bad.push(`not absent: ${text}`);
  }
  for (const words of want.issues ?? []) {
    const named = result.issues.some((issue) =>
      words.split('|').some((word) => issue.code.includes(word) || issue.text.includes(word)),
    );
    if (!named) bad.push(`no issue ${words}`);
  }
  const broken = result.checks.filter((check) => check.status === 'broken');
  if (want.no_broken && broken.length > 0) bad.push(`${broken.length} broken: ${broken[0]?.text ?? ''}`);
  return bad;
}

function factShortfalls(result: ExtractResult, want: NonNullable<Expectation['facts']>[number]): string[] {
  const { yuan, status, ...fields } = want;
  const found = result.facts.filter((fact) =>
    Object.entries(fields).every(([key, value]) =>
      key === 'label' ? fact.label.includes(String(value)) : (fact as Wanted)[key] === value,
    ),
  );
  const exact = found.filter(
    (fact) => fact.yuan === yuan && (status === undefined || fact.status === status),
  );
  return exact.length > 0 && found.every((fact) => fact.yuan === yuan)
    ? []
    : [`${JSON.stringify(fields)}: ${found.map((fact) => fact.yuan).join(', ') || 'none'} for ${yuan}`];
}
