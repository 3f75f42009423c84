// Coming in: the outcome of the sign-in library becomes cookies, an audit row and, when through, who one is.
import type { OutputOf } from '@anwang/contract';
import type { Actor } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import { msOf } from '@anwang/core/time';
import type { LiveSession, SignInOutcome } from '../../auth/index.ts';
import type { Call } from '../../http/call.ts';
import { networkOf } from '../../http/rate-limit.ts';
import { readMe } from './read-me.ts';

type Entered = OutputOf<'session', 'signIn'>;

/** Cookie header as the browser will send it next: the cookies it has, overlaid with those just set. */
function nextCookies(before: string | undefined, set: readonly string[]): string {
  const jar = new Map(
    (before ?? '')
      .split(';')
      .flatMap((part) =>
        part.includes('=') ? [[part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1)] as const] : [],
      ),
  );
  for (const line of set) {
    const first = line.split(';')[0] ?? '';
    jar.set(first.slice(0, first.indexOf('=')).trim(), first.slice(first.indexOf('=') + 1));
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Requests of a sign-in that ends with this one. The code and the own password came after a password, the way back from a provider after the way to it. */
const stepsBy: Readonly<Record<string, number>> = {
  'session.secondFactor': 2,
  'session.chooseFirstPassword': 2,
  'session.oidcCallback': 2,
};

/** Who is in by these cookies; null: nobody. A county office has one address and comes in at half past eight: only what failed counts there. */
async function through(call: Call, cookies: readonly string[]): Promise<{ readonly live: LiveSession; readonly actor: Actor } | null> {
  const { house } = call;
  const live = cookies.length === 0 ? null : await house.auth.sessionOf(nextCookies(call.header('cookie'), cookies));
  const actor = live ? await house.actorOf(live.accountId, live.accountVersion) : null;
  if (!live || !actor) return null;
  house.tries.cameIn(live.userName, call.address);
  house.buckets.giveBack('signIn', networkOf(call.address), stepsBy[call.route] ?? 1, msOf(call.now));
  await house.auth.nameDevice(live.id, call.header('user-agent') ?? '');
  return { live, actor };
}

/** On record in the county of the account that was tried, where its auditor looks. Who tried is nobody we know. */
async function refused(call: Call, tried: string | null): Promise<void> {
  // Asked in any case: how long a refusal takes tells nothing of a name.
  const account = await call.house.store.withActor({ id: tried ?? call.actor.id }, 'self', { route: call.route }, (tx) =>
    tx
      .selectFrom('org.account')
      .select(['id', 'county'])
      .where('id', '=', tried ?? call.actor.id)
      .where('system', '=', false)
      .executeTakeFirst(),
  );
  await call.within(async (tx) => {
    tx.audit({ action: 'session.refused', ...(account ? { ids: [account.id], county: account.county } : {}) });
    return ok(null);
  });
}

/** Answers a sign-in step. What was wrong (name, password, code, closed account) is not told: one sentence for all. */
export async function enter(outcome: SignInOutcome, call: Call): Promise<Result<Entered>> {
  const { house } = call;
  if (outcome.state === 'failed') {
    await refused(call, outcome.tried ?? null);
    return fail({ code: 'signInFailed' });
  }
  if (outcome.cookies.length > 0) call.reply('set-cookie', outcome.cookies);
  if (outcome.state !== 'signedIn') return ok({ state: outcome.state });
  const come = await through(call, outcome.cookies);
  if (come === null) return fail({ code: 'signInFailed' });
  const { actor, live } = come;
  const secondFactor = await house.auth.hasSecondFactor(actor.id);
  return house.store.withActor(actor, 'self', { route: call.route }, async (tx) => {
    tx.audit({ action: 'session.opened' });
    const me = await readMe(tx, actor, { now: call.now, expiresAt: live.expiresAt, secondFactor });
    return me ? ok({ state: 'signedIn' as const, me }) : fail({ code: 'signInFailed' as const });
  });
}

/** The browser is back from a provider: it goes on to where it wanted, and the log knows who came in, or that somebody did not. */
export async function land(
  landed: { readonly location: string; readonly cookies: readonly string[] },
  call: Call,
): Promise<Result<Record<string, never>>> {
  if (landed.cookies.length > 0) call.reply('set-cookie', landed.cookies);
  call.reply('location', landed.location);
  const come = await through(call, landed.cookies);
  if (come === null) await refused(call, null);
  else
    await call.house.store.withActor(come.actor, 'self', { route: call.route }, async (tx) => {
      tx.audit({ action: 'session.opened' });
    });
  return ok({});
}
