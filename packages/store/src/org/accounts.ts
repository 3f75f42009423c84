// Accounts and their grants as the county administrator keeps them. Policies bound to `admin.users` decide which rows exist for whom.

import { roleIds, roles } from '@anwang/core/access';
import { ok, type Problem, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';
import { type Changed, lostUpdate, updateAt } from './update-at.ts';

export type NewGrant = {
  readonly role: string;
  readonly reachKind: string;
  readonly reachId: string | null;
  readonly until: Instant | null;
};
export type KnownAccount = Changed & {
  readonly userName: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly active: boolean;
};
export type AccountFields = {
  readonly name: string;
  readonly title: string | null;
  readonly unitId: string | null;
  /** Undefined: as it stands. */
  readonly extension?: string | null | undefined;
};

const extensionOf = ({ extension }: AccountFields): Record<'extension', string | null> | Record<never, never> =>
  extension === undefined ? {} : { extension };

/** Accounts of people in the session's reach by user name, after `after`; `text` is found anywhere in user name or name. */
export async function listAccounts(tx: Tx, wish: { text?: string; unitId?: string; after?: string; limit: number }) {
  let query = tx
    .selectFrom('org.account as account')
    .leftJoin('org.unit as unit', 'unit.id', 'account.unit_id')
    .selectAll('account')
    .select(['unit.name_zh as unit_zh', 'unit.name_en as unit_en'])
    .where('account.system', '=', false)
    .where('account.county', '=', tx.actor.county ?? '');
  if (wish.unitId) query = query.where('account.unit_id', '=', wish.unitId);
  if (wish.after) query = query.where('account.username', '>', wish.after);
  if (wish.text) {
    const form = `%${wish.text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((is) => is.or([is('account.username', 'ilike', form), is('account.name', 'ilike', form)]));
  }
  return query.orderBy('account.username').limit(wish.limit).execute();
}

/** Grants of some accounts that hold at `at` or later. */
export async function listGrants(tx: Tx, accountIds: readonly string[], at: Instant) {
  if (accountIds.length === 0) return [];
  return tx
    .selectFrom('org.grant')
    .selectAll()
    .where('account_id', 'in', [...accountIds])
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', at)]))
    .orderBy('role')
    .orderBy('id')
    .execute();
}

/** Whether a user name is taken, in any county: user names are one name space. */
export async function userNameTaken(tx: Tx, userName: string): Promise<boolean> {
  return (await tx.selectFrom('org.account').select('id').where('username', '=', userName).executeTakeFirst()) !== undefined;
}

export async function insertAccount(tx: Tx, county: string, userName: string, fields: AccountFields): Promise<Changed> {
  const row = { county, username: userName, name: fields.name, title: fields.title, unit_id: fields.unitId, ...extensionOf(fields) };
  return tx.insertInto('org.account').values(row).returning(['id', 'version']).executeTakeFirstOrThrow();
}

export async function updateAccount(
  tx: Tx,
  id: string,
  based: number,
  fields: AccountFields & { readonly active: boolean },
): Promise<Result<Changed, Problem>> {
  const row = await updateAt(tx, 'org.account', id, based, {
    name: fields.name,
    title: fields.title,
    unit_id: fields.unitId,
    active: fields.active,
    ...extensionOf(fields),
  });
  return row ? ok(row) : lostUpdate('account', id, based, await accountAsShown(tx, id), fields);
}

/** What an account would have after a change: its unit, and its rights that are bound to a unit. */
export type Remaining = { readonly unitId: string | null; readonly rights: readonly { readonly role: string; readonly unit: string }[] };

/** What would be left without anybody by the change: open cases the account leads; open cases, and dispatches that wait, of units that have no other supervisor. */
export async function leftAlone(tx: Tx, id: string, { unitId, rights }: Remaining): Promise<{ leads: number; alone: number }> {
  // Two supervisors who each count on the other would both go: one after the other in a county.
  await sql`select pg_advisory_xact_lock(hashtextextended('org.left_alone ' || ${tx.actor.county ?? ''}, 0))`.execute(tx);
  const { rows } = await sql<{
    leads: number;
    cases: number;
    dispatches: number;
  }>`select leads, cases, dispatches from org.left_alone(${id}, ${unitId}::uuid, ${JSON.stringify(rights)}::jsonb)`.execute(tx);
  const [row] = rows;
  return { leads: row?.leads ?? 0, alone: (row?.cases ?? 0) + (row?.dispatches ?? 0) };
}

type Held = Awaited<ReturnType<typeof listGrants>>[number];
const isSame = (held: Held, wish: NewGrant): boolean =>
  held.role === wish.role && held.reach_kind === wish.reachKind && held.reach_id === wish.reachId && held.valid_until === wish.until;

/** Ends the grants that hold and gives the new ones; the version of the account moves, so that kept rights are read again at its next request. */
export async function replaceGrants(
  tx: Tx,
  id: string,
  based: number,
  grants: readonly NewGrant[],
  at: Instant,
): Promise<Result<Changed, Problem>> {
  const row = await updateAt(tx, 'org.account', id, based, {});
  if (!row) {
    const theirs = await accountAsShown(tx, id);
    const held = await listGrants(tx, theirs ? [id] : [], at);
    const shown = held.map((one) => ({ role: one.role, reachKind: one.reach_kind, reachId: one.reach_id, until: one.valid_until }));
    return lostUpdate('account', id, based, theirs && { ...theirs, grants: shown }, { grants });
  }
  // What stays is not given anew: since when somebody holds a right counts (core/access, `mayRecover`).
  const held = await listGrants(tx, [id], at);
  const stays = (one: NewGrant): boolean => held.some((each) => isSame(each, one));
  const gone = held.flatMap((one) =>
    // The operation of the installation was not given here and does not end here.
    one.reach_kind === 'none' || grants.some((wish) => isSame(one, wish)) ? [] : [one.id],
  );
  if (gone.length > 0) await tx.updateTable('org.grant').set({ valid_until: at }).where('id', 'in', gone).execute();
  await insertGrants(
    tx,
    id,
    grants.filter((one) => !stays(one)),
    at,
  );
  return ok(row);
}

export async function insertGrants(tx: Tx, accountId: string, grants: readonly NewGrant[], from: Instant): Promise<void> {
  if (grants.length === 0) return;
  const rows = grants.map((grant) => ({
    account_id: accountId,
    role: grant.role,
    reach_kind: grant.reachKind,
    reach_id: grant.reachId,
    valid_from: from,
    valid_until: grant.until,
    granted_by: tx.actor.id,
  }));
  await tx.insertInto('org.grant').values(rows).execute();
  await tellOfRights(tx, accountId, grants, from);
}

/** By role: may it recover the sign-in of others? */
const recovering: ReadonlySet<string> = new Set(
  roleIds.filter((id) => roles[id].kind === 'person' && roles[id].rules.some(({ actions }) => actions.includes('account.recover'))),
);

/** Who gets a role that may recover the sign-in of others is told to those who answer for it: the head, and the supervisors of the unit. */
async function tellOfRights(tx: Tx, accountId: string, grants: readonly NewGrant[], at: Instant): Promise<void> {
  const { county } = tx.actor;
  if (!county) return;
  const given = (role: string) => ({ kind: 'rights.given' as const, county, ref: accountId, once: `${accountId}:${role}:${at}` });
  await tell(
    tx,
    grants.flatMap(({ role, reachKind, reachId }): NewNotice[] => {
      if (!recovering.has(role)) return [];
      const head: NewNotice = { ...given(role), to: { role: 'director', county } };
      return reachKind === 'unit' && reachId !== null ? [head, { ...given(role), to: { role: 'supervisor', unit: reachId } }] : [head];
    }),
  );
}

/**
 * Rights that reach the former unit of an account are ended and given for its new one, to the same end.
 * @returns false when there are such rights and no new unit: nothing was changed then
 */
export async function moveUnitGrants(tx: Tx, id: string, from: string, to: string | null, at: Instant): Promise<boolean> {
  const bound = tx
    .selectFrom('org.grant')
    .select(['role', 'valid_until'])
    .where('account_id', '=', id)
    .where('reach_kind', '=', 'unit')
    .where('reach_id', '=', from)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', at)]));
  const held = await bound.execute();
  if (held.length === 0) return true;
  if (to === null) return false;
  await tx
    .updateTable('org.grant')
    .set({ valid_until: at })
    .where('account_id', '=', id)
    .where('reach_kind', '=', 'unit')
    .where('reach_id', '=', from)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', at)]))
    .execute();
  const moved = held.map((grant) => ({ role: grant.role, reachKind: 'unit', reachId: to, until: grant.valid_until }));
  await insertGrants(tx, id, moved, at);
  return true;
}

/** The account when it is one of the administrator's own county and a person's; undefined otherwise. */
export async function findAccount(tx: Tx, id: string): Promise<KnownAccount | undefined> {
  return tx
    .selectFrom('org.account')
    .select(['id', 'version', 'username as userName', 'name', 'unit_id as unitId', 'active'])
    .where('id', '=', id)
    .where('system', '=', false)
    .where('county', '=', tx.actor.county ?? '')
    .executeTakeFirst();
}

const accountAsShown = (tx: Tx, id: string) =>
  tx
    .selectFrom('org.account')
    .select(['id', 'name', 'title', 'unit_id as unitId', 'extension', 'active', 'version'])
    .where('id', '=', id)
    .where('system', '=', false)
    .where('county', '=', tx.actor.county ?? '')
    .executeTakeFirst();
