// May these grants be given? Role and reach must fit each other (core/access), the reach must lie in the county, and what has ended already gives nothing.
// What is wrong is named at its row and field.
import type { InputOf } from '@anwang/contract';
import { type RoleId, roles } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { districtsOf, isUnitOf, type NewGrant } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';

type Wish = InputOf<'admin', 'setGrants'>['grants'][number];
/** Whose rights they are to be: the own county and unit are what a reach without a place means. */
export type Holder = { readonly county: string; readonly unitId: string | null; readonly now: Instant };

/** Roles that a county gives to its people. The operation of the whole installation reaches no county, and no county gives it. */
export const isGrantable = (role: RoleId): boolean =>
  roles[role].kind === 'person' && role !== 'breakGlass' && !roles[role].reach.includes('none');
const isRole = (text: string): text is RoleId => Object.hasOwn(roles, text);

async function fault(tx: Tx, { county, unitId, now }: Holder, { role, reach, reachId, until }: Wish): Promise<[string, string] | null> {
  if (!isRole(role) || !isGrantable(role)) return ['role', 'unknown'];
  if (reach === 'national' || !roles[role].reach.includes(reach)) return ['reach', 'notAllowed'];
  if (until !== null && until <= now) return ['until', 'past'];
  if (reach === 'county') return reachId === null || reachId === county ? null : ['reachId', 'unknown'];
  if (reach === 'district') {
    if (reachId === null) return ['reachId', 'missing'];
    return (await districtsOf(tx, county, [reachId])).has(reachId) ? null : ['reachId', 'unknownDistrict'];
  }
  if (reach === 'unit') {
    const unit = reachId ?? unitId;
    if (unit === null) return ['reachId', 'missing'];
    return (await isUnitOf(tx, county, unit)) ? null : ['reachId', 'unknownUnit'];
  }
  return reachId === null ? null : ['reachId', 'notAllowed'];
}

/** The grants as rows, or what is wrong with the first that cannot be given. */
export async function readGrants(tx: Tx, holder: Holder, wishes: readonly Wish[]): Promise<Result<NewGrant[]>> {
  for (const [row, wish] of wishes.entries()) {
    const found = await fault(tx, holder, wish);
    if (found) return fail({ code: 'invalidInput', fields: [{ path: `grants.${row}.${found[0]}`, reason: found[1] }] });
  }
  const own = { county: holder.county, unit: holder.unitId };
  return ok(
    wishes.map(({ role, reach, reachId, until }) => ({
      role,
      reachKind: reach,
      reachId: reachId ?? (reach === 'county' || reach === 'unit' ? own[reach] : null),
      until,
    })),
  );
}
