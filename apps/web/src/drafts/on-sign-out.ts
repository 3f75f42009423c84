// What must still be sent before a session is ended by its owner.

const waiting = new Set<() => Promise<unknown>>();
const longestMs = 3000;

/** Says what to do before signing out. @returns the way to take it back */
export function onSignOut(finish: () => Promise<unknown>): () => void {
  waiting.add(finish);
  return () => {
    waiting.delete(finish);
  };
}

/** Does it all; gives up after three seconds, so that signing out always works. */
export async function finishBeforeSignOut(): Promise<void> {
  const done = Promise.all([...waiting].map((finish) => finish()));
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, longestMs))]);
}
