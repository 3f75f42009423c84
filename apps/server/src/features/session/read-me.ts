// Who is signed in: account, unit, roles with their reach, and what these allow in principle. The screens build their rail from it; each act is decided again.
import type { OutputOf } from '@anwang/contract';
import { type Actor, actions, decide, purposes } from '@anwang/core/access';
import type { Instant } from '@anwang/core/time';
import type { Tx } from '@anwang/store/session';

type Me = OutputOf<'session', 'me'>;
type Now = { readonly now: Instant; readonly expiresAt: Instant; readonly secondFactor: boolean };

/** Reads the own account; null when its row is out of the session's reach, which ends the session for the caller. */
export async function readMe(tx: Tx, actor: Actor, { now, expiresAt, secondFactor }: Now): Promise<Me | null> {
  const row = await tx
    .selectFrom('org.account as account')
    .innerJoin('org.county as county', 'county.id', 'account.county')
    .leftJoin('org.unit as unit', 'unit.id', 'account.unit_id')
    .select(['account.username', 'account.name', 'account.title', 'account.locale', 'account.unit_id'])
    .select(['county.id as county_id', 'county.name_zh as county_zh', 'county.name_en as county_en', 'county.demo as demo'])
    .select(['unit.name_zh as unit_zh', 'unit.name_en as unit_en', 'unit.kind as unit_kind'])
    .where('account.id', '=', actor.id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: actor.id,
    userName: row.username,
    name: row.name,
    title: row.title,
    county: { id: row.county_id, name: { zh: row.county_zh, en: row.county_en } },
    unit:
      row.unit_id === null ? null : { id: row.unit_id, name: { zh: row.unit_zh ?? '', en: row.unit_en ?? '' }, kind: row.unit_kind ?? '' },
    roles: actor.grants
      .filter((grant) => grant.until === null || grant.until > now)
      .map(({ role, reach, until }) => ({ role, reach: reach.kind, until })),
    ...allowedInPrinciple(actor, now),
    locale: row.locale === 'en' ? 'en' : 'zh-TW',
    secondFactor,
    expiresAt,
    now,
    demo: row.demo,
  };
}

/** Acts and purposes that some grant allows now, whatever the thing. */
function allowedInPrinciple(actor: Actor, now: Instant): Pick<Me, 'actions' | 'purposes' | 'purposesOf'> {
  const allowed = actions
    .map((action) => [action, purposes.filter((purpose) => decide(actor, action, purpose, null, now).allow)] as const)
    .filter(([, of]) => of.length > 0);
  return {
    actions: allowed.map(([action]) => action),
    purposes: [...new Set(allowed.flatMap(([, of]) => of))],
    purposesOf: Object.fromEntries(allowed),
  };
}
