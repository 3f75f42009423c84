// Which language is shown? Traditional Chinese first, English second. The choice of a signed-in person is kept on the device;
// the public pages keep nothing there: their language travels in the address (?lang=en).
import { useSyncExternalStore } from 'react';
import { overwriteGetLocale } from '../paraglide/runtime.js';

export type Language = 'zh-TW' | 'en';
const storageKey = 'anwang.language';
const publicPaths = ['/report'];

let current: Language = 'zh-TW';
const listeners = new Set<() => void>();

function isPublic(path: string): boolean {
  return publicPaths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/** Reads the language for this visit from the address, then (staff pages only) from the device, and puts it into force. */
export function startLanguage(): void {
  overwriteGetLocale(() => current);
  const asked = new URLSearchParams(window.location.search).get('lang');
  const kept = isPublic(window.location.pathname) ? null : window.localStorage.getItem(storageKey);
  const chosen = asked ?? kept;
  current = chosen === 'en' ? 'en' : 'zh-TW';
  mark();
}

function mark(): void {
  document.documentElement.lang = current === 'en' ? 'en' : 'zh-Hant-TW';
}

/** Switches the language at once; on staff pages the choice is kept on the device. */
export function setLanguage(next: Language): void {
  current = next;
  if (!isPublic(window.location.pathname)) window.localStorage.setItem(storageKey, next);
  mark();
  for (const listener of listeners) listener();
}

/** Takes the language of the account where nothing was chosen on this device or in the address. */
export function adoptLanguage(ofAccount: Language): void {
  if (window.localStorage.getItem(storageKey) !== null || new URLSearchParams(window.location.search).has('lang')) return;
  if (ofAccount !== current) setLanguage(ofAccount);
}

/** The language in force now. */
export function language(): Language {
  return current;
}

/** The language in force, as a value that re-renders its reader when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, language);
}
