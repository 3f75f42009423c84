// Ways in and out: password, second factor, an outside provider, sign-out.

import { addressOf, endSessions, findGivenPassword, findLogin, replacePassword } from '@anwang/store/logins';
import type { AuthDatabase } from '@anwang/store/session';
import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import type { LibraryCall, LibraryReply } from './library-call.ts';
import type { SignInSettings } from './sign-in-library.ts';

/** Cookies are `set-cookie` lines to send whatever the outcome. */
export type SignInOutcome =
  | { readonly state: 'signedIn'; readonly accountId: string; readonly cookies: readonly string[] }
  | { readonly state: 'secondFactor'; readonly cookies: readonly string[] }
  /** The password is right, but somebody else gave it: nobody is in, and an own one is asked for. */
  | { readonly state: 'newPassword'; readonly accountId: string; readonly cookies: readonly [] }
  /** `tried`: whose user name it was. For the log alone: whoever tried is told nothing of it. */
  | { readonly state: 'failed'; readonly tried?: string | null; readonly cookies: readonly string[] };

function outcomeOf({ status, body, cookies }: LibraryReply): SignInOutcome {
  if (status !== 200) return { state: 'failed', cookies };
  if (body.twoFactorRedirect === true) return { state: 'secondFactor', cookies };
  const { user } = body;
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
  return typeof id === 'string' ? { state: 'signedIn', accountId: id, cookies } : { state: 'failed', cookies };
}

// The sign-in page reads `problem`; `error` is the library's own word in an address and always leads here.
const failedPath = '/sign-in?problem=signInFailed';

export function entering(call: LibraryCall, settings: SignInSettings, database: Kysely<AuthDatabase>) {
  const signIn = async (userName: string, password: string, cookie?: string): Promise<SignInOutcome> => {
    const outcome = outcomeOf(await call('POST', '/sign-in/email', cookie, { email: addressOf(userName), password }));
    if (outcome.state === 'failed') return { ...outcome, tried: await findLogin(database, userName) };
    const accountId = await findGivenPassword(database, userName);
    if (accountId === null) return outcome;
    // The library has opened a session already; no cookie of it goes out.
    await endSessions(database, accountId);
    return { state: 'newPassword', accountId, cookies: [] };
  };
  return {
    signIn,

    /** Chooses an own password in place of the given one, and comes in with it. Fails like any sign-in when the given one is wrong or is none. */
    chooseFirstPassword: async (userName: string, given: string, next: string, cookie?: string): Promise<SignInOutcome> => {
      const outcome = await signIn(userName, given, cookie);
      if (outcome.state !== 'newPassword') return { state: 'failed', tried: await findLogin(database, userName), cookies: [] };
      await replacePassword(database, outcome.accountId, await hashPassword(next));
      return signIn(userName, next, cookie);
    },

    secondFactor: async (code: string, kind: 'totp' | 'backup', cookie: string | undefined): Promise<SignInOutcome> =>
      outcomeOf(await call('POST', kind === 'totp' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', cookie, { code })),

    /** Address at the provider to send the browser to; null when there is no such provider or it does not answer. */
    oidcStart: async (provider: string, returnTo: string): Promise<{ url: string; cookies: readonly string[] } | null> => {
      if (!settings.providers.some((known) => known.id === provider)) return null;
      const wish = { provider, callbackURL: returnTo, errorCallbackURL: failedPath, disableRedirect: true };
      const { status, body, cookies } = await call('POST', '/sign-in/social', undefined, wish);
      return status === 200 && typeof body.url === 'string' ? { url: body.url, cookies } : null;
    },

    /** Takes the browser back from the provider; `location` is a path of ours, the sign-in page when the provider or we said no. */
    oidcCallback: async (provider: string, query: Readonly<Record<string, string>>, cookie: string | undefined) => {
      const { location, cookies } = await call('GET', `/callback/${encodeURIComponent(provider)}?${new URLSearchParams(query)}`, cookie);
      const target = new URL(location ?? failedPath, settings.origin);
      const welcome = target.origin === settings.origin && !target.pathname.startsWith('/api/') && !target.searchParams.has('error');
      return { location: welcome ? `${target.pathname}${target.search}` : failedPath, cookies };
    },

    signOut: async (cookie: string | undefined): Promise<readonly string[]> => (await call('POST', '/sign-out', cookie, {})).cookies,
  };
}
