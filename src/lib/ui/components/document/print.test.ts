import { describe, expect, it } from 'vitest';
import { sampleFact, sampleProof, sampleTable } from '$lib/view/proof/sample-proof';
import { html as markup } from './html';
import { printDocument } from './print';

describe('markup', () => {
  it('escapes every value, and nothing twice', () => {
    const name = '<img src=x onerror="1">&';
    expect(markup`<p title="${name}">${[markup`<b>${name}</b>`]}${null}</p>`.text).toBe(
      '<p title="&lt;img src=x onerror=&quot;1&quot;&gt;&amp;"><b>&lt;img src=x onerror=&quot;1&quot;&gt;&amp;</b></p>',
    );
  });
});

describe('a document’s page as markup', () => {
  const data = sampleProof({
    tables: [
      sampleTable({ table_id: 't01', number: '表1', locator: 'L8' }),
      sampleTable({
        table_id: 'c02',
        number: '表2',
        locator: 'L2#1',
        status: 'declared-empty',
        reason: '不涉及',
      }),
    ],
    facts: Array.from({ length: 60 }, (_, row) =>
      sampleFact({
        fact_id: `t01.r${row}.1`,
        row,
        column: 1,
        label: row === 0 ? '<script>alert(1)</script>' : `第 ${row} 行`,
        locator: `L${10 + row}#1`,
        raw: `${row}.00`,
        corrected: row === 3,
      }),
    ),
    corrections: [
      {
        document_id: 'lake-2024',
        fact_id: 't01.r3.1',
        raw: '3.00',
        printed: '8.00',
        reason: '印错',
        date: '2026-01-02',
      },
    ],
  });
  const printed = printDocument(data, 'zh');
  const html = printed.parts.map((part) => part.html).join('');

  it('has every figure once, as a link to its cell', () => {
    for (const { fact_id } of data.facts) {
      expect(html.split(`data-proof="${fact_id}"`)).toHaveLength(2);
      expect(html.split(`id="at-${fact_id}"`)).toHaveLength(2);
    }
  });
  it('says why a table is empty, and what was read before a correction', () => {
    expect(html).toContain('不涉及');
    expect(html).toContain('已更正，原读作 8.00');
  });
  it('lets no label of a document become markup', () => {
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
  });
  it('cuts long tables into groups of rows, which are laid out only in sight', () => {
    expect(html.match(/<tbody/g)?.length).toBeGreaterThanOrEqual(3);
  });
  it('gives the page’s scripts names and states only', () => {
    expect(printed.tables).toEqual([
      { id: 't01', ref: 'table:t01', name: expect.stringContaining('表1') as string, status: 'published' },
      {
        id: 'c02',
        ref: 'table:c02',
        name: expect.stringContaining('表2') as string,
        status: 'declared-empty',
      },
    ]);
  });
});
