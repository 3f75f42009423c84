// Has the session ended while somebody was working? The page stays as it is and a dialog asks to sign in again.
import { useSyncExternalStore } from 'react';

let lost = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (lost === next) return;
  lost = next;
  for (const listener of listeners) listener();
}

/** The server no longer knows the session. */
export function loseSession(): void {
  set(true);
}

/** Signed in again. */
export function regainSession(): void {
  set(false);
}

/** Whether the session is lost. */
export function useSessionLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
}
