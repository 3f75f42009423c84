// A lost password or device: one person asks that somebody else's sign-in be recovered, another confirms, within three days. Policies bound to `account.recover`
// say whose accounts; that the two are two, and neither the holder, is held by the table. The holder may stop it, and holder and head are told of each step.

import { addHours, type Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';

export type RecoveryPart = 'password' | 'secondFactor' | 'both';
/** How whoever asks, or confirms, knew that it was the holder who wants it. */
export type Recognised = 'inPerson' | 'calledBack' | 'video';

const recoveriesOf = (tx: Tx) =>
  tx
    .selectFrom('org.recovery as r')
    .innerJoin('org.account as a', 'a.id', 'r.account_id')
    .leftJoin('org.unit as u', 'u.id', 'r.unit_id')
    .leftJoin('org.account as by', 'by.id', 'r.asked_by')
    .leftJoin('org.account as other', 'other.id', 'r.decided_by')
    .selectAll('r')
    .select(['a.username', 'a.name', 'u.name_zh as unit_zh', 'u.name_en as unit_en', 'by.name as asker', 'other.name as decider']);
export type RecoveryRow = Awaited<ReturnType<ReturnType<typeof recoveriesOf>['executeTakeFirstOrThrow']>>;

/** Those in reach, newest first; `waiting` alone, or all. The own ones of a holder are read by `ownRecoveries`. */
export async function listRecoveries(
  tx: Tx,
  wish: { readonly waiting: boolean; readonly limit: number; readonly after?: string },
): Promise<RecoveryRow[]> {
  let query = recoveriesOf(tx).where('r.account_id', '<>', tx.actor.id).orderBy('r.id', 'desc').limit(wish.limit);
  if (wish.waiting) query = query.where('r.status', '=', 'waiting');
  if (wish.after !== undefined) query = query.where('r.id', '<', wish.after);
  const rows = await query.execute();
  tx.audit({ action: 'recovery.list', ids: rows.map((row) => row.id), count: rows.length });
  return rows;
}

/** What waits for the own account. */
export async function ownRecoveries(tx: Tx): Promise<RecoveryRow[]> {
  return recoveriesOf(tx).where('r.account_id', '=', tx.actor.id).where('r.status', '=', 'waiting').execute();
}

/** One in reach, locked until the transaction ends. */
export async function findRecovery(tx: Tx, id: string): Promise<RecoveryRow | undefined> {
  return recoveriesOf(tx).where('r.id', '=', id).forUpdate('r').executeTakeFirst();
}

/** Which of these accounts were ever recovered. */
export async function wereRecovered(tx: Tx, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set();
  const rows = await tx
    .selectFrom('org.recovery')
    .select('account_id')
    .distinct()
    .where('account_id', 'in', [...accounts])
    .where('status', '=', 'confirmed')
    .execute();
  return new Set(rows.map((row) => row.account_id));
}

/** The open account of this county with this user name: who asks need not be an administrator and has no list. */
export async function findOpenAccount(tx: Tx, userName: string) {
  return tx
    .selectFrom('org.account')
    .select(['id', 'county', 'unit_id as unit', 'username as userName'])
    .where('username', '=', userName)
    .where('county', '=', tx.actor.county ?? '')
    .where('system', '=', false)
    .where('active', '=', true)
    .$narrowType<{ county: string }>()
    .executeTakeFirst();
}

type Asked = {
  readonly id: string;
  readonly account: string;
  readonly county: string;
  readonly unit: string | null;
  readonly due: Instant;
};

/** To whom each step is told besides the holder: the supervisor of the unit, the administrators, and the head where the account has no other supervisor above it. */
async function tellAll(tx: Tx, kind: NewNotice['kind'], own: NewNotice['kind'] | null, of: Asked): Promise<void> {
  const { rows } = await sql<{
    headed: boolean;
  }>`select ${of.unit}::uuid is not null and org.has_supervisor(${of.unit}::uuid, ${of.account}::uuid) as headed`.execute(tx);
  const base = { county: of.county, once: of.id, ref: of.account, due: of.due };
  const head: NewNotice = {
    ...base,
    kind,
    to: rows[0]?.headed && of.unit !== null ? { role: 'supervisor', unit: of.unit } : { role: 'director', county: of.county },
  };
  const admins: NewNotice = { ...base, kind, to: { role: 'countyAdmin', county: of.county } };
  await tell(tx, [head, admins, ...(own === null ? [] : [{ ...base, kind: own, to: { account: of.account } }])]);
}

const askedOf = (row: { id: string; account_id: string; county: string; unit_id: string | null; due_at: Instant }): Asked => ({
  id: row.id,
  account: row.account_id,
  county: row.county,
  unit: row.unit_id,
  due: row.due_at,
});

/** Asks; undefined when one waits already. */
export async function askRecovery(
  tx: Tx,
  account: { readonly id: string; readonly county: string; readonly unit: string | null },
  what: RecoveryPart,
  how: Recognised,
): Promise<{ id: string; due: Instant } | undefined> {
  const row = await tx
    .insertInto('org.recovery')
    .values({ account_id: account.id, county: account.county, unit_id: account.unit, what, asked_by: tx.actor.id, asked_how: how })
    .onConflict((conflict) => conflict.column('account_id').where('status', '=', sql.lit('waiting')).doNothing())
    .returning(['id', 'account_id', 'county', 'unit_id', 'due_at'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  tx.audit({ action: 'recovery.asked', ids: [row.id, account.id], county: account.county, detail: { what, how } });
  await tellAll(tx, 'recovery.asked', 'recovery.askedOwn', askedOf(row));
  return { id: row.id, due: row.due_at };
}

/** Whoever runs the machine recovers an account by a written order, where a county has nobody left who could. Undefined when no open account has that user name. */
export async function recoverByOrder(
  tx: Tx,
  userName: string,
  order: string,
  at: Instant,
): Promise<{ id: string; account: string; name: string } | undefined> {
  const account = await tx
    .selectFrom('org.account')
    .select(['id', 'name', 'county', 'unit_id'])
    .where('username', '=', userName)
    .where('system', '=', false)
    .where('active', '=', true)
    .where('county', 'is not', null)
    .$narrowType<{ county: string }>()
    .executeTakeFirst();
  if (!account) return undefined;
  const row = await tx
    .insertInto('org.recovery')
    .values({
      account_id: account.id,
      county: account.county,
      unit_id: account.unit_id,
      what: 'both',
      asked_how: 'order',
      order_ref: order,
      status: 'confirmed',
      decided_how: 'order',
      decided_at: at,
      done_at: at,
    })
    .returning(['id', 'account_id', 'county', 'unit_id', 'due_at'])
    .executeTakeFirstOrThrow();
  tx.audit({ action: 'recovery.byOrder', ids: [row.id, account.id], county: account.county });
  await tellAll(tx, 'recovery.confirmed', 'recovery.confirmedOwn', askedOf(row));
  return { id: row.id, account: account.id, name: account.name };
}

/** Confirms what waits. The caller has asked whether this actor may. */
export async function confirmRecovery(tx: Tx, row: RecoveryRow, how: Recognised, at: Instant): Promise<void> {
  await tx
    .updateTable('org.recovery')
    .set({ status: 'confirmed', decided_by: tx.actor.id, decided_how: how, decided_at: at })
    .where('id', '=', row.id)
    .execute();
  tx.audit({ action: 'recovery.confirmed', ids: [row.id, row.account_id], county: row.county, detail: { what: row.what, how } });
  await tellAll(tx, 'recovery.confirmed', 'recovery.confirmedOwn', askedOf(row));
}

/** Stops what waits: whoever asked, whoever was to confirm, or the holder. */
export async function stopRecovery(tx: Tx, row: RecoveryRow, at: Instant): Promise<void> {
  await tx
    .updateTable('org.recovery')
    .set({ status: 'stopped', decided_by: tx.actor.id, decided_at: at })
    .where('id', '=', row.id)
    .execute();
  tx.audit({
    action: 'recovery.stopped',
    ids: [row.id, row.account_id],
    county: row.county,
    detail: { own: tx.actor.id === row.account_id },
  });
  await tellAll(tx, 'recovery.stopped', null, askedOf(row));
}

/** Sign-in was changed as confirmed. */
export async function recoveryDone(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('org.recovery').set({ done_at: at }).where('id', '=', id).execute();
}

/** What has waited a day is told to the head and the administrators; what has waited three lapses, and whoever asked hears of it. Runs as the clock. */
export async function remindOfRecoveries(tx: Tx, now: Instant): Promise<number> {
  const rows = await tx
    .selectFrom('org.recovery')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('asked_at', '<=', addHours(now, -24))
    .execute();
  const lapsed = rows.filter((row) => row.due_at <= now);
  if (lapsed.length > 0)
    await tx
      .updateTable('org.recovery')
      .set({ status: 'lapsed', decided_at: now })
      .where(
        'id',
        'in',
        lapsed.map((row) => row.id),
      )
      .execute();
  const base = (row: (typeof rows)[number]) => ({ county: row.county, once: row.id, ref: row.account_id, due: row.due_at });
  await tell(
    tx,
    rows.flatMap((row): NewNotice[] =>
      row.due_at <= now
        ? row.asked_by === null
          ? []
          : [{ ...base(row), kind: 'recovery.lapsed', to: { account: row.asked_by } }]
        : (['director', 'countyAdmin'] as const).map((role) => ({
            ...base(row),
            kind: 'recovery.waiting',
            to: { role, county: row.county },
          })),
    ),
  );
  if (lapsed.length > 0) tx.audit({ action: 'recovery.lapsed', ids: lapsed.map((row) => row.id), count: lapsed.length });
  return lapsed.length;
}
