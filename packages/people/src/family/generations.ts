// On which row of a genogram does a person stand? Parents one above their children, couples and siblings side by side
// (symbols after McGoldrick, Gerson & Petry); the focus stands on row 0, elders above have lower numbers.

import type { GraphKin } from './graph.ts';

const DOWN: Readonly<Record<string, number>> = { parent: 1, adoptiveParent: 1, grandparent: 2, guardian: 1 };
const BESIDE: ReadonlySet<string> = new Set(['spouse', 'divorced', 'separated', 'partner', 'exPartner', 'sibling', 'halfSibling']);

/** Row of everybody who is reached from the focus by blood, marriage or guardianship; others stand on the focus's row. Conflicting edges are read nearest first. */
export const generations = (people: readonly string[], kin: readonly GraphKin[], focus: string): ReadonlyMap<string, number> => {
  const row = new Map([[focus, 0]]);
  const steps = kin.flatMap((edge): [string, string, number][] => {
    const down = DOWN[edge.relation];
    if (down !== undefined)
      return [
        [edge.from, edge.to, down],
        [edge.to, edge.from, -down],
      ];
    return BESIDE.has(edge.relation)
      ? [
          [edge.from, edge.to, 0],
          [edge.to, edge.from, 0],
        ]
      : [];
  });
  for (const [id, at] of row) for (const [from, to, by] of steps) if (from === id && !row.has(to)) row.set(to, at + by);
  for (const id of people) if (!row.has(id)) row.set(id, 0);
  return row;
};
