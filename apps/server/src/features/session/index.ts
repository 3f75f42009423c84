// Signing in and out and the own account: the routes of contract/session over apps/server/src/auth.
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { enter, land } from './enter.ts';
import { lapsedDays, localKey } from './local-key.ts';
import { readMe } from './read-me.ts';
import { tried } from './tried.ts';

const cookie = (call: Call) => call.header('cookie');
const done = ok({ ok: true as const });

/** Sets the cookies of a change to the own sign-in and puts it on record; a wrong password or code is one problem. */
async function settle(call: Call, action: string, change: { ok: boolean; cookies: readonly string[] }): Promise<Result<{ ok: true }>> {
  if (!change.ok) return fail({ code: 'signInFailed' });
  if (change.cookies.length > 0) call.reply('set-cookie', change.cookies);
  return onRecord(call, action);
}

function onRecord(call: Call, action: string): Promise<Result<{ ok: true }>> {
  return call.within(async (tx) => {
    tx.audit({ action });
    return done;
  });
}

export const session: Handlers<'session'> = {
  me: async (_input, call) => {
    if (!call.session) return fail({ code: 'notSignedIn' });
    // Whoever came through an outside provider or changed the password has a session that has seen no page of ours yet.
    await call.house.auth.nameDevice(call.session.id, call.header('user-agent') ?? '');
    const facts = { now: call.now, expiresAt: call.session.expiresAt, secondFactor: await call.house.auth.hasSecondFactor(call.actor.id) };
    return call.within(async (tx) => {
      const me = await readMe(tx, call.actor, facts);
      return me ? ok(me) : fail({ code: 'notSignedIn' });
    });
  },
  providers: within(async (_input, tx, call) => {
    const county = await tx.selectFrom('org.county').select('demo').where('demo', '=', true).limit(1).executeTakeFirst();
    return ok({ providers: [...call.house.auth.providers], demo: county !== undefined });
  }),
  signIn: async ({ userName, password }, call) =>
    tried(
      userName,
      call,
      () => call.house.auth.signIn(userName, password, cookie(call)),
      (outcome) => enter(outcome, call),
    ),
  chooseFirstPassword: async ({ userName, given, next }, call) => {
    if (given === next) return fail({ code: 'invalidInput', fields: [{ path: 'next', reason: 'asBefore' }] });
    return tried(
      userName,
      call,
      () => call.house.auth.chooseFirstPassword(userName, given, next, cookie(call)),
      async (outcome) => {
        if (outcome.state !== 'failed') await onRecord(call, 'session.firstPasswordChosen');
        return enter(outcome, call);
      },
    );
  },
  secondFactor: async ({ code, kind }, call) => enter(await call.house.auth.secondFactor(code, kind, cookie(call)), call),
  oidcStart: async ({ provider, returnTo }, call) => {
    if (!call.house.auth.providers.some((known) => known.id === provider))
      return fail({ code: 'notFound', kind: 'provider', id: provider });
    const begun = await call.house.auth.oidcStart(provider, returnTo);
    if (!begun) return fail({ code: 'unavailable', retryAfterSeconds: 30 });
    call.reply('set-cookie', begun.cookies);
    return ok({ url: begun.url });
  },
  oidcCallback: async ({ provider, ...query }, call) => {
    const given = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
    return land(await call.house.auth.oidcCallback(provider, given, cookie(call)), call);
  },
  signOut: async (_input, call) => {
    call.reply('set-cookie', await call.house.auth.signOut(cookie(call)));
    return onRecord(call, 'session.closed');
  },
  changePassword: async ({ current, next }, call) =>
    settle(call, 'session.passwordChanged', await call.house.auth.changePassword(cookie(call), current, next)),
  setLocale: within(async ({ locale }, tx, call) => {
    await tx.updateTable('org.account').set({ locale }).where('id', '=', call.actor.id).execute();
    tx.audit({ action: 'session.localeChanged' });
    return done;
  }),
  totpStart: async ({ password }, call) => {
    const begun = await call.house.auth.totpStart(cookie(call), password);
    return begun ? ok({ uri: begun.uri, backupCodes: [...begun.backupCodes] }) : fail({ code: 'signInFailed' });
  },
  totpConfirm: async ({ code }, call) => settle(call, 'session.secondFactorOn', await call.house.auth.totpConfirm(cookie(call), code)),
  totpStop: async ({ password }, call) => settle(call, 'session.secondFactorOff', await call.house.auth.totpStop(cookie(call), password)),
  list: async (_input, call) => {
    const rows = await call.house.auth.listSessions(call.actor.id);
    const moment = (value: unknown) => new Date(value as Date).toISOString();
    return ok({
      sessions: rows.map((row) => ({
        id: row.id,
        current: row.id === call.session?.id,
        createdAt: moment(row.createdAt),
        seenAt: moment(row.updatedAt),
        expiresAt: moment(row.expiresAt),
        device: row.userAgent || null,
      })),
    });
  },
  revoke: async ({ sessionId }, call) => {
    const ended = await call.house.auth.endSession(call.actor.id, sessionId);
    return ended ? onRecord(call, 'session.revoked') : fail({ code: 'notFound', kind: 'session', id: sessionId });
  },
  localKey: async (_input, call) => {
    if (!call.session) return fail({ code: 'notSignedIn' });
    const { token } = call.session;
    const account = call.actor.id;
    const others = (await call.house.auth.sessionTokens(account, lapsedDays)).filter((other) => other !== token);
    return ok({ account, key: localKey(token, account), earlier: others.map((other) => localKey(other, account)) });
  },
};
