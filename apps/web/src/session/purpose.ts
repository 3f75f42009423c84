// For which purpose does this person look at data now? Chosen in the top bar for this visit; part of every call and of the audit.
import { useSyncExternalStore } from 'react';

let purpose: string | undefined;
const listeners = new Set<() => void>();

/** The chosen purpose; undefined lets each route take its own first one. */
export function chosenPurpose(): string | undefined {
  return purpose;
}

/** Chooses the purpose of the following calls. */
export function choosePurpose(next: string | undefined): void {
  purpose = next;
  for (const listener of listeners) listener();
}

/** The chosen purpose, for the top bar. */
export function usePurpose(): string | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosenPurpose);
}
