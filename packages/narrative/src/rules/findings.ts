// Which coded concepts does a narrative propose? Evidence gathered by concept: denied only where every stretch of it is denied.

import type { FindingConcept } from '@anwang/core/narrative';
import type { Evidence } from './extract.ts';

export type Finding = {
  readonly concept: FindingConcept;
  readonly negated: boolean;
  readonly places: readonly { readonly start: number; readonly end: number }[];
};

/** Findings in the order in which the text first speaks of them. */
export function findings(evidence: readonly Evidence[]): Finding[] {
  const groups = Map.groupBy(
    evidence.flatMap((one) => (one.concept === null ? [] : [{ ...one, concept: one.concept }])),
    (one) => `${one.concept.set} ${one.concept.code}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const affirmed = group.filter((one) => !one.negated);
    const places = (affirmed.length > 0 ? affirmed : group).map(({ start, end }) => ({ start, end }));
    return [{ concept: first.concept, negated: affirmed.length === 0, places }];
  });
}
