// May these grants be given? Role and reach must fit each other (core/access), the reach must lie in the county, and nobody raises himself.
import type { InputOf } from '@anwang/contract';
import { type RoleId, roles } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import { districtsOf, isUnitOf, type NewGrant } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';

type Wish = InputOf<'admin', 'setGrants'>['grants'][number];

const isRole = (text: string): text is RoleId => Object.hasOwn(roles, text);

async function fault(tx: Tx, county: string, { role, reach, reachId }: Wish): Promise<string | null> {
  if (!isRole(role) || roles[role].kind === 'system' || role === 'breakGlass') return 'roleUnknown';
  if (!roles[role].reach.includes(reach)) return 'reachNotForRole';
  if (reach === 'national') return 'reachBeyondCounty';
  if (reach === 'county') return reachId === null || reachId === county ? null : 'reachBeyondCounty';
  if (reach === 'district') return reachId !== null && (await districtsOf(tx, county, [reachId])).has(reachId) ? null : 'reachUnknown';
  if (reach === 'unit') return reachId !== null && (await isUnitOf(tx, county, reachId)) ? null : 'reachUnknown';
  return reachId === null ? null : 'reachWithoutPlace';
}

/** The grants as rows, or the first that cannot be given and why. */
export async function readGrants(tx: Tx, county: string, wishes: readonly Wish[]): Promise<Result<NewGrant[]>> {
  for (const wish of wishes) {
    const reason = await fault(tx, county, wish);
    if (reason) return fail({ code: 'grantInvalid', reason: `${wish.role}: ${reason}` });
  }
  return ok(
    wishes.map(({ role, reach, reachId, until }) => ({ role, reachKind: reach, reachId: reach === 'county' ? county : reachId, until })),
  );
}
