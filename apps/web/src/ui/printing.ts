// Is the page being put on paper? Lists that draw only what is in sight must then draw everything.
import { useSyncExternalStore } from 'react';

/** True from the moment the browser begins to print until it has ended. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia('print');
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia('print').matches,
  );
}
