// Shorthand for stating levels as a table.
import type { Level } from '../roles/types.ts';

/** id, zh-TW, English, m, u, and what is particular. */
export const level = (id: string, zh: string, en: string, m: number, u: number, more: Partial<Level> = {}): Level => ({
  id,
  label: { zh, en },
  m,
  u,
  ...more,
});

/** Level ids → their indices; asking for an id that does not exist is a fault of the program. */
export const indexOf = (levels: readonly Level[]): ((id: string) => number) => {
  const ids = new Map(levels.map((entry, i) => [entry.id, i]));
  return (id) => {
    const index = ids.get(id);
    if (index === undefined) throw new Error(`no level ${id}`);
    return index;
  };
};

/** m and u scaled to sum to 1 over all levels but `missing`, so that a table may state them rounded. */
export const scaled = (levels: readonly Level[]): readonly Level[] => {
  const m = levels.reduce((sum, entry) => sum + entry.m, 0);
  const u = levels.reduce((sum, entry) => sum + entry.u, 0);
  return levels.map((entry) => ({ ...entry, m: entry.m / m, u: entry.u / u }));
};
