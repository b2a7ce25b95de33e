import type { Attachment } from 'svelte/attachments';
import type { ProofMark } from '$lib/view/pages/proofs';

interface Options {
  marks: () => readonly ProofMark[];
  /** How to use the keys, for a screen reader. */
  hint: () => string;
  onopen: (proof: string, trigger: Element) => void;
}

const MARK = '[data-proof]';

/**
 * Makes the marks of the charts inside an element lead to their proofs: a click or Enter opens, arrow keys go from mark
 * to mark, and each chart is one stop of the tab key. Charts drawn anew are taken up as they come.
 */
export function proofMarks({ marks, hint, onopen }: Options): Attachment<HTMLElement> {
  return (element) => {
    const upgrade = (): void => {
      for (const svg of element.querySelectorAll('svg.chart')) prepare(svg, marks(), hint());
    };
    const click = (event: Event): void => {
      const mark = (event.target as Element).closest(MARK);
      const proof = mark?.getAttribute('data-proof');
      if (mark && proof) onopen(proof, mark);
    };
    const keydown = (event: KeyboardEvent): void => {
      const mark = (event.target as Element).closest(MARK);
      if (!mark) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        onopen(mark.getAttribute('data-proof') ?? '', mark);
        return;
      }
      const next = neighbour(mark, event.key);
      if (!next) return;
      event.preventDefault();
      mark.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    };
    upgrade();
    const drawn = new MutationObserver(upgrade);
    drawn.observe(element, { childList: true, subtree: true });
    element.addEventListener('click', click);
    element.addEventListener('keydown', keydown);
    return () => {
      drawn.disconnect();
      element.removeEventListener('click', click);
      element.removeEventListener('keydown', keydown);
    };
  };
}

function prepare(svg: Element, marks: readonly ProofMark[], hint: string): void {
  let first = true;
  for (const shape of svg.querySelectorAll('[data-agency]')) {
    const mark = marks.find(
      ({ agencyId, key, year }) =>
        agencyId === shape.getAttribute('data-agency') &&
        key === shape.getAttribute('data-key') &&
        String(year) === shape.getAttribute('data-year'),
    );
    if (!mark) continue;
    shape.setAttribute('data-proof', mark.proof);
    shape.setAttribute('role', 'button');
    shape.setAttribute('aria-haspopup', 'dialog');
    shape.setAttribute('aria-label', mark.spoken);
    shape.setAttribute('tabindex', first ? '0' : '-1');
    if (first) {
      svg.setAttribute('role', 'group');
      svg.setAttribute('aria-description', hint);
    }
    first = false;
  }
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function neighbour(mark: Element, key: string): SVGElement | null {
  const all = [...(mark.closest('svg')?.querySelectorAll<SVGElement>(MARK) ?? [])];
  const at = all.findIndex((other) => other === mark);
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  const step = STEPS[key];
  return step === undefined ? null : (all[at + step] ?? null);
}
