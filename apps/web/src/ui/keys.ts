// What can be done on this screen, and by which key? A screen states its acts; keys act unless somebody is typing or a dialog is open, the
// `?` window lists those with a key, and the search window finds all of them by name.
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** An act of the screen; one without a key is found by its name alone. */
export type KeyBinding = { key?: string; does: string; run: () => void };

let stack: readonly (readonly KeyBinding[])[] = [];
const listeners = new Set<() => void>();

function change(next: typeof stack): void {
  stack = next;
  for (const listener of listeners) listener();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role=textbox], [role=menu] *, [role=listbox] *');
}

function press(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
  if (document.querySelector('[aria-modal="true"], [role=dialog]')) return;
  const onControl = event.target instanceof HTMLElement && event.target.closest('button, a, [role=tab]') !== null;
  if (onControl && (event.key === 'Enter' || event.key === ' ')) return;
  for (const bindings of stack.toReversed()) {
    const found = bindings.find((binding) => binding.key?.toLowerCase() === event.key.toLowerCase());
    if (!found) continue;
    event.preventDefault();
    found.run();
    return;
  }
}

/** Puts keys into force while the calling component is on the screen; what a key does is always what the last rendering said. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const signature = bindings.map((binding) => `${binding.key ?? ''}\t${binding.does}`).join('\n');
  useEffect(() => {
    const lines = signature === '' ? [] : signature.split('\n');
    const own = lines.map((line, index) => {
      const [key = '', does = ''] = line.split('\t');
      return { ...(key ? { key } : {}), does, run: () => latest.current[index]?.run() };
    });
    change([...stack, own]);
    return () => change(stack.filter((each) => each !== own));
  }, [signature]);
}

/** Listens for keys on the document; mounted once by the frame. */
export function useKeyListener(): void {
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** All acts in force now, for the `?` window and the search window. */
export function useActsInForce(): readonly KeyBinding[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => stack,
  );
  return all.flat();
}
