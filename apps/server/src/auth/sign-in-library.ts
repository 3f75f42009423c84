// The sign-in library (better-auth) as this house uses it: no open sign-up, no cookie cache (a revoked session is out at its next request),
// second factor by TOTP, outside providers by OpenID Connect. None of its own routes is mounted; features/session calls what it needs.
import { addressOf } from '@anwang/store/logins';
import type { AuthDatabase } from '@anwang/store/session';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Kysely } from 'kysely';

/** An outside identity provider that speaks OpenID Connect. */
interface OidcProvider {
  readonly id: string;
  readonly name: string;
  /** Where its `/.well-known/openid-configuration` lies. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim that holds our user name; `preferred_username` unless said otherwise. */
  readonly userNameClaim?: string;
}

export interface SignInSettings {
  /** Origin that browsers see, e.g. `https://anwang.example`. */
  readonly origin: string;
  /** At least 32 random bytes as text; signs the session cookie and encrypts second-factor secrets. */
  readonly secret: string;
  readonly sessionHours: number;
  readonly providers: readonly OidcProvider[];
}

export const cookieName = 'anwang.session_token';

const callbackPath = (provider: string): string => `/api/session/oidc/${provider}/callback`;

export function signInLibrary(database: Kysely<AuthDatabase>, settings: SignInSettings) {
  const secure = settings.origin.startsWith('https:');
  return betterAuth({
    appName: 'Anwang 安網',
    baseURL: settings.origin,
    basePath: '/api/session/library',
    secret: settings.secret,
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // the server's own limits count per address, in one place
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256, autoSignIn: false },
    session: {
      expiresIn: settings.sessionHours * 3600,
      updateAge: 15 * 60,
      cookieCache: { enabled: false },
      freshAge: 0,
    },
    account: {
      encryptOAuthTokens: true,
      storeAccountCookie: false,
      // Who may come in is decided by our accounts: the provider vouches for the user name, and nobody is made by signing in.
      accountLinking: { enabled: true, trustedProviders: settings.providers.map((provider) => provider.id), updateUserInfoOnLink: false },
    },
    advanced: {
      cookiePrefix: 'anwang',
      useSecureCookies: false, // a fixed cookie name; `secure` is set by the origin below
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    },
    plugins: [
      twoFactor({ issuer: 'Anwang 安網', skipVerificationOnEnable: false }),
      genericOAuth({
        config: settings.providers.map((provider) => ({
          providerId: provider.id,
          name: provider.name,
          discoveryUrl: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
          requireIdTokenVerification: true,
          clientId: provider.clientId,
          clientSecret: provider.clientSecret,
          scopes: ['openid', 'profile', 'email'],
          redirectURI: `${settings.origin}${callbackPath(provider.id)}`,
          disableSignUp: true,
          disableImplicitSignUp: true,
          mapProfileToUser: (profile) => {
            const claim = profile[provider.userNameClaim ?? 'preferred_username'];
            const userName = typeof claim === 'string' && claim !== '' ? claim : `unnamed-${profile.sub ?? ''}`;
            return { email: addressOf(userName), emailVerified: true, name: userName };
          },
        })),
      }),
    ],
  });
}

export type SignInLibrary = ReturnType<typeof signInLibrary>;
