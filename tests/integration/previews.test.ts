import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PREVIEW_FOLDER, previewCards } from '../../src/lib/prerender/preview-cards.ts';
import { freshCards, previewOf } from '../../src/lib/prerender/preview.ts';

const COMMAND = 'npx tsx --tsconfig tsconfig.core.json src/cli/preview-images.ts';

it('every card has its picture, 1200 × 630 and small enough for a chat', async () => {
  for (const { name } of await previewCards()) {
    const file = `${PREVIEW_FOLDER}/${name}.png`;
    expect(existsSync(file), `${file} is missing: ${COMMAND}`).toBe(true);
    const header = readFileSync(file).subarray(0, 24);
    expect([header.readUInt32BE(16), header.readUInt32BE(20)], file).toEqual([1200, 630]);
    expect(statSync(file).size, file).toBeLessThan(200_000);
  }
});

it('the pictures show what the data set says now', async () => {
  const fresh = await freshCards();
  const stale = (await previewCards()).map(({ name }) => name).filter((name) => !fresh.has(name));
  expect(stale, `out of date, draw them again: ${COMMAND}`).toEqual([]);
});

it('a page is described by its figures, in its language', async () => {
  const zh = await previewOf({ route: '/compare/[metric]', metric: 'project-share' }, 'zh');
  expect(zh.description).toMatch(/\d.*%/);
  expect(zh.image).toMatch(/^\/preview\/zh\/(compare-project-share|mingzhang)\.png$/);
  const en = await previewOf({ route: '/documents/[id]', id: 'hanzhong-ybj-2023' }, 'en');
  expect(en.description).toMatch(/Hanzhong.* 2023: \d+ figures/);
  const unknown = await previewOf({ route: '/somewhere' }, 'en');
  expect(unknown.image).toBe('/preview/en/mingzhang.png');
});
