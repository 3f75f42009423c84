// Sign-in as the handlers see it: better-auth behind a few calls of ours; none of the library's own routes can be reached from outside.
import { type Instant, instantFromMs } from '@anwang/core/time';
import {
  describeLogins,
  endSecondFactor,
  endSession,
  endSessions,
  findLiveSession,
  hasSecondFactor,
  isOfClosedAccount,
  listSessions,
  nameDevice,
  provisionLogins,
  replacePassword,
  sessionTokens,
} from '@anwang/store/logins';
import { openAuthDatabase, type Target } from '@anwang/store/session';
import { hashPassword } from 'better-auth/crypto';
import { entering } from './entering.ts';
import { callInto } from './library-call.ts';
import { ownAccount } from './own-account.ts';
import { readSessionToken } from './session-cookie.ts';
import { type SignInSettings, signInLibrary } from './sign-in-library.ts';

/** What is told of a login to an administrator. */
export interface LoginFacts {
  readonly secondFactor: boolean;
  /** The holder has chosen an own password. */
  readonly chosen: boolean;
  readonly lastSeenAt: Instant | null;
}

/** A living session of an open account. */
export interface LiveSession {
  readonly id: string;
  readonly token: string;
  readonly accountId: string;
  readonly accountVersion: number;
  readonly userName: string;
  readonly expiresAt: Instant;
}

/** A hash takes a processor a tenth of a second or more. Node makes four at once; one is left to whoever signs in beside. */
const HASHES_AT_ONCE = 3;

export type Auth = Awaited<ReturnType<typeof openAuth>>;

/** Opens sign-in on the auth role. `close()` ends its connections. */
export async function openAuth(options: { target: Target; settings: SignInSettings }) {
  const { settings } = options;
  const database = openAuthDatabase(options.target);
  const library = signInLibrary(database, settings);
  await library.$context; // reads the providers' discovery; one that does not answer is tried again when somebody uses it
  const call = callInto(library, settings.origin);
  return {
    ...entering(call, settings, database),
    ...ownAccount(call),
    providers: settings.providers.map(({ id, name }) => ({ id, name })),

    /** The session a request belongs to, asked of the database each time: an ended session or a closed account is out at once. */
    sessionOf: async (cookie: string | undefined): Promise<LiveSession | null> => {
      const token = readSessionToken(cookie, settings.secret);
      const live = token === null ? null : await findLiveSession(database, token);
      return token !== null && live !== null ? { ...live, token, expiresAt: instantFromMs(live.expiresAt.getTime()) } : null;
    },

    /** Whether the cookie is of a session that lives, and its account was closed: only whoever worked under it has such a cookie. */
    isClosed: async (cookie: string | undefined): Promise<boolean> => {
      const token = readSessionToken(cookie, settings.secret);
      return token !== null && isOfClosedAccount(database, token);
    },

    /** Makes the login of an account (same id); with a password (`given` by somebody else than its holder), or for an outside provider alone. */
    provision: async (account: { id: string; userName: string; name: string }, password: string | null, given = false): Promise<void> => {
      const passwordHash = password === null ? null : await hashPassword(password);
      await provisionLogins(database, [{ accountId: account.id, userName: account.userName, name: account.name, passwordHash, given }]);
    },
    /** Makes the logins of many accounts with passwords that somebody gave; whoever has a login keeps it, so that asking again after a broken line goes on where it was. */
    provisionGiven: async (accounts: readonly { id: string; userName: string; name: string; password: string }[]): Promise<void> => {
      const there = new Set(
        (
          await describeLogins(
            database,
            accounts.map((one) => one.id),
          )
        ).map((row) => row.id),
      );
      const missing = accounts.filter((one) => !there.has(one.id));
      const next = missing.values();
      const work = async () => {
        for (const { id, userName, name, password } of next)
          await provisionLogins(database, [{ accountId: id, userName, name, passwordHash: await hashPassword(password), given: true }]);
      };
      await Promise.all(Array.from({ length: HASHES_AT_ONCE }, work));
    },
    /** Gives an account a password to choose an own one with; all its sessions end. */
    givePassword: async (accountId: string, password: string): Promise<void> =>
      replacePassword(database, accountId, await hashPassword(password), true),
    endSecondFactor: (accountId: string): Promise<void> => endSecondFactor(database, accountId),
    endSessions: (accountId: string): Promise<number> => endSessions(database, accountId),
    endSession: (accountId: string, sessionId: string): Promise<boolean> => endSession(database, accountId, sessionId),
    nameDevice: (sessionId: string, device: string): Promise<void> => nameDevice(database, sessionId, device),
    listSessions: (accountId: string) => listSessions(database, accountId),
    sessionTokens: (accountId: string, days: number): Promise<string[]> => sessionTokens(database, accountId, days),
    /** For the administrator's list of accounts, by account. */
    describe: async (accountIds: readonly string[]): Promise<Map<string, LoginFacts>> => {
      const rows = await describeLogins(database, accountIds);
      // The auth role's driver gives Date for moments, as the sign-in library expects.
      return new Map(
        rows.map((row) => [
          row.id,
          {
            secondFactor: row.twoFactorEnabled === true,
            chosen: row.chosen,
            lastSeenAt: row.seen ? instantFromMs(new Date(row.seen).getTime()) : null,
          },
        ]),
      );
    },
    hasSecondFactor: (accountId: string): Promise<boolean> => hasSecondFactor(database, accountId),
    close: (): Promise<void> => database.destroy(),
  };
}
