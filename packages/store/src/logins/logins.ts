// The logins behind accounts: made, given a password hash, ended. Hashing is the sign-in library's; this only keeps rows.
// Runs on the auth role (openAuthDatabase), which knows nothing of people.

import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { AuthDatabase } from '../session/index.ts';

export type NewLogin = {
  /** Id of the account in org.account; the login has the same. */
  readonly accountId: string;
  readonly userName: string;
  readonly name: string;
  /** Hash as the sign-in library makes it; null for an account that comes through an outside provider alone. */
  readonly passwordHash: string | null;
  /** An administrator chose it: good for choosing an own one, and for nothing else. */
  readonly given?: boolean;
};

/** People sign in with a user name; the library wants an address, so each has one in a domain that can never receive mail. */
export const addressOf = (userName: string): string => `${userName.toLowerCase()}@accounts.invalid`;

/** Makes logins for accounts; an account that has one already keeps it. Returns how many were made. */
export async function provisionLogins(database: Kysely<AuthDatabase>, logins: readonly NewLogin[]): Promise<number> {
  if (logins.length === 0) return 0;
  return database.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('user')
      .values(
        logins.map((login) => ({
          id: login.accountId,
          name: login.name,
          email: addressOf(login.userName),
          emailVerified: true,
          username: login.userName.toLowerCase(),
          displayUsername: login.userName,
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    const fresh = new Set(made.map((row) => row.id));
    const credentials = logins.flatMap((login) =>
      fresh.has(login.accountId) && login.passwordHash !== null
        ? [credential(login.accountId, login.passwordHash, login.given ?? false)]
        : [],
    );
    if (credentials.length > 0) await tx.insertInto('account').values(credentials).execute();
    return fresh.size;
  });
}

const credential = (accountId: string, password: string, given: boolean) => ({
  id: randomUUID(),
  accountId,
  providerId: 'credential',
  userId: accountId,
  password,
  given,
});

/** Replaces the password of an account and ends its sessions; `given` when it is not its holder who chose it. */
export async function replacePassword(
  database: Kysely<AuthDatabase>,
  accountId: string,
  passwordHash: string,
  given = false,
): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await tx.deleteFrom('account').where('userId', '=', accountId).where('providerId', '=', 'credential').execute();
    await tx
      .insertInto('account')
      .values(credential(accountId, passwordHash, given))
      .execute();
    await tx.deleteFrom('session').where('userId', '=', accountId).execute();
  });
}

/** Whose user name it is, in use or closed; null: nobody's. */
export async function findLogin(database: Kysely<AuthDatabase>, userName: string): Promise<string | null> {
  const row = await database.selectFrom('user').select('id').where('email', '=', addressOf(userName)).executeTakeFirst();
  return row?.id ?? null;
}

/** The account whose password was given to it and not changed since; null when the password of this name is its holder's own. */
export async function findGivenPassword(database: Kysely<AuthDatabase>, userName: string): Promise<string | null> {
  const row = await database
    .selectFrom('account')
    .innerJoin('user', 'user.id', 'account.userId')
    .select('user.id')
    .where('user.email', '=', addressOf(userName))
    .where('account.given', '=', true)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Ends the second factor of an account whose device is lost, and all its sessions: the password opens again. */
export async function endSecondFactor(database: Kysely<AuthDatabase>, accountId: string): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await tx.deleteFrom('twoFactor').where('userId', '=', accountId).execute();
    await tx.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', accountId).execute();
    await tx.deleteFrom('session').where('userId', '=', accountId).execute();
  });
}

/** Ends all sessions of an account (closed, or its rights taken away). Returns how many. */
export async function endSessions(database: Kysely<AuthDatabase>, accountId: string): Promise<number> {
  const gone = await database.deleteFrom('session').where('userId', '=', accountId).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Ends one session of an account; false when it has no such session. */
export async function endSession(database: Kysely<AuthDatabase>, accountId: string, sessionId: string): Promise<boolean> {
  const gone = await database.deleteFrom('session').where('userId', '=', accountId).where('id', '=', sessionId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** The living sessions of an account, newest use first. */
export async function listSessions(database: Kysely<AuthDatabase>, accountId: string) {
  return database
    .selectFrom('session')
    .select(['id', 'token', 'createdAt', 'updatedAt', 'expiresAt', 'userAgent'])
    .where('userId', '=', accountId)
    .where('expiresAt', '>', sql<never>`now()`)
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** Tokens of an account's sessions that live or ran out within some days, the last first. What its owner or an administrator ended is not among them: those rows are gone. */
export async function sessionTokens(database: Kysely<AuthDatabase>, accountId: string, days: number): Promise<string[]> {
  const rows = await database
    .selectFrom('session')
    .select('token')
    .where('userId', '=', accountId)
    .where('expiresAt', '>', sql<never>`now() - make_interval(days => ${days})`)
    .orderBy('expiresAt', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => row.token);
}

/** Keeps what kind of device a session began on, once. */
export async function nameDevice(database: Kysely<AuthDatabase>, sessionId: string, device: string): Promise<void> {
  await sql`update session set "userAgent" = ${device.slice(0, 300)} where id = ${sessionId} and coalesce("userAgent", '') = ''`.execute(
    database,
  );
}

/** What an administrator may know of logins: second factor, whether the holder has come in (chose a password, or came by a provider), and when a living session was last used. */
export async function describeLogins(database: Kysely<AuthDatabase>, accountIds: readonly string[]) {
  if (accountIds.length === 0) return [];
  return database
    .selectFrom('user')
    .leftJoin('session', 'session.userId', 'user.id')
    .select((is) => ['user.id', 'user.twoFactorEnabled', is.fn.max('session.updatedAt').as('seen')])
    .select(
      sql<boolean>`exists (select from account a where a."userId" = "user".id and (a."providerId" <> 'credential' or not a.given))`.as(
        'chosen',
      ),
    )
    .where('user.id', 'in', [...accountIds])
    .groupBy(['user.id', 'user.twoFactorEnabled'])
    .execute();
}

/** Whether the account has proved an authenticator. */
export async function hasSecondFactor(database: Kysely<AuthDatabase>, accountId: string): Promise<boolean> {
  const row = await database.selectFrom('user').select('twoFactorEnabled').where('id', '=', accountId).executeTakeFirst();
  return row?.twoFactorEnabled === true;
}

/** Whether a session would still live, had its account not been closed. */
export async function isOfClosedAccount(database: Kysely<AuthDatabase>, token: string): Promise<boolean> {
  const found = await sql<{ closed: boolean }>`select auth.is_closed(${token}) as closed`.execute(database);
  return found.rows[0]?.closed === true;
}

export type LiveSession = {
  readonly id: string;
  readonly accountId: string;
  /** Changes whenever the account or its grants change: what was kept for an older version is stale. */
  readonly accountVersion: number;
  readonly userName: string;
  readonly expiresAt: Date;
};

/** The session of a token, when it lives and its account is open; one look-up by a unique index. */
export async function findLiveSession(database: Kysely<AuthDatabase>, token: string): Promise<LiveSession | null> {
  const found = await sql<{ session_id: string; account_id: string; account_version: number; username: string; expires_at: Date }>`
    select session_id, account_id, account_version, username, expires_at from auth.session_of(${token})`.execute(database);
  const row = found.rows[0];
  return row
    ? {
        id: row.session_id,
        accountId: row.account_id,
        accountVersion: row.account_version,
        userName: row.username,
        expiresAt: row.expires_at,
      }
    : null;
}
