// Is this a phone? One breakpoint for the whole product, the same as in the style sheets: 768 px.
import { useSyncExternalStore } from 'react';

const query = 'screen and (max-width: 767px)';

/** Whether the window is narrower than 768 px. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
