// Who lives together when nobody says so? Typed edges from shared facts (linkage.md §3.4): same dwelling, same landline, a parent's age and
// surname at one address; addresses with many people (dormitories, temples, clinics) prove nothing. The result is probable, never confirmed.

export interface Dweller {
  readonly id: string;
  readonly surname: string | null;
  readonly birthYear: number | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  /** Normal form of the whole address, null = unknown. */
  readonly address: string | null;
  readonly landline: string | null;
}

export interface InferredHousehold {
  readonly members: readonly string[];
  readonly because: readonly ('sameDwelling' | 'sameLandline')[];
}

export interface InferredKin {
  readonly from: string;
  readonly to: string;
  readonly relation: 'parent' | 'spouse';
  readonly confidence: 'probable';
}

/** More people than this at one address or telephone are an institution, not a household. */
export const HOUSEHOLD_LIMIT = 10;
const PARENT_YEARS = { low: 15, high: 50 } as const;

const groups = (people: readonly Dweller[], key: (p: Dweller) => string | null): Dweller[][] => {
  const found = Map.groupBy(
    people.filter((p) => key(p) !== null),
    (p) => key(p) ?? '',
  );
  return [...found.values()].filter((g) => g.length > 1 && g.length <= HOUSEHOLD_LIMIT);
};

/** Households of people who share a dwelling or a landline; members and households in order of ids. */
export const inferHouseholds = (people: readonly Dweller[]): InferredHousehold[] => {
  const root = new Map(people.map((p) => [p.id, p.id]));
  const find = (id: string): string => {
    const up = root.get(id) ?? id;
    return up === id ? id : find(up);
  };
  const why = new Map<string, Set<'sameDwelling' | 'sameLandline'>>();
  const joinAll = (because: 'sameDwelling' | 'sameLandline') => (group: Dweller[]) => {
    for (const { id } of group) {
      const [a, b] = [find(group[0]?.id ?? id), find(id)].sort();
      if (a !== undefined && b !== undefined) root.set(b, a);
      why.set(id, (why.get(id) ?? new Set()).add(because));
    }
  };
  groups(people, (p) => p.address).forEach(joinAll('sameDwelling'));
  groups(people, (p) => p.landline).forEach(joinAll('sameLandline'));
  const together = Map.groupBy(people.map((p) => p.id).sort(), find);
  return [...together.values()]
    .filter((ids) => ids.length > 1 && ids.length <= HOUSEHOLD_LIMIT)
    .map((members) => ({ members, because: [...new Set(members.flatMap((id) => [...(why.get(id) ?? [])]))].sort() }));
};

/** Parent and child by surname and age gap, spouses by age, inside one inferred household. */
export const inferKin = (members: readonly Dweller[]): InferredKin[] => {
  const edges: InferredKin[] = [];
  const parentsOf = new Map<string, Dweller[]>();
  for (const parent of members)
    for (const child of members) {
      if (parent.birthYear === null || child.birthYear === null || parent.surname === null) continue;
      const gap = child.birthYear - parent.birthYear;
      if (gap < PARENT_YEARS.low || gap > PARENT_YEARS.high || parent.surname !== child.surname) continue;
      edges.push({ from: parent.id, to: child.id, relation: 'parent', confidence: 'probable' });
      parentsOf.set(child.id, [...(parentsOf.get(child.id) ?? []), parent]);
    }
  // A second adult of the other sex and near age beside a parent: a couple, if that parent has no other candidate.
  for (const parent of new Set([...parentsOf.values()].flat())) {
    const beside = members.filter(
      (m) =>
        m.id !== parent.id &&
        m.sex !== parent.sex &&
        m.birthYear !== null &&
        parent.birthYear !== null &&
        Math.abs(m.birthYear - parent.birthYear) <= 12 &&
        m.surname !== parent.surname,
    );
    const [only] = beside;
    if (only !== undefined && beside.length === 1) edges.push({ from: parent.id, to: only.id, relation: 'spouse', confidence: 'probable' });
  }
  return edges;
};
