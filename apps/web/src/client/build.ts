// Is this page of an earlier build than the server? Every reply names the server's (apps/server/src/http/static-web.ts); what this page began with stands in its own head.
import { useSyncExternalStore } from 'react';

let newer = false;
const listeners = new Set<() => void>();

/** The name of the script that this page began with. */
const own = (): string | undefined =>
  /\/assets\/(index-[\w-]+)\.js/.exec(document.querySelector('script[type=module]')?.getAttribute('src') ?? '')?.[1];

/** Takes note of what a reply says. */
export function hearBuild(ofServer: string | null): void {
  const now = ofServer !== null && own() !== undefined && ofServer !== own();
  if (now === newer) return;
  newer = now;
  for (const listener of listeners) listener();
}

/** Whether the server has another build than this page, outside of a component. */
export const isOutdated = (): boolean => newer;

/** Whether the server has another build than this page. */
export function useOutdated(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isOutdated);
}
