// From the columns of a table and their roles to everything the engine needs: comparisons bound to columns, refinements, blocking rules.
import { BLOCKING } from './blocking.ts';
import { comparisonOf, findComparison } from './comparisons.ts';
import { REFINEMENTS } from './refinements.ts';
import type { Assembly, BlockingRule, BoundComparison, ColumnRole, Locale, Refinement, Role } from './types.ts';

export interface AssembleOptions {
  /** Take English short forms (Bob, Robert) as close; default true. */
  readonly nicknames?: boolean;
}

/** Columns keep their order; given name and surname are joined into one comparison, the first of each pairwise. */
export const assemble = (locale: Locale, columns: readonly ColumnRole[], options: AssembleOptions = {}): Assembly => {
  const comparisons = bind(locale, columns, options);
  return { locale, comparisons, refinements: refinementsOf(comparisons), rules: rulesOf(comparisons) };
};

const bind = (locale: Locale, columns: readonly ColumnRole[], { nicknames = true }: AssembleOptions): readonly BoundComparison[] => {
  const plain = locale === 'en' && !nicknames ? '-plain' : '';
  const ofRole = (role: Role): string[] => columns.filter((column) => column.role === role).map((column) => column.column);
  const [surnames, givens] = [ofRole('surname'), ofRole('given-name')];
  const joined = Math.min(surnames.length, givens.length);
  const bound: BoundComparison[] = [];
  const used = new Map<string, number>();
  const add = (comparison: BoundComparison['comparison'], names: readonly string[]): void => {
    const count = (used.get(comparison.id) ?? 0) + 1;
    used.set(comparison.id, count);
    bound.push({ id: count === 1 ? comparison.id : `${comparison.id}#${count}`, columns: names, comparison });
  };
  for (const { column, role } of columns) {
    const i = role === 'surname' ? surnames.indexOf(column) : role === 'given-name' ? givens.indexOf(column) : -1;
    if (i >= 0 && i < joined) {
      if (role === 'surname') add(findComparison(`${locale}/name-parts${plain}`), [column, givens[i]!]);
    } else if (role === 'full-name') add(findComparison(`${locale}/full-name${plain}`), [column]);
    else add(comparisonOf(locale, role), [column]);
  }
  return bound;
};

/** `full-name` of a rule stands for a name however it is bound. */
const boundFor = (comparisons: readonly BoundComparison[], role: string): readonly BoundComparison[] =>
  comparisons.filter(({ comparison }) => {
    const kind = comparison.id.slice(comparison.id.indexOf('/') + 1).replace(/-plain$/, '');
    return kind === role || (role === 'full-name' && kind === 'name-parts');
  });

const rulesOf = (comparisons: readonly BoundComparison[]): readonly BlockingRule[] => {
  const rules = new Map<string, BlockingRule>();
  for (const rule of BLOCKING) {
    // Every combination of the columns that carry the roles; two parts of one role are two facets of one column.
    let found: { comparison: string; facet: string; role: string }[][] = [[]];
    for (const [role, facet] of rule.parts) {
      const bound = boundFor(comparisons, role).filter(({ comparison }) => comparison.facets.some((entry) => entry.id === facet));
      found = found.flatMap((parts) =>
        bound
          .filter(({ id }) => parts.every((part) => part.role !== role || part.comparison === id))
          .map(({ id }) => [...parts, { comparison: id, facet, role }]),
      );
    }
    for (const parts of found) {
      const id = parts.map((part) => `${part.comparison.slice(part.comparison.indexOf('/') + 1)}.${part.facet}`).join('+');
      rules.set(id, {
        id,
        label: labelOf(parts, comparisons),
        parts: parts.map(({ comparison, facet }) => ({ comparison, facet })),
        looseness: rule.looseness,
      });
    }
  }
  return [...rules.values()];
};

const labelOf = (
  parts: readonly { comparison: string; facet: string }[],
  comparisons: readonly BoundComparison[],
): BlockingRule['label'] => {
  const labels = parts.map(
    (part) => comparisons.find(({ id }) => id === part.comparison)!.comparison.facets.find(({ id }) => id === part.facet)!.label,
  );
  return { zh: labels.map((label) => label.zh).join('＋'), en: labels.map((label) => label.en).join(' + ') };
};

const refinementsOf = (comparisons: readonly BoundComparison[]): readonly Refinement[] =>
  REFINEMENTS.flatMap((refinement) => {
    const target = boundFor(comparisons, refinement.target)[0];
    if (!target?.comparison.levels.some((level) => level.id === refinement.to)) return [];
    const when = refinement.when.map(({ role, levels }) => ({ bound: boundFor(comparisons, role)[0], levels }));
    if (when.some(({ bound, levels }) => !bound || !levels.every((id) => bound.comparison.levels.some((level) => level.id === id))))
      return [];
    return [
      {
        target: target.id,
        from: refinement.from,
        when: when.map(({ bound, levels }) => ({ comparison: bound!.id, levels })),
        to: refinement.to,
      },
    ];
  });
