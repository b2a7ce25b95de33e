import type { ListedFigure } from '$lib/view/document/index';
import { anchorOf } from '$lib/view/proof/index';
import { MESSAGES } from '$lib/words/index';
import { html, type Html } from './html';
import { badgeHtml, chunked, figureLink, type Printing } from './published-html';

interface List {
  id: string;
  title: string;
  note?: string;
  figures: readonly ListedFigure[];
  /** Whether they are targets in words rather than amounts. */
  words?: boolean;
}

/** Figures that stand in no table, as markup: of the prose, worked out, targets. */
export function listHtml({ id, title, note, figures, words = false }: List, to: Printing): Html {
  const m = MESSAGES[to.lang].proof.documents;
  const side = words ? '' : 'numeric';
  const row = (figure: ListedFigure): Html =>
    html`<tr role="row" id="${anchorOf(figure.ref)}">
      <th role="rowheader" scope="row" lang="zh-CN">${figure.label} <small>${figure.detail}</small></th>
      <td role="cell" class="${side}" lang="zh-CN">
        ${figureLink(figure.ref, figure.printed, to)}${words ? null : badgeHtml(figure.verdict, to.lang)}
      </td>
      ${words ? null : html`<td role="cell" class="numeric">${figure.amount}</td>`}
      <td role="cell">${figure.spoken}</td>
    </tr>`;
  const table = html`<div class="scroll" role="region" aria-label="${title}" tabindex="0">
    <table role="table" aria-label="${title}" class="list ${words ? 'words' : ''}">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${m.what}</th>
          <th role="columnheader" scope="col" class="${side}">${words ? m.target : m.figure}</th>
          ${words ? null : html`<th role="columnheader" scope="col" class="numeric">${m.amountYuan}</th>`}
          <th role="columnheader" scope="col">${m.where}</th>
        </tr>
      </thead>
      ${chunked(figures).map(
        (rows) =>
          html`<tbody role="rowgroup" style="--rows: ${rows.length}">
            ${rows.map(row)}
          </tbody>`,
      )}
    </table>
  </div>`;
  return html`<section class="published" style="--rows: ${figures.length}">
    <h2 id="${id}">${title}</h2>
    ${note ? html`<p class="note">${note}</p>` : null}
    ${figures.length === 0 ? html`<p class="note">${m.empty}</p>` : table}
  </section>`;
}
