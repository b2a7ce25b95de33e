import { describe, expect, it } from 'vitest';
import { METRICS, METRIC_IDS, NOTE_TEXTS, ROW_NOTES } from './index.ts';
import type { Caveat } from './index.ts';

const records = Object.values(METRICS);

describe('metric records', () => {
  it('have an id each', () => expect(new Set(METRIC_IDS).size).toBe(METRIC_IDS.length));

  it.each(records.map((record) => [record.id, record] as const))(
    '%s starts, pairs, leads and is taken apart by variants that it has',
    (_, { variants, denominators, items, defaults, pairs, lead, madeOf = {} }) => {
      const ids = variants.map(({ id }) => id);
      expect(defaults.variant).toBe(ids[0]);
      expect(['', ...denominators.map(({ id }) => id)]).toContain(defaults.denominator);
      for (const named of [...pairs, ...Object.keys(madeOf), ...(lead ? [lead.variant] : [])])
        expect(ids).toContain(named);
      if (lead?.item) expect(items.map(({ id }) => id)).toContain(lead.item);
      const parts = items.length > 0 ? items.map(({ id }) => id) : ids;
      for (const source of Object.values(madeOf).flat())
        if ('answers' in source) for (const answer of source.answers) expect(parts).toContain(answer);
    },
  );

  it.each(records.map((record) => [record.id, record] as const))(
    '%s is written in both languages',
    (_, record) => {
      const { name, question, definition, goodFor, formula, variants, denominators, items } = record;
      const named = [...variants, ...denominators, ...items].flatMap((entry) => [entry.name, entry.note]);
      for (const text of [name, question, definition, goodFor, formula, ...named]) {
        expect(text.zh).toMatch(/\S/);
        expect(text.en).toMatch(/[a-z0-9]/i);
        expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      }
      expect(variants.length).toBeGreaterThan(0);
    },
  );

  it.each(records.map((record) => [record.id, record] as const))(
    '%s has ids that a link can carry, none twice',
    (_, record) => {
      for (const list of [record.variants, record.denominators, record.items]) {
        const ids = list.map((entry) => entry.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
      }
      const caveats = record.caveats.map((caveat) => caveat.id);
      expect(new Set(caveats).size).toBe(caveats.length);
    },
  );

  it('take no values from outside', () => {
    for (const record of records) expect(record.sql).not.toContain('?');
  });

  it('have caveats that name the documents in both languages', () => {
    const all = new Set<Caveat>(records.flatMap((record) => record.caveats));
    for (const caveat of all) {
      expect(caveat.text(['甲', '乙'], 'zh')).toContain('甲、乙');
      expect(caveat.text(['Alpha', 'Beta'], 'en')).toMatch(/Alpha(,| and) Beta/);
      for (const names of [['Alpha'], ['Alpha', 'Beta']])
        expect(caveat.text(names, 'en')).not.toMatch(/[{}|]/);
    }
  });

  it('have a sentence for every note', () => {
    for (const note of ROW_NOTES) expect(NOTE_TEXTS[note].zh && NOTE_TEXTS[note].en).toMatch(/\S/);
  });
});
