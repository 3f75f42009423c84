// Ways in and out: password, second factor, an outside provider, sign-out.

import { addressOf } from '@anwang/store/logins';
import type { LibraryCall, LibraryReply } from './library-call.ts';
import type { SignInSettings } from './sign-in-library.ts';

/** Cookies are `set-cookie` lines to send whatever the outcome. */
export type SignInOutcome =
  | { readonly state: 'signedIn'; readonly accountId: string; readonly cookies: readonly string[] }
  | { readonly state: 'secondFactor'; readonly cookies: readonly string[] }
  | { readonly state: 'failed'; readonly cookies: readonly string[] };

function outcomeOf({ status, body, cookies }: LibraryReply): SignInOutcome {
  if (status !== 200) return { state: 'failed', cookies };
  if (body.twoFactorRedirect === true) return { state: 'secondFactor', cookies };
  const { user } = body;
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
  return typeof id === 'string' ? { state: 'signedIn', accountId: id, cookies } : { state: 'failed', cookies };
}

// The sign-in page reads `problem`; `error` is the library's own word in an address and always leads here.
const failedPath = '/sign-in?problem=signInFailed';

export function entering(call: LibraryCall, settings: SignInSettings) {
  return {
    signIn: async (userName: string, password: string, cookie?: string): Promise<SignInOutcome> =>
      outcomeOf(await call('POST', '/sign-in/email', cookie, { email: addressOf(userName), password })),

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
