// What does a route table leave out, and where does it leave the choice to load? For whoever keeps it: a report without a route waits for a person to choose the unit.
import type { RouteRow } from './routing.ts';

/** Places of a programme that no open unit receives; null stands for a report whose district is not known. */
export type RouteGap = { readonly programme: string; readonly districts: readonly (string | null)[]; readonly everywhere: boolean };
/** Several units come first together: the one that carries less is proposed. */
export type RouteOverlap = { readonly programme: string; readonly district: string | null; readonly units: readonly string[] };
export type RouteCoverage = {
  readonly gaps: readonly RouteGap[];
  readonly overlaps: readonly RouteOverlap[];
  /** Routes that are open and lead to a closed unit: nothing is proposed by them. */
  readonly dead: readonly RouteRow[];
};

/** Reads a table of routes the way `proposeRoute` does, for every programme and place at once. */
export function routeCoverage(
  routes: readonly RouteRow[],
  isOpen: (unit: string) => boolean,
  programmes: readonly string[],
  districts: readonly string[],
): RouteCoverage {
  const open = routes.filter((row) => row.active);
  const living = open.filter((row) => isOpen(row.unit));
  const gaps: RouteGap[] = [];
  const overlaps: RouteOverlap[] = [];
  for (const programme of programmes) {
    const own = living.filter((row) => row.programme === programme);
    const missing: (string | null)[] = [];
    for (const district of [...districts, null]) {
      const near = own.filter((row) => row.district !== null && row.district === district);
      const first = firstOf(near.length > 0 ? near : own.filter((row) => row.district === null));
      if (first.length === 0) missing.push(district);
      // What holds for the whole county is said once.
      else if (first.length > 1 && (first[0]?.district !== null || district === null))
        overlaps.push({ programme, district, units: first.map((row) => row.unit) });
    }
    if (missing.length > 0) gaps.push({ programme, districts: missing, everywhere: missing.length > districts.length });
  }
  return { gaps, overlaps, dead: open.filter((row) => !isOpen(row.unit)) };
}

/** Those that come first together. */
function firstOf(rows: readonly RouteRow[]): RouteRow[] {
  const least = Math.min(...rows.map((row) => row.priority));
  return rows.filter((row) => row.priority === least);
}
