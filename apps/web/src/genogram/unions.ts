// Who are couples, and whose children are they? A union is a pair tied by marriage or partnership, or the parents of one child;
// siblings whose parents are not in the picture form a union without parents.
import type { Family, KinRelation, Union, UnionKind } from './types.ts';

const pairKinds: Readonly<Partial<Record<KinRelation, UnionKind>>> = {
  spouse: 'spouse',
  divorced: 'divorced',
  separated: 'separated',
  partner: 'partner',
  exPartner: 'exPartner',
};
/** The later state of a couple is the one that is drawn. */
const weight: Readonly<Record<UnionKind, number>> = { parents: 0, partner: 1, spouse: 2, exPartner: 3, separated: 4, divorced: 5 };

type Draft = { parents: string[]; kind: UnionKind; since: string | null; children: { id: string; adopted: boolean; asSibling: boolean }[] };

function siblingSets(family: Family, known: ReadonlySet<string>, hasParents: ReadonlySet<string>): string[][] {
  const group = new Map<string, string>();
  const root = (id: string): string => {
    const up = group.get(id);
    return up === undefined || up === id ? id : root(up);
  };
  for (const kin of family.kin) {
    if (kin.relation !== 'sibling' && kin.relation !== 'halfSibling') continue;
    if (!known.has(kin.from) || !known.has(kin.to) || (hasParents.has(kin.from) && hasParents.has(kin.to))) continue;
    group.set(kin.from, group.get(kin.from) ?? kin.from);
    group.set(kin.to, group.get(kin.to) ?? kin.to);
    group.set(root(kin.to), root(kin.from));
  }
  const sets = new Map<string, string[]>();
  for (const id of group.keys()) sets.set(root(id), [...(sets.get(root(id)) ?? []), id]);
  return [...sets.values()].filter((set) => set.length > 1 && set.every((id) => !hasParents.has(id)));
}

/** Whose parents nobody knows, and the sibling whose parents they have then; of half siblings it is not known which of them is meant. */
function besideSiblings(family: Family, known: ReadonlySet<string>, hasParents: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  const queue = [...hasParents];
  for (const id of queue)
    for (const { from, to, relation } of family.kin) {
      const other = from === id ? to : to === id ? from : undefined;
      if (relation !== 'sibling' || other === undefined || !known.has(other) || hasParents.has(other) || found.has(other)) continue;
      found.set(other, id);
      queue.push(other);
    }
  return found;
}

/** All unions; a child of three recorded parents belongs to the first two. */
export function unions(family: Family): Union[] {
  const known = new Set(family.people.map((person) => person.id));
  const drafts = new Map<string, Draft>();
  const union = (parents: string[]): Draft => {
    const key = [...parents].sort().join('+');
    const found = drafts.get(key) ?? { parents, kind: 'parents' as const, since: null, children: [] };
    drafts.set(key, found);
    return found;
  };
  for (const kin of family.kin) {
    const kind = pairKinds[kin.relation];
    if (!kind || !known.has(kin.from) || !known.has(kin.to) || kin.from === kin.to) continue;
    const pair = union([kin.from, kin.to]);
    if (weight[kind] >= weight[pair.kind]) Object.assign(pair, { kind, since: kin.since });
  }
  const parentsOf = new Map<string, { id: string; adopted: boolean }[]>();
  for (const kin of family.kin) {
    if ((kin.relation !== 'parent' && kin.relation !== 'adoptiveParent') || !known.has(kin.from) || !known.has(kin.to)) continue;
    const list = parentsOf.get(kin.to) ?? [];
    if (!list.some((each) => each.id === kin.from))
      parentsOf.set(kin.to, [...list, { id: kin.from, adopted: kin.relation === 'adoptiveParent' }]);
  }
  for (const [child, parents] of parentsOf) {
    const two = parents.slice(0, 2);
    union(two.map((parent) => parent.id)).children.push({ id: child, adopted: two.every((parent) => parent.adopted), asSibling: false });
  }
  const placed = new Set(parentsOf.keys());
  for (const [id, sibling] of besideSiblings(family, known, placed)) {
    [...drafts.values()]
      .find(({ children }) => children.some((each) => each.id === sibling))
      ?.children.push({ id, adopted: false, asSibling: true });
    placed.add(id);
  }
  const orphans = siblingSets(family, known, placed);
  return [
    ...drafts.values(),
    ...orphans.map(
      (set): Union => ({ parents: [], kind: 'parents', since: null, children: set.map((id) => ({ id, adopted: false, asSibling: true })) }),
    ),
  ];
}
