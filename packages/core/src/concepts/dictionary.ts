// Which concepts and value sets exist together, and do they fit? Built once from lists; looked up by id.

import type { Concept, ValueSet } from './concept.ts';

/** The dictionary. */
export type Dictionary = { readonly concepts: ReadonlyMap<string, Concept>; readonly valueSets: ReadonlyMap<string, ValueSet> };

/** Builds a dictionary. An id that stands twice is a bug of the packs and throws. */
export function dictionary(concepts: readonly Concept[], valueSets: readonly ValueSet[]): Dictionary {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const sets = new Map(valueSets.map((set) => [set.id, set]));
  if (byId.size !== concepts.length) throw new Error('a concept id stands twice');
  if (sets.size !== valueSets.length) throw new Error('a value set id stands twice');
  return { concepts: byId, valueSets: sets };
}

/** Faults of a dictionary: coded concepts without a value set, value sets with a code twice. */
export function checkDictionary(dictionary: Dictionary): string[] {
  const faults: string[] = [];
  for (const concept of dictionary.concepts.values()) {
    const coded = concept.value === 'code' || concept.value === 'codes';
    if (coded && (concept.valueSet === undefined || !dictionary.valueSets.has(concept.valueSet)))
      faults.push(`${concept.id}: no value set`);
    if (!coded && concept.valueSet !== undefined) faults.push(`${concept.id}: a value set without coded values`);
  }
  for (const set of dictionary.valueSets.values())
    if (new Set(set.entries.map((entry) => entry.code)).size !== set.entries.length) faults.push(`${set.id}: a code stands twice`);
  return faults;
}
