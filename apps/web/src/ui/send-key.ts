// Ctrl+Enter (⌘ Enter) does the one act of a form, wherever in it the keyboard is: whoever types does not reach for the pointer.
import { useEffect, useRef } from 'react';

/** Gives the place within which the key counts. @param run undefined while the form cannot be sent */
export function useSendKey(run: (() => void) | undefined) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Enter that ends a composition of characters is none.
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
      if (!run || !(event.target instanceof Node) || !place.current?.contains(event.target)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [run]);
  return place;
}
