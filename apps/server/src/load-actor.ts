// Who is this account? Its county, unit and grants as core/access reads them; kept by the account's version, which moves whenever its grants do.
import type { Actor, Grant } from '@anwang/core/access';
import type { Instant } from '@anwang/core/time';
import { type SystemActorName, systemActors } from '@anwang/store/access';
import type { Store } from '@anwang/store/session';
import { isRole } from './is-role.ts';

const since = '2000-01-01T00:00:00.000Z' as Instant;
const mostKept = 5000;

/** A function that loads actors and keeps them. */
export function actorLoader(store: Store): (accountId: string, version: number) => Promise<Actor | null> {
  const kept = new Map<string, { version: number; actor: Actor }>();
  return async (accountId, version) => {
    const held = kept.get(accountId);
    if (held?.version === version) return held.actor;
    const actor = await loadActor(store, accountId);
    if (actor === null) return null;
    if (kept.size >= mostKept) kept.clear();
    kept.set(accountId, { version, actor });
    return actor;
  };
}

async function loadActor(store: Store, accountId: string): Promise<Actor | null> {
  return store.withActor({ id: accountId }, 'self', { route: 'actor.load' }, async (tx) => {
    const account = await tx
      .selectFrom('org.account')
      .select(['id', 'county', 'unit_id', 'name'])
      .where('id', '=', accountId)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!account) return null;
    const rows = await tx.selectFrom('org.grant').selectAll().where('account_id', '=', accountId).execute();
    const grants = rows.flatMap((row): Grant[] =>
      isRole(row.role)
        ? [
            {
              role: row.role,
              reach: row.reach_id === null ? { kind: asReach(row.reach_kind) } : { kind: asReach(row.reach_kind), id: row.reach_id },
              from: row.valid_from,
              until: row.valid_until,
            },
          ]
        : [],
    );
    return { id: account.id, county: account.county, unit: account.unit_id, name: account.name, grants };
  });
}

const reaches: readonly Grant['reach']['kind'][] = ['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'one', 'none'];
/** A word that the schema's check does not know reaches nothing. */
const asReach = (kind: string): Grant['reach']['kind'] => reaches.find((known) => known === kind) ?? 'none';

const roleOf: Readonly<Record<SystemActorName, Grant['role']>> = {
  public: 'publicReporter',
  matcher: 'matcher',
  sealer: 'sealer',
  clock: 'clock',
  statistics: 'statistics',
  seeder: 'seeder',
};

/** The system actors with the one grant each holds. */
export function systemActorsWithGrants(): Readonly<Record<SystemActorName, Actor>> {
  const actor = (name: SystemActorName): Actor => ({
    ...systemActors[name],
    grants: [{ role: roleOf[name], reach: { kind: 'national' }, from: since, until: null }],
  });
  return {
    public: actor('public'),
    matcher: actor('matcher'),
    sealer: actor('sealer'),
    clock: actor('clock'),
    statistics: actor('statistics'),
    seeder: actor('seeder'),
  };
}
