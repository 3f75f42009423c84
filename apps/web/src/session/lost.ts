// Has the session ended while somebody was working? The page stays as it is and a dialog asks to sign in again; where the account was closed it says so instead.
import { useSyncExternalStore } from 'react';

type Lost = false | 'ended' | 'closed';
let lost: Lost = false;
const listeners = new Set<() => void>();

function set(next: Lost): void {
  if (lost === next) return;
  lost = next;
  for (const listener of listeners) listener();
}

/** What the server says where it knows the session no longer. */
const codes: Readonly<Record<string, Lost>> = { notSignedIn: 'ended', accountClosed: 'closed' };

/** Whether a problem says that the session is gone; then the page shows it, and nobody else needs to. */
export function losesSession({ code }: { code: string }): boolean {
  const now = codes[code];
  if (now === undefined) return false;
  set(now);
  return true;
}

/** Signed in again. */
export function regainSession(): void {
  set(false);
}

/** Whether the session is lost, and how. */
export function useSessionLost(): Lost {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
}
