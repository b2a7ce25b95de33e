import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { sampleAnswers } from '../../../../tests/support/sample-answers.ts';
import { GALLERY, GALLERY_WIDTHS } from './gallery';
import { renderChart } from './render';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const answers = sampleAnswers();

/** One element a line, so that a change reads well in a diff. */
function readable(svg: string): string {
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

describe('gallery', () => {
  for (const [name, comparison] of Object.entries(GALLERY))
    for (const width of GALLERY_WIDTHS)
      it(`${name} at ${width} px is the stored picture, drawn without a warning`, async () => {
        const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const svg = renderChart(comparison(answers), { width, document });
        expect(warned).not.toHaveBeenCalled();
        await expect(readable(svg)).toMatchFileSnapshot(`gallery/${name}-${width}.svg`);
      });
});
