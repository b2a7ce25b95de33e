import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { identifyDocument } from '../../src/lib/core/identity/index.ts';
import type { DocumentIdentity } from '../../src/lib/core/model/index.ts';
import { readNarrative } from '../../src/lib/core/narrative/index.ts';
import { readSource } from '../../src/lib/core/readers/index.ts';
import { recogniseTables } from '../../src/lib/core/recognition/index.ts';
import type { Row } from './golden-files.ts';

const here = new URL('.', import.meta.url);
const PUBLISHED = new URL('../../../shared/documents/published/', here);
const present = existsSync(PUBLISHED);

function rows(name: string): Row[] {
  const file = new URL(name, here);
  return existsSync(file)
    ? parse<Row>(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true })
    : [];
}

async function read(id: string) {
  const name = `${id}.pdf`;
  const answer = await readSource({ name, bytes: new Uint8Array(readFileSync(new URL(name, PUBLISHED))) });
  if (!answer.ok) throw new Error(answer.refusal.text.en);
  const { identity } = identifyDocument(answer.document, [name]);
  const { narrative } = recogniseTables(answer.document, { fiscalYear: identity.fiscalYear });
  return { identity, prose: readNarrative(narrative, { ...identity, documentId: id }) };
}

/** published.csv, `<id>/headcounts.csv` and `<id>/claims.csv` were read off the documents by a person. */
describe.skipIf(!present)('prose of published PDFs (skipped where ../shared/documents/published is missing)', () => {
  describe.each(rows('published.csv'))('$id', (row) => {
    const id = row['id'] ?? '';
    let identity: DocumentIdentity;
    let prose: ReturnType<typeof readNarrative>;
    beforeAll(async () => {
      ({ identity, prose } = await read(id));
    }, 120_000);

    it('is whose, of which year, stage and extent', () => {
      expect({
        agency: identity.agency,
        region_code: identity.regionCode ?? '',
        fiscal_year: String(identity.fiscalYear),
        stage: identity.stage,
        scope: identity.scope,
      }).toEqual({
        agency: row['agency'],
        region_code: row['region_code'],
        fiscal_year: row['fiscal_year'],
        stage: row['stage'],
        scope: row['scope'],
      });
    });

    it('has the staff that it states, and no other', () => {
      const found = prose.headcounts.map(({ kind, category, count, as_of }) => ({
        kind,
        category,
        count: String(count),
        as_of: as_of ?? '',
      }));
      expect(found).toEqual(rows(`${id}/headcounts.csv`));
    });

    it.each(rows(`${id}/claims.csv`))('states $subject and implies last year’s', (expected) => {
      const subject = expected['subject'] ?? '';
      const stated = prose.claims.filter(
        (claim) =>
          claim.subject === subject &&
          claim.measure === 'amount' &&
          claim.fiscal_year === identity.fiscalYear &&
          claim.basis !== 'budget',
      );
      expect(new Set(stated.map((claim) => claim.yuan))).toEqual(new Set([expected['yuan']]));
      const implied = prose.facts.filter((fact) => fact.item === subject);
      expect(implied[0]?.yuan ?? '').toBe(expected['last_year_yuan']);
    });
  });
});
