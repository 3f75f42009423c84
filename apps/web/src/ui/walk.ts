// Walking through a list whose chosen row stands beside it: j to the next, k to the one before, no further than the ends.
import { m } from '../words/index.ts';
import { useKeys } from './keys.ts';

/** Gives the page the keys j and k; `go` is called with the id that comes next. */
export function useWalk(rows: readonly { readonly id: string }[], current: string, go: (id: string) => void): void {
  const move = (step: number) => {
    const next = rows[Math.min(Math.max(rows.findIndex((row) => row.id === current) + step, 0), rows.length - 1)];
    if (next) go(next.id);
  };
  useKeys([
    { key: 'j', does: m.key_down(), run: () => move(1) },
    { key: 'k', does: m.key_up(), run: () => move(-1) },
  ]);
}
