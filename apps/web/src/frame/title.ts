// What does the tab of the browser say? The room, and the number of what is open in it; never a name, which the browser would keep in its history.
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { m } from '../words/index.ts';
import { roomName } from './rooms.ts';

let number = '';
const listeners = new Set<() => void>();
const put = (next: string) => {
  number = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Puts the number of what is open before the room, as long as it is open. */
export function useTitleNumber(open: string | undefined): void {
  useEffect(() => {
    put(open ?? '');
    return () => put('');
  }, [open]);
}

/** Keeps the title of the page; used once, by the frame, which is drawn anew in another language. */
export function useTitle(): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const open = useSyncExternalStore(subscribe, () => number);
  const title = [open, roomName(path), m.app_name()].filter(Boolean).join('·');
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = m.app_name();
    };
  }, [title]);
}
