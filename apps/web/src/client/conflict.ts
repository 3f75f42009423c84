// Two people changed one thing at once. What each did is shown over the page, whatever becomes of the form below: the loser's text is never gone with it.
import { useSyncExternalStore } from 'react';
import type { ProblemView } from './problem.ts';

/** One fact of a side: its name and its words. */
export type ConflictLine = { term: string; words: string };
export type Conflict = {
  theirs: readonly ConflictLine[];
  yours: readonly ConflictLine[];
  /** The same person changed it, in another tab or on another device. */
  own?: boolean;
  /** Sends one's own again on top of what is there now; left out where that cannot be done any more. */
  again?: () => void;
};

let shown: Conflict | undefined;
const listeners = new Set<() => void>();

function set(next: Conflict | undefined): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Whether a problem is a stale version. */
export function isConflict(problem: ProblemView): boolean {
  return problem.code === 'versionConflict';
}

/** Opens the window with both sides. */
export function showConflict(conflict: Conflict): void {
  set(conflict);
}

/** Closes it. */
export function closeConflict(): void {
  set(undefined);
}

/** The conflict on the screen, if there is one. */
export function useConflict(): Conflict | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** A fact of a side by name, as text; empty when it is not there. */
export function textOf(side: unknown, name: string): string {
  const value = fieldOf(side, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A fact of a side by name. */
export function fieldOf(side: unknown, name: string): unknown {
  return typeof side === 'object' && side !== null ? Reflect.get(side, name) : undefined;
}

/** The lines that say something. */
export function linesOf(...pairs: readonly (readonly [term: string, words: string])[]): ConflictLine[] {
  return pairs.flatMap(([term, words]) => (words.trim() === '' ? [] : [{ term, words }]));
}
