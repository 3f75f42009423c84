// What is one's own, and what do two related persons share? A family shares surname, address and telephone, and its members differ in name and date of birth.
// A file without anything a person calls his own is of organisations: branches share a telephone and words of the name, and each has its own address.
import type { BoundComparison, Level } from '../roles/types.ts';

/** What is one's own: relatives agree on it no more than strangers do. */
const OWN_ROLES: ReadonlySet<string> = new Set(['full-name', 'given-name', 'birth-date', 'identifier', 'email']);
/** Roles that a household shares. */
const SHARED_ROLES: ReadonlySet<string> = new Set(['address', 'phone', 'surname', 'postcode', 'place']);
/** Roles that branches share. */
const BRANCH_ROLES: ReadonlySet<string> = new Set(['free-text', 'phone', 'postcode', 'place']);
/** Namesakes and twins: this little of what one person's records agree on. */
const ALIKE = 0.002;
const TWINS = 0.01;

export function isOwn({ comparison }: BoundComparison): boolean {
  return comparison.inputs.some((role) => OWN_ROLES.has(role));
}

/** A text that is neither one's own nor shared by a household: the name of an organisation. That a rule passed over a pair is counted there only (0045). */
export function isText({ comparison }: BoundComparison): boolean {
  return comparison.inputs.includes('free-text');
}

function isAddress({ comparison }: BoundComparison): boolean {
  return comparison.inputs.includes('address');
}

/** Branches can be told apart by their address, and are found by what they share. */
function ofBranches(comparisons: readonly BoundComparison[]): boolean {
  const shared = comparisons.some(({ comparison }) => comparison.inputs.some((role) => role === 'free-text' || role === 'phone'));
  return shared && comparisons.some(isAddress) && !comparisons.some(isOwn);
}

/** Where EM starts looking for relatives: strangers in what is one's own, half like one person in what a household or branches share. */
export function relatedPrior(
  comparisons: readonly BoundComparison[],
  m: readonly Float64Array[],
  u: readonly Float64Array[],
): Float64Array[] {
  const shared = ofBranches(comparisons) ? BRANCH_ROLES : SHARED_ROLES;
  return comparisons.map((bound, s) => {
    const shares = bound.comparison.inputs.every((role) => shared.has(role))
      ? 0.5
      : bound.comparison.inputs.includes('birth-date')
        ? TWINS
        : ALIKE;
    return u[s]!.map((value, level) => (level === 0 ? 0 : (1 - shares) * value + shares * m[s]![level]!));
  });
}

/**
 * Of what is one's own, levels that speak for one person are pinned; a generation apart is free, and where there are families their name alone. What relatives
 * share in part is free once the rest is settled (`last`): from the start, matches with errors would go there.
 */
export function pinnedLevels(comparisons: readonly BoundComparison[], families: boolean, last: boolean): boolean[][] {
  const branches = ofBranches(comparisons);
  const free = ({ m, u, kin, siblings }: Level): boolean => m <= 2 * u || (families && kin === true) || (last && siblings === true);
  return comparisons.map((bound) => {
    const own = isOwn(bound) || (branches && isAddress(bound));
    return bound.comparison.levels.map((level, i) => i > 0 && own && !free(level));
  });
}
