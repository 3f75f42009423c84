// Who is signed in, and how one signs in: password, second factor, an outside identity provider; sessions and their end.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { done, id, label, nothing } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';
import { newPassword, triedPassword as password } from '../shapes/password.ts';
import { cleanText } from '../shapes/text.ts';
import { language } from '../shapes/vocabulary.ts';

const userName = z.string().max(80).transform(cleanText).pipe(z.string().min(1).max(80));
const otp = z
  .string()
  .max(40)
  .regex(/^[0-9A-Za-z-]{6,40}$/);
const provider = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

const me = z.object({
  id,
  userName: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  county: z.object({ id: z.string(), name: label }),
  unit: z.object({ id, name: label, kind: z.string() }).nullable(),
  roles: z.array(z.object({ role: z.string(), reach: z.string(), until: instant.nullable() })),
  actions: z.array(z.string()).describe('actions of the access model that some grant gives'),
  purposes: z.array(z.string()),
  purposesOf: z.record(z.string(), z.array(z.string())).describe('for which purposes each action may be used'),
  locale: language,
  secondFactor: z.boolean(),
  expiresAt: instant,
  now: instant.describe('the clock of the server'),
  demo: z.boolean(),
});

const signInResult = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signedIn'), me }),
  z.object({ state: z.literal('secondFactor') }),
  z.object({ state: z.literal('newPassword') }),
]);

export const session = {
  me: route({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in',
    access: 'signedIn',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: me,
  }),
  providers: route({
    method: 'GET',
    path: '/session/providers',
    summary: 'Outside identity providers that may be used',
    access: 'public',
    purpose: ['public'],
    problems: [],
    rateLimit: 'publicRead',
    input: nothing,
    output: z.object({ providers: z.array(z.object({ id: z.string(), name: z.string() })), demo: z.boolean() }),
  }),
  signIn: route({
    method: 'POST',
    path: '/session/sign-in',
    summary: 'Sign in with user name and password',
    access: 'public',
    purpose: ['public'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    keyed: false,
    input: z.object({ userName, password }),
    output: signInResult,
  }),
  chooseFirstPassword: route({
    method: 'POST',
    path: '/session/first-password',
    summary: 'Choose an own password in place of the one an administrator gave, and sign in with it',
    access: 'public',
    purpose: ['public'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    keyed: false,
    input: z.object({ userName, given: password, next: newPassword }),
    output: signInResult,
  }),
  secondFactor: route({
    method: 'POST',
    path: '/session/second-factor',
    summary: 'Answer with a one-time code',
    access: 'public',
    purpose: ['public'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    keyed: false,
    input: z.object({ code: otp, kind: z.enum(['totp', 'backup']).default('totp') }),
    output: signInResult,
  }),
  oidcStart: route({
    method: 'POST',
    path: '/session/oidc/{provider}',
    summary: 'Begin sign-in at an outside provider',
    access: 'public',
    purpose: ['public'],
    problems: ['notFound', 'unavailable'],
    rateLimit: 'signIn',
    keyed: false,
    input: z.object({
      provider,
      returnTo: z
        .string()
        .max(300)
        .regex(/^\/(?![/\\])/)
        .default('/'),
    }),
    output: z.object({ url: z.string() }),
  }),
  oidcCallback: route({
    method: 'GET',
    path: '/session/oidc/{provider}/callback',
    summary: 'Where the outside provider sends the browser back',
    access: 'public',
    purpose: ['public'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    reply: 'redirect',
    input: z.object({
      provider,
      state: z.string().max(4000).optional(),
      code: z.string().max(4000).optional(),
      iss: z.string().max(400).optional(),
      error: z.string().max(200).optional(),
      error_description: z.string().max(1000).optional(),
    }),
    output: nothing,
  }),
  signOut: route({
    method: 'POST',
    path: '/session/sign-out',
    summary: 'Sign out',
    access: 'signedIn',
    purpose: ['self'],
    problems: [],
    keyed: false,
    input: nothing,
    output: done,
  }),
  changePassword: route({
    method: 'POST',
    path: '/session/password',
    summary: 'Change the own password; all other sessions end',
    access: 'account.self',
    purpose: ['self'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    input: z.object({ current: password, next: newPassword }),
    output: done,
  }),
  setLocale: route({
    method: 'PUT',
    path: '/session/locale',
    summary: 'Language of the screens',
    access: 'account.self',
    purpose: ['self'],
    problems: [],
    keyed: false,
    input: z.object({ locale: language }),
    output: done,
  }),
  totpStart: route({
    method: 'POST',
    path: '/session/totp/start',
    summary: 'Begin the second factor: the secret for the authenticator',
    access: 'account.self',
    purpose: ['self'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    keyed: false,
    input: z.object({ password }),
    output: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }),
  }),
  totpConfirm: route({
    method: 'POST',
    path: '/session/totp/confirm',
    summary: 'Prove the authenticator; from now on it is asked for',
    access: 'account.self',
    purpose: ['self'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    keyed: false,
    input: z.object({ code: otp }),
    output: done,
  }),
  totpStop: route({
    method: 'POST',
    path: '/session/totp/stop',
    summary: 'End the second factor',
    access: 'account.self',
    purpose: ['self'],
    problems: ['signInFailed'],
    rateLimit: 'signIn',
    keyed: false,
    input: z.object({ password }),
    output: done,
  }),
  list: route({
    method: 'GET',
    path: '/session/list',
    summary: 'Own sessions',
    access: 'account.self',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: z.object({
      sessions: z.array(
        z.object({
          id: z.string(),
          current: z.boolean(),
          createdAt: instant,
          seenAt: instant,
          expiresAt: instant,
          device: z.string().nullable(),
        }),
      ),
    }),
  }),
  revoke: route({
    method: 'DELETE',
    path: '/session/list/{sessionId}',
    summary: 'End one of the own sessions',
    access: 'account.self',
    purpose: ['self'],
    problems: ['notFound'],
    keyed: false,
    input: z.object({ sessionId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/) }),
    output: done,
  }),
  localKey: route({
    method: 'GET',
    path: '/session/local-key',
    summary: 'Key for drafts kept on this device; it is gone after sign-out',
    access: 'account.self',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: z.object({
      account: id.describe('whose drafts it opens'),
      key: z.string().describe('32 bytes, base64url'),
      earlier: z
        .array(z.string())
        .describe('keys of other own sessions that live or ran out by themselves lately: what was kept in them is opened and kept anew'),
    }),
  }),
};
