// How often do two random records agree on what a rule looks at?
import type { UsedRule } from '../compile/steps.ts';
import type { EncodedSlot } from '../score/encode.ts';
import { KeyCounter } from '../score/key-counter.ts';

/** By rule in use and slot, of all pairs of records; null where the rule does not look at the slot. */
export function chanceAgreement(slots: readonly EncodedSlot[], used: readonly UsedRule[], records: number): (number | null)[][] {
  const known = new Map<string, number>();
  const counter = new KeyCounter();
  return used.map(({ shape: { parts } }) =>
    slots.map((slot, s) => {
      const facets = parts.filter(([of]) => of === s).map(([, facet]) => facet);
      if (facets.length === 0) return null;
      // Alone it is asked for no chance: all that it finds agrees.
      if (facets.length === parts.length) return 1;
      const id = `${s} ${facets.join()}`;
      if (!known.has(id))
        known.set(
          id,
          facets.reduce((least, facet) => Math.min(least, agreeing(slot, facet, records, counter)), 1),
        );
      return known.get(id)!;
    }),
  );
}

function agreeing({ counts, shared: { prepared } }: EncodedSlot, facet: number, records: number, counter: KeyCounter): number {
  counter.count(prepared.facets[facet]!, counts);
  return counter.pairs() / Math.max(1, records * (records - 1));
}
