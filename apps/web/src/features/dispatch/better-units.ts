// Which units could take what is not ours, and in which order? Those that serve the district first, those of one district before those of the whole county; then by name.
type Unit = { readonly id: string; readonly name: { readonly zh: string }; readonly districts: readonly string[] };

/** Whether the unit serves the district: named for it, or for the whole county. */
export const serves = ({ districts }: Unit, district: string | null): boolean =>
  districts.length === 0 || (district !== null && districts.includes(district));

const rank = (unit: Unit, district: string | null): number => (!serves(unit, district) ? 2 : unit.districts.length === 0 ? 1 : 0);

/** All but the unit that disputes, in that order. */
export const betterUnits = <One extends Unit>(
  units: readonly One[],
  { unitId, district }: { readonly unitId: string; readonly district: string | null },
): One[] =>
  units
    .filter((unit) => unit.id !== unitId)
    .sort((a, b) => rank(a, district) - rank(b, district) || a.name.zh.localeCompare(b.name.zh, 'zh-Hant-TW'));
