// How many drafts lie on this device alone, told to whoever shows it.
const listeners = new Set<() => void>();

/** Something was kept, sent or forgotten. */
export function tellWaiting(): void {
  for (const listener of listeners) listener();
}

/** Calls back then, and when another tab did it. @returns the way to stop */
export function followWaiting(heard: () => void): () => void {
  listeners.add(heard);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(heard);
    window.removeEventListener('storage', heard);
  };
}
