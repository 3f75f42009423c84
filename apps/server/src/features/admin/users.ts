// Accounts as the county administrator keeps them: made with a first password, changed, closed, given rights; effective at their next request.
import { roleIds, roles as roleTable } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import {
  findAccount,
  insertAccount,
  insertGrants,
  isUnitOf,
  listAccounts,
  listGrants,
  moveUnitGrants,
  replaceGrants,
  updateAccount,
  userNameTaken,
  wereRecovered,
} from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { pageOf, readCursor } from '../../http/list-cursor.ts';
import { within } from '../../http/within.ts';
import { isGrantable, readGrants } from './grants.ts';
import { leavesNobodyAlone, rightsAfterMove } from './left-alone.ts';
import { ownAccount } from './logins.ts';

const invalid = (path: string, reason: string) => fail({ code: 'invalidInput' as const, fields: [{ path, reason }] });

async function unitFits(tx: Tx, call: Call, unitId: string | null): Promise<Result<null>> {
  const county = call.actor.county;
  return unitId === null || (county !== null && (await isUnitOf(tx, county, unitId))) ? ok(null) : invalid('unitId', 'unknownUnit');
}

/** Ends the sessions of an account that is closed now: opening it is no way back into them. */
async function endOldSessions(call: Call, accountId: string): Promise<void> {
  const closed = await call.house.store.withActor(
    call.actor,
    call.purpose,
    { route: call.route },
    async (tx) => (await findAccount(tx, accountId))?.active === false,
  );
  if (closed) await call.house.auth.endSessions(accountId);
}

export const users: Pick<Handlers<'admin'>, 'users' | 'createUser' | 'changeUser' | 'setGrants' | 'roles'> = {
  users: async (input, call) => {
    const listed = await call.within(async (tx) => {
      const rows = await listAccounts(tx, {
        text: input.text,
        unitId: input.unitId,
        after: readCursor(input.cursor),
        limit: input.limit + 1,
      });
      const grants = await listGrants(
        tx,
        rows.map((row) => row.id),
        call.now,
      );
      const recovered = await wereRecovered(
        tx,
        rows.map((row) => row.id),
      );
      tx.audit({ action: 'admin.users', ids: rows.map((row) => row.id), count: rows.length, ...(input.text ? { query: input.text } : {}) });
      return ok({ rows, grants, recovered });
    });
    if (!listed.ok) return listed;
    const logins = await call.house.auth.describe(listed.value.rows.map((row) => row.id));
    const views = listed.value.rows.map((row) => ({
      id: row.id,
      userName: row.username,
      name: row.name,
      title: row.title,
      unitId: row.unit_id,
      unitName: row.unit_zh === null ? null : { zh: row.unit_zh, en: row.unit_en ?? '' },
      active: row.active,
      system: row.system,
      secondFactor: logins.get(row.id)?.secondFactor ?? false,
      ownPassword: (logins.get(row.id)?.chosen ?? false) || listed.value.recovered.has(row.id),
      extension: row.extension,
      lastSeenAt: logins.get(row.id)?.lastSeenAt ?? null,
      version: row.version,
      grants: listed.value.grants
        .filter((grant) => grant.account_id === row.id)
        .map((grant) => ({
          id: grant.id,
          role: grant.role,
          reach: grant.reach_kind,
          reachId: grant.reach_id,
          from: grant.valid_from,
          until: grant.valid_until,
        })),
    }));
    return ok(pageOf(views, input.limit, (row) => row.userName));
  },
  createUser: async (input, call) => {
    const made = await call.within(async (tx) => {
      const county = call.actor.county;
      if (county === null) return fail({ code: 'accessDenied', action: 'admin.users', reason: 'outOfReach' });
      if (await userNameTaken(tx, input.userName)) return invalid('userName', 'taken');
      const unit = await unitFits(tx, call, input.unitId);
      if (!unit.ok) return unit;
      const grants = await readGrants(tx, { county, unitId: input.unitId, now: call.now }, input.grants);
      if (!grants.ok) return grants;
      const account = await insertAccount(tx, county, input.userName, {
        name: input.name,
        title: input.title,
        unitId: input.unitId,
        extension: input.extension,
      });
      await insertGrants(tx, account.id, grants.value, call.now);
      tx.audit({ action: 'admin.userCreated', ids: [account.id], detail: { roles: grants.value.map((grant) => grant.role) } });
      return ok(account);
    });
    // After the commit: a login without an account opens nothing, an account without a login is mended by setting its password.
    if (made.ok) await call.house.auth.provision({ id: made.value.id, userName: input.userName, name: input.name }, input.password, true);
    return made;
  },
  changeUser: async (input, call) => {
    // A closed account opens nothing, and its sessions say why as long as they would have lived; before it is opened again they end.
    if (input.active) await endOldSessions(call, input.accountId);
    return call.within(async (tx) => {
      if (!input.active && input.accountId === call.actor.id) return ownAccount;
      const unit = await unitFits(tx, call, input.unitId);
      if (!unit.ok) return unit;
      const held = await findAccount(tx, input.accountId);
      if (held?.active && (!input.active || held.unitId !== input.unitId)) {
        const rights = input.active ? await rightsAfterMove(tx, call, held.id, held.unitId, input.unitId) : [];
        const left = await leavesNobodyAlone(tx, held.id, input.active ? 'unitId' : 'active', input.unitId, rights);
        if (!left.ok) return left;
      }
      const moves = held?.unitId !== undefined && held.unitId !== null && held.unitId !== input.unitId ? held.unitId : null;
      if (moves !== null && held?.version === input.version) {
        const moved = await moveUnitGrants(tx, input.accountId, moves, input.unitId, call.now);
        if (!moved) return invalid('unitId', 'rightsNeedUnit');
      }
      tx.audit({ action: 'admin.userChanged', ids: [input.accountId], detail: { active: input.active } });
      return updateAccount(tx, input.accountId, input.version, {
        name: input.name,
        title: input.title,
        unitId: input.unitId,
        extension: input.extension,
        active: input.active,
      });
    });
  },
  setGrants: within(async (input, tx, call) => {
    const county = call.actor.county;
    if (county === null || input.accountId === call.actor.id) return ownAccount;
    const held = await findAccount(tx, input.accountId);
    if (!held) return fail({ code: 'notFound', kind: 'account', id: input.accountId });
    const grants = await readGrants(tx, { county, unitId: held.unitId, now: call.now }, input.grants);
    if (!grants.ok) return grants;
    if (held.active) {
      const left = await leavesNobodyAlone(tx, held.id, 'grants', held.unitId, grants.value);
      if (!left.ok) return left;
    }
    tx.audit({ action: 'admin.grantsReplaced', ids: [input.accountId], detail: { roles: grants.value.map((grant) => grant.role) } });
    return replaceGrants(tx, input.accountId, input.version, grants.value, call.now);
  }),
  roles: async () => {
    const grantable = roleIds.filter(isGrantable).map((id) => roleTable[id]);
    return ok({
      roles: grantable.map(({ id, label, rules, reach }) => ({
        id,
        label: { zh: label.zh, en: label.en ?? label.zh },
        actions: [...new Set(rules.flatMap((rule) => rule.actions))],
        reaches: reach.filter((kind) => kind !== 'national'),
      })),
    });
  },
};
