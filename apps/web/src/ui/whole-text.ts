// What a column cuts off can be read by resting on it. One listener for the page: a cell that is cut is only known when it is drawn, so no screen could say it beforehand.
import { useEffect } from 'react';

/** Elements that show one line and cut the rest with "…". */
const cuts = (element: HTMLElement): boolean =>
  element.scrollWidth > element.clientWidth && getComputedStyle(element).textOverflow === 'ellipsis';

/** Gives the element under the pointer its whole text as a title while it is cut, and takes it away when it is not. */
function show(event: PointerEvent): void {
  for (let at = event.target; at instanceof HTMLElement; at = at.parentElement) {
    const ours = at.dataset.whole !== undefined;
    if (at.title !== '' && !ours) return;
    if (cuts(at)) {
      at.title = (at.textContent ?? '').trim();
      at.dataset.whole = '';
      return;
    }
    if (ours) {
      at.removeAttribute('title');
      delete at.dataset.whole;
    }
  }
}

/** Turns it on for the page. */
export function useWholeText(): void {
  useEffect(() => {
    document.addEventListener('pointerover', show, { passive: true });
    return () => document.removeEventListener('pointerover', show);
  }, []);
}
