import { plot } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import type { Comparison, Series } from '$lib/view/comparison/types';
import type { Scatter } from '$lib/view/scatter/scatter';
import type { Waterfall } from '$lib/view/outliers/waterfall';
import type { ChartFrame } from './ink';
import { plotMatrix } from './matrix.plot';
import { plotItemPanels } from './item-panels.plot';
import { plotRanked } from './ranked-bars.plot';
import { plotScatter } from './scatter.plot';
import { plotSlope } from './slope.plot';
import { plotStacked } from './stacked.plot';
import { plotWaterfall } from './waterfall.plot';
import { plotYearPanels } from './year-panels.plot';

export interface RenderOptions extends ChartFrame {
  /** The page's document, or linkedom's at build time. */
  document: Document;
  /** Whether each mark can be reached with the keyboard and opened; else the chart is one image. */
  interactive?: boolean;
}

const PLOTS: Record<Comparison['form'], (comparison: Comparison, frame: ChartFrame) => PlotOptions> = {
  'ranked-bars': plotRanked,
  dots: plotRanked,
  slope: plotSlope,
  'year-panels': plotYearPanels,
  matrix: plotMatrix,
  stacked: plotStacked,
  'item-panels': plotItemPanels,
};

const STYLE =
  'font-variant-numeric:tabular-nums lining-nums;max-width:100%;height:auto;display:block;overflow:visible';

/**
 * A comparison as SVG source for a place of this width. Colours are custom properties, so it follows the theme;
 * no ids and no style element, so any number stands in a page. Marks carry `data-agency`, `data-key`, `data-year` and
 * `data-document`.
 */
export function renderChart(
  comparison: Comparison,
  { width, document, interactive = false }: RenderOptions,
): string {
  const svg = draw(PLOTS[comparison.form](comparison, { width }), document, {
    form: comparison.form,
    spoken:
      `${comparison.title}${comparison.lang === 'zh' ? '。' : '. '}${comparison.sentence} ${comparison.unlike}`.trim(),
    role: interactive ? 'group' : 'img',
  });
  for (const mark of svg.querySelectorAll('[data-spoken]')) {
    const spoken = mark.getAttribute('data-spoken') ?? '';
    mark.removeAttribute('data-spoken');
    if (!interactive) continue;
    mark.setAttribute('role', 'button');
    mark.setAttribute('tabindex', '0');
    mark.setAttribute('aria-label', spoken);
  }
  return svg.outerHTML;
}

/** The steps from the median to a figure, as SVG source like that of a comparison. */
export function renderWaterfall(
  waterfall: Waterfall,
  colour: Series['colour'],
  { width, document }: RenderOptions,
): string {
  const { title, from, steps, to, lang } = waterfall;
  const said = [from, ...steps, to].map(({ label, text }) => `${label} ${text}`);
  const spoken = `${title}${lang === 'zh' ? '。' : '. '}${said.join(lang === 'zh' ? '，' : ', ')}`;
  const options = plotWaterfall(waterfall, colour, { width });
  return draw(options, document, { form: 'waterfall', spoken, role: 'img' }).outerHTML;
}

/** Two metrics against each other, as SVG source like that of a comparison. */
export function renderScatter(scatter: Scatter, { width, document }: RenderOptions): string {
  const spoken = `${scatter.title}${scatter.lang === 'zh' ? '。' : '. '}${scatter.sentence}`;
  return draw(plotScatter(scatter, { width }), document, { form: 'scatter', spoken, role: 'img' }).outerHTML;
}

function draw(
  options: PlotOptions,
  document: Document,
  { form, spoken, role }: { form: string; spoken: string; role: 'group' | 'img' },
): Element {
  const svg = plot({ ...options, document });
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('class', `chart chart-${form}`);
  svg.setAttribute('style', STYLE);
  svg.setAttribute('font-family', 'inherit');
  svg.setAttribute('role', role);
  svg.setAttribute('aria-label', spoken);
  tidy(svg);
  return svg;
}

const GEOMETRY = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'transform', 'd'];

/** Hundredths of a pixel are enough, and Plot's names of its own groups say nothing to a reader. */
function tidy(svg: Element): void {
  for (const element of svg.querySelectorAll('*')) {
    element.removeAttribute('aria-label');
    for (const name of GEOMETRY) {
      const value = element.getAttribute(name);
      if (value !== null && /\.\d{3}/.test(value))
        element.setAttribute(
          name,
          value.replace(/\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100)),
        );
    }
  }
}
