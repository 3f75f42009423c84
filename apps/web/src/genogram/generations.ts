// In which row does each person stand? Parents one row above their children, partners and siblings in one row; who hangs on nothing
// is placed by age. The index person's row is found first, rows are counted from the top.
import type { Family, KinRelation, Person } from './types.ts';

const steps: Readonly<Partial<Record<KinRelation, number>>> = {
  parent: 1,
  adoptiveParent: 1,
  guardian: 1,
  grandparent: 2,
  spouse: 0,
  divorced: 0,
  separated: 0,
  partner: 0,
  exPartner: 0,
  sibling: 0,
  halfSibling: 0,
};
const YEARS_PER_GENERATION = 26;

function byAge(person: Person, anchor: Person, row: number): number {
  if (person.age === null || anchor.age === null) return row;
  return row + Math.round((anchor.age - person.age) / YEARS_PER_GENERATION);
}

/** Row by person id, the oldest generation 0. */
export function generations(family: Family): ReadonlyMap<string, number> {
  const edges = new Map<string, { id: string; step: number }[]>();
  const tie = (id: string, to: string, step: number) => edges.set(id, [...(edges.get(id) ?? []), { id: to, step }]);
  for (const kin of family.kin) {
    const step = steps[kin.relation];
    if (step === undefined) continue;
    tie(kin.from, kin.to, step);
    tie(kin.to, kin.from, -step);
  }
  const byId = new Map(family.people.map((person) => [person.id, person]));
  const rows = new Map<string, number>();
  const walk = (start: string, row: number) => {
    const queue = [{ id: start, row }];
    while (queue.length > 0) {
      const next = queue.shift()!;
      if (rows.has(next.id) || !byId.has(next.id)) continue;
      rows.set(next.id, next.row);
      for (const edge of edges.get(next.id) ?? []) queue.push({ id: edge.id, row: next.row + edge.step });
    }
  };
  const anchor = family.people.find((person) => person.index) ?? family.people[0];
  if (!anchor) return rows;
  walk(anchor.id, 0);
  for (const person of family.people) if (!rows.has(person.id)) walk(person.id, byAge(person, anchor, 0));
  const used = [...new Set(rows.values())].sort((a, b) => a - b);
  return new Map([...rows].map(([id, row]) => [id, used.indexOf(row)]));
}
