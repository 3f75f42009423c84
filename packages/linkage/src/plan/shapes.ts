// The comparisons and rules of an assembly as the plan sees them: by position, with only the facets that some rule needs.
import type { RuleShape, SlotShape } from '../compile/steps.ts';
import type { BlockingRule, BoundComparison } from '../roles/types.ts';

/** Slots and rules as the plan sees them: facets by position. */
export interface Shapes {
  readonly slots: readonly SlotShape[];
  readonly rules: readonly RuleShape[];
}

/** Which facets the rules need, by slot. Rules over unknown comparisons or facets are a bug of the shelf and throw. */
export function shapesOf(bound: readonly BoundComparison[], rules: readonly BlockingRule[]): Shapes {
  const facets = bound.map(() => [] as number[]);
  const shapes = rules.map(
    (rule): RuleShape => ({
      id: rule.id,
      parts: rule.parts.map((part) => {
        const slot = bound.findIndex((b) => b.id === part.comparison);
        const facet = bound[slot]?.comparison.facets.findIndex((f) => f.id === part.facet) ?? -1;
        if (slot < 0 || facet < 0) throw new Error(`rule ${rule.id} names an unknown facet ${part.comparison}.${part.facet}`);
        let position = facets[slot]!.indexOf(facet);
        if (position < 0) position = facets[slot]!.push(facet) - 1;
        return [slot, position] as const;
      }),
    }),
  );
  return { slots: bound.map((b, s) => ({ columns: b.columns, facets: facets[s]! })), rules: shapes };
}
