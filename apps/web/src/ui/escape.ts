// Does Escape leave a dialog when the focus is nowhere? For a moment after an inner dialog went, the focus lies on the page, and a key pressed then reaches no
// dialog: it would be lost. The topmost open one takes it.
import { useLayoutEffect, useRef } from 'react';

let open: readonly (() => void)[] = [];

function press(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
  if (event.target !== document.body && event.target !== document.documentElement) return;
  open.at(-1)?.();
}

/** While `isOpen`, Escape pressed with the focus on nothing calls `onClose`, unless a dialog opened later takes it. */
export function useEscapeFromNowhere(isOpen: boolean, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => {
    if (!isOpen) return;
    const own = () => latest.current();
    if (open.length === 0) document.addEventListener('keydown', press);
    open = [...open, own];
    return () => {
      open = open.filter((each) => each !== own);
      if (open.length === 0) document.removeEventListener('keydown', press);
    };
  }, [isOpen]);
}
