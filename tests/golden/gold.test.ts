import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../src/lib/core/extract.ts';
import type { ExtractResult } from '../../src/lib/core/model/index.ts';
import {
  compareClaims,
  compareContradictions,
  compareFacts,
  compareHeadcounts,
  compareIndicators,
  compareTables,
  share,
  type Score,
} from './compare.ts';
import { actualFile, field, golden, SEED_IDS, SEEDS, type SeedId } from './golden-files.ts';

const present = existsSync(SEEDS);

async function extract(id: SeedId): Promise<ExtractResult> {
  const name = `${id}.txt`;
  const bytes = new Uint8Array(readFileSync(new URL(name, SEEDS)));
  const answer = await extractDisclosure([{ name, bytes }], { documentId: id });
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  return answer.result;
}

function compare(id: SeedId, result: ExtractResult) {
  return {
    facts: compareFacts(golden('facts', id), result),
    headcounts: compareHeadcounts(golden('headcounts', id), result.headcounts),
    claims: compareClaims(golden('claims', id), result.claims),
    indicators: compareIndicators(golden('indicators', id), result.indicators),
    tables: compareTables(golden('tables', id), result.tables),
    contradictions: compareContradictions(golden('contradictions', id), result),
  };
}
type Comparison = ReturnType<typeof compare>;

const percent = (score: Score): string => `${(share(score) * 100).toFixed(2)} % (${score.right}/${score.of})`;

function summary(c: Comparison, result: ExtractResult): Record<string, string> {
  const { facts } = c;
  return {
    cells: percent(facts.cells),
    invented: String(facts.invented.length),
    dropped: String(facts.dropped.length),
    code: percent(facts.code),
    year: percent(facts.year),
    measure: percent(facts.measure),
    fund: percent(facts.fund),
    unit_code: percent(facts.unit),
    label: percent(facts.label),
    headcounts: percent(c.headcounts),
    claims: `${percent(c.claims.claims)}, ${c.claims.extra.length} extra, ${c.claims.elsewhere.length} elsewhere`,
    indicators: percent(c.indicators),
    tables: percent(c.tables),
    contradictions: percent(c.contradictions.found),
    checks: `${result.checks.length}, broken ${c.contradictions.broken}, of these unexplained ${c.contradictions.unexplained.broken.length}`,
  };
}

describe.skipIf(!present)(
  present
    ? 'the five published budgets against a careful reading by hand'
    : 'skipped: ../shared/documents/seeds is missing (the published documents are not in the repository)',
  () => {
    const results = new Map<SeedId, ExtractResult>();
    const all = new Map<SeedId, Comparison>();
    beforeAll(async () => {
      for (const id of SEED_IDS) {
        const result = await extract(id);
        const comparison = compare(id, result);
        results.set(id, result);
        all.set(id, comparison);
        const report = { summary: summary(comparison, result), ...comparison };
        writeFileSync(actualFile(id), JSON.stringify(report, null, 1) + '\n');
      }
    });
    const total = (pick: (c: Comparison) => Score): number => {
      const scores = [...all.values()].map(pick);
      return scores.reduce((n, s) => n + s.right, 0) / scores.reduce((n, s) => n + s.of, 0);
    };

    it('reads 99.5 % of the numeric cells right in amount and place', () => {
      expect(total((c) => c.facts.cells)).toBeGreaterThanOrEqual(0.995);
    });
    it('invents no figure and drops none in silence', () => {
      expect([...all.values()].flatMap((c) => [...c.facts.invented, ...c.facts.dropped])).toEqual([]);
    });
    it.each(['code', 'year', 'measure', 'fund', 'unit', 'label'] as const)('has %s right in 99 %', (name) => {
      expect(total((c) => c.facts[name])).toBeGreaterThanOrEqual(0.99);
    });
    it('has every headcount right, and no other', () => {
      expect([...all.values()].flatMap((c) => c.headcounts.mismatches)).toEqual([]);
    });
    it('reads 95 % of the figures in prose', () => {
      expect(total((c) => c.claims.claims)).toBeGreaterThanOrEqual(0.95);
    });
    it('reads 97 % of the indicators', () => {
      expect(total((c) => c.indicators)).toBeGreaterThanOrEqual(0.97);
    });
    it('tells published, declared empty and listed-only tables apart', () => {
      expect(total((c) => c.tables)).toBeGreaterThanOrEqual(0.97);
    });
    it('finds nine in ten of the contradictions', () => {
      expect(total((c) => c.contradictions.found)).toBeGreaterThanOrEqual(0.9);
    });
    it('raises at most one alarm in ten that the reading does not bear out', () => {
      const scores = [...all.values()].map((c) => c.contradictions);
      const broken = scores.reduce((n, s) => n + s.broken, 0);
      const unexplained = scores.flatMap((s) => s.unexplained.broken.map((check) => check.text));
      expect(unexplained.length, unexplained.join('\n')).toBeLessThanOrEqual(broken / 10);
    });
    it('marks every figure that it derives from prose', () => {
      const derived = [...all.values()].flatMap((c) => c.facts.derived);
      expect(derived.length).toBeGreaterThan(0);
      expect(derived.filter((fact) => fact.status !== 'derived' || fact.table_id !== null)).toEqual([]);
    });
    it('makes at least 600 checks', () => {
      const made = [...results.values()].flatMap((r) => r.checks.filter((check) => check.status !== 'unchecked'));
      expect(made.length).toBeGreaterThanOrEqual(600);
    });
    it.each(golden('documents').map((row) => [field(row, 'id') as SeedId, row] as const))(
      'knows what %s is',
      (id, row) => {
        const document = results.get(id)?.document;
        expect(field(row, 'agency').split('|')).toContain(document?.agency);
        expect(String(document?.fiscal_year)).toBe(field(row, 'fiscal_year'));
        expect(document?.stage).toBe(field(row, 'stage'));
        expect(field(row, 'scope').split('|')).toContain(document?.scope);
        expect(document?.region_code).toBe(field(row, 'region_code'));
      },
    );
  },
);
