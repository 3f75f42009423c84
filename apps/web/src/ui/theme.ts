// Light or dark? What the device prefers until somebody chooses; the choice is kept on the device for staff pages only.
import { useSyncExternalStore } from 'react';

const key = 'anwang.theme';
const listeners = new Set<() => void>();

function prefersDark(): boolean {
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Puts the kept or preferred theme into force. */
export function startTheme(): void {
  const kept = window.location.pathname.startsWith('/report') ? null : window.localStorage.getItem(key);
  document.documentElement.classList.toggle('dark', kept ? kept === 'dark' : prefersDark());
}

/** Switches between light and dark. */
export function toggleTheme(): void {
  const dark = document.documentElement.classList.toggle('dark');
  if (!window.location.pathname.startsWith('/report')) window.localStorage.setItem(key, dark ? 'dark' : 'light');
  for (const listener of listeners) listener();
}

/** Whether dark is in force. */
export function useDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => document.documentElement.classList.contains('dark'),
  );
}
