import type { PageCell, PageIssue, PageRow, PageTable } from '$lib/view/document/index';
import type { Lang } from '$lib/core/model/localised';
import { anchorOf, cellPath, sayPlace } from '$lib/view/proof/index';
import { MESSAGES } from '$lib/words/index';
import { localHref } from '../../session/interface';
import { BADGE_SHAPES } from '../proof/badge-shapes';
import { html, type Html } from './html';
import { columnWidths } from './widths';

/** Rows that are laid out together; those out of sight are not laid out at all. */
const CHUNK = 24;

export interface Printing {
  documentId: string;
  lang: Lang;
}

/**
 * A published table as markup. A document has thousands of cells that never change: written once at build time, they
 * cost the page no scripts; one listener opens their proofs (`cellLinks`).
 */
export function tableHtml(table: PageTable, to: Printing): Html {
  const m = MESSAGES[to.lang].proof.documents;
  const notes = [...table.issues, ...table.rows.flatMap((row) => row.notes)];
  return html`<section
    class="published"
    id="${anchorOf(table.ref)}"
    tabindex="-1"
    aria-label="${table.region}"
    style="--rows: ${table.rows.length}"
  >
    <h2 lang="zh-CN">${table.name}</h2>
    ${table.status === 'declared-empty' ? html`<p class="note">${m.declaredEmptyBody(table.reason)}</p>` : null}
    ${table.status === 'listed-only' ? html`<p class="note">${m.listedOnlyBody}</p>` : null}
    ${table.status === 'published' && table.rows.length === 0 ? html`<p class="note">${m.noFigures}</p>` : null}
    ${table.rows.length > 0 ? cells(table, to) : null}
    ${
      notes.length > 0
        ? html`<h3>${m.issues}</h3>
            ${issuesHtml(notes, to.lang)}`
        : null
    }
  </section>`;
}

function cells(table: PageTable, to: Printing): Html {
  const m = MESSAGES[to.lang].proof.documents;
  const unitLine = table.unit ? m.unit(table.unit) : m.noUnit;
  const heads = table.groups.map(
    ({ columns }) =>
      html`<th role="columnheader" scope="col" class="label">${m.label}</th>
        ${columns.map((label) =>
          label
            ? html`<th role="columnheader" scope="col" lang="zh-CN">
                ${label.split(' / ').map((line) => html`<span>${line}</span>`)}
              </th>`
            : html`<td role="cell"></td>`,
        )}`,
  );
  const bodies = chunked(table.rows).map(
    (rows) =>
      html`<tbody role="rowgroup" style="--rows: ${rows.length}">
        ${rows.map((row) => rowHtml(row, table, to))}
      </tbody>`,
  );
  return html`<p class="note"><span>${unitLine}</span> <span>${table.spoken}</span></p>
    <div class="scroll" role="region" aria-label="${table.region} ${unitLine}" tabindex="0">
      <table role="table" aria-label="${table.region}" style="--columns: ${columnWidths(table)}">
        <thead role="rowgroup">
          <tr role="row">
            ${heads}
          </tr>
        </thead>
        ${bodies}
      </table>
    </div>`;
}

function rowHtml({ total, moved, parts }: PageRow, table: PageTable, to: Printing): Html {
  const m = MESSAGES[to.lang].proof.documents;
  const mark = html`<small class="mark" title="${m.movedTitle}">⇄ ${m.moved}</small>`;
  const classes = [total ? 'total' : '', moved ? 'moved' : ''].join(' ').trim();
  return html`<tr role="row" class="${classes}">
    ${parts.map((part, g) =>
      part
        ? html`<th role="rowheader" scope="row" class="label" lang="zh-CN">
              ${part.code ? html`<span class="code">${part.code}</span>` : null}${part.label}
              ${part.detail ? html`<small>${part.detail}</small>` : null} ${moved && g === 0 ? mark : null}
            </th>
            ${part.cells.map((cell) => (cell ? cellHtml(cell, to) : EMPTY))}`
        : html`<td role="cell" class="label"></td>
            ${(table.groups[g]?.columns ?? []).map(() => EMPTY)}`,
    )}
  </tr>`;
}

const EMPTY = html`<td role="cell"></td>`;

function cellHtml({ ref, text, verdict, corrected }: PageCell, to: Printing): Html {
  const m = MESSAGES[to.lang].proof;
  return html`<td role="cell" id="${anchorOf(ref)}">
    ${figureLink(ref, text, to)}${badgeHtml(verdict, to.lang)}
    ${corrected === null ? null : html`<small>${m.correctedFrom(corrected)}</small>`}
  </td>`;
}

/** A figure as a link to its cell, which opens the proof in place where scripts run. */
export function figureLink(ref: string, text: string, { documentId, lang }: Printing): Html {
  return html`<a href="${localHref(cellPath(documentId, ref), lang)}" data-proof="${ref}">${text}</a>`;
}

export function badgeHtml(verdict: PageCell['verdict'], lang: Lang): Html {
  const word = MESSAGES[lang].methods.verdicts[verdict];
  return html`<span class="verdict" data-verdict="${verdict}" role="img" aria-label="${word}" title="${word}"
    >${BADGE_SHAPES[verdict]}</span
  >`;
}

/** What was found when the file was read, each with its place. */
export function issuesHtml(issues: readonly PageIssue[], lang: Lang): Html {
  const m = MESSAGES[lang].proof.documents;
  return html`<ul class="issues">
    ${issues.map(
      ({ locator, code, text }) =>
        html`<li>
          ${locator ? html`<span class="figure">${sayPlace(locator, lang)}</span>` : null}
          ${code === 'unplaced-cell' ? html`<b>${m.unplaced}</b>` : null}
          <span lang="zh-CN">${text}</span>
        </li>`,
    )}
  </ul>`;
}

export function chunked<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
