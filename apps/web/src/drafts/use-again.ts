// Something that could not be sent is tried again: when the wait begins, when the network comes back, and every few seconds.
import { useEffect, useRef } from 'react';

const everyMs = 4000;

/** Calls `again` at once and then repeatedly while `waiting`. */
export function useAgain(waiting: boolean, again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (!waiting) return;
    const call = () => latest.current();
    call();
    const timer = setInterval(call, everyMs);
    window.addEventListener('online', call);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', call);
    };
  }, [waiting]);
}
