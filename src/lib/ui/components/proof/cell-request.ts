import type { Attachment } from 'svelte/attachments';
import { cellOfHref, cellProofPath } from '$lib/view/proof/index';
import type { Interface } from '../../session/interface';
import type { ProofRequest, ProofSession } from '../../session/proof.svelte';
import { isPlainClick } from './plain-click';

/** Asks for the proof of a cell as a figure of its own; the panel is called after its row and table. */
export function cellRequest(documentId: string, ref: string, ui: Pick<Interface, 'href'>): ProofRequest {
  return {
    documentId,
    unit: 'yuan',
    heading: '',
    link: () => ui.href(cellProofPath(documentId, ref)),
    figure: { cell: ref },
    key: ref,
  };
}

/**
 * Makes links to cells inside an element open the panel in place. One listener for all of them: the pages have thousands,
 * and each leads to its cell by itself in a new tab and without scripts.
 */
export function cellLinks(session: ProofSession, ui: Pick<Interface, 'href'>): Attachment<HTMLElement> {
  return (element) => {
    const click = (event: MouseEvent): void => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-proof]');
      const cell = link && cellOfHref(link.getAttribute('href') ?? '');
      if (!cell || !isPlainClick(event) || event.defaultPrevented) return;
      event.preventDefault();
      session.open(cellRequest(cell.documentId, cell.ref, ui), link);
    };
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('click', click);
    };
  };
}
