import type { Lang } from '$lib/core/model/localised';

/** What the picture of a page shows. */
export interface PreviewCard {
  lang: Lang;
  brand: string;
  /** The question, or whose page it is. */
  title: string;
  sentence: string;
  /** Source of an SVG in the colours of the tokens. */
  chart: string | null;
  figures: { label: string; value: string }[];
}

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  html, body { width: ${CARD_WIDTH}px; height: ${CARD_HEIGHT}px; overflow: hidden; }
  body { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; gap: 22px; padding: 40px 56px 30px;
    background: var(--paper); color: var(--ink); font-family: var(--sans); border-top: 10px solid var(--seal); }
  h1 { font: 700 46px/1.25 var(--serif); text-wrap: balance; }
  main { display: grid; gap: 20px 44px; min-height: 0; align-content: start; }
  main.pair { grid-template-columns: 340px minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); align-content: stretch; }
  p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 9; overflow: hidden; align-self: start;
    font-size: 25px; line-height: 1.5; }
  .chart { min-height: 0; display: grid; place-items: start end; overflow: hidden; }
  .chart svg { max-width: 100%; max-height: 100%; width: 100%; height: 100%; }
  dl { display: grid; grid-template-columns: repeat(4, 1fr); gap: 34px 24px; padding-top: 30px; }
  dt { color: var(--muted); font-size: 21px; }
  dd { margin: 0; font-size: 33px; font-variant-numeric: tabular-nums; }
  body.general { grid-template-rows: 1fr auto 1fr; }
  .general h1 { align-self: end; }
  .general footer { align-self: end; }
  .general h1 { font-size: 72px; }
  .general p { font-size: 32px; }
  footer { border-top: 1px solid var(--rule-strong); padding-top: 12px;
    }
  footer b { color: var(--seal); font: 700 25px var(--serif); letter-spacing: .1em; }
`;

/** The card as a page of its own, for a browser to take its picture; `tokens` is the style sheet of the tokens. */
export function cardHtml(card: PreviewCard, tokens: string): string {
  const figures = card.figures
    .map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`)
    .join('');
  const kind = card.chart ? 'pair' : figures ? 'figures' : 'general';
  return `<!doctype html><html lang="${card.lang === 'en' ? 'en' : 'zh-CN'}" data-theme="light"><meta charset="utf-8">
<style>${tokens}${STYLE}</style><body class="${kind}">
<h1>${escape(card.title)}</h1>
<main class="${kind}"><p>${escape(card.sentence)}</p>${
    card.chart ? `<div class="chart">${card.chart}</div>` : figures && `<dl>${figures}</dl>`
  }</main>
<footer><b>${escape(card.brand)}</b></footer></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
