import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractDisclosure } from '../../src/lib/core/extract.ts';
import { nodePdfAssets } from '../../src/lib/core/readers/pdf/assets.node.ts';
import { inventBudget } from '../support/layouts/content.ts';
import { expectedFigures, foundFigures } from '../support/layouts/expected.ts';
import { PLAIN, renderLayout, type Layout } from '../support/layouts/render.ts';
import { chromiumPath } from '../support/render-disclosure.ts';

/** Each case is a kind of layout that was misread once, together with choices that go well with it. */
const CASES: { name: string; seed: number; layout: Partial<Layout> }[] = [
  {
    name: 'lines everywhere, amounts and names wrapped, codes in three columns, line numbers',
    seed: 1,
    layout: {
      unit: '元',
      grouping: true,
      codes: 'own-part',
      lineNumbers: true,
      nameWidth: 8,
      amountWidth: 6,
      landscape: true,
      footer: true,
    },
  },
  {
    name: 'no lines at the sides, tables that go on over pages without their heads, unit above the title',
    seed: 21,
    layout: {
      rulings: 'no-sides',
      codes: 'all-parts',
      columnNumbers: true,
      repeatedHeads: false,
      titlePlace: 'row',
    },
  },
  {
    name: 'no lines at all, heads of two levels over empty columns',
    seed: 7,
    layout: {
      rulings: 'none',
      decimals: 6,
      codes: 'own-part',
      pageEach: true,
      repeatedHeads: false,
      landscape: true,
      fontSize: 8,
      amountWidth: 10,
      nameWidth: 24,
      padding: 4,
      spreadWords: true,
    },
  },
  {
    name: 'lines between columns only, code and name in one cell',
    seed: 27,
    layout: {
      rulings: 'columns',
      codes: 'with-name',
      unit: '亿元',
      decimals: 6,
      landscape: true,
      nameWidth: 24,
    },
  },
  {
    name: 'lines drawn as bars, title and unit inside the table, printed zeros',
    seed: 4,
    layout: { rulings: 'bars', titlePlace: 'row', unitPlace: 'row', empty: '0.00', indented: true },
  },
];

describe.skipIf(chromiumPath === undefined)(
  'one budget in many layouts (skipped where Chromium is missing)',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
    });
    afterAll(() => browser.close());

    it.each(CASES)('$name', async ({ seed, layout }) => {
      const whole: Layout = { ...PLAIN, ...layout };
      const budget = inventBudget(seed, whole.decimals === 6 && whole.unit === '万元' ? 1 : 10_000);
      const page = await browser.newPage();
      await page.setContent(renderLayout(budget, whole));
      const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
      await page.close();
      const answer = await extractDisclosure([{ name: 'file', bytes }], { pdfAssets: nodePdfAssets() });
      if (!answer.ok) throw new Error(answer.refusal.text.en);
      expect(answer.result.document).toMatchObject({ agency: budget.agency, fiscal_year: budget.year });
      expect(foundFigures(answer.result.facts)).toEqual(expectedFigures(budget));
    });
  },
);
