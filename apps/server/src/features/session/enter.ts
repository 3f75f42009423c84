// Coming in: the outcome of the sign-in library becomes cookies, an audit row and, when through, who one is.
import type { OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import type { SignInOutcome } from '../../auth/index.ts';
import type { Call } from '../../http/call.ts';
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

/** Answers a sign-in step. What was wrong (name, password, code, closed account) is not told: one sentence for all. */
export async function enter(outcome: SignInOutcome, call: Call): Promise<Result<Entered>> {
  const { house } = call;
  if (outcome.state === 'failed') {
    await call.within(async (tx) => {
      tx.audit({ action: 'session.refused' });
      return ok(null);
    });
    return fail({ code: 'signInFailed' });
  }
  if (outcome.cookies.length > 0) call.reply('set-cookie', outcome.cookies);
  if (outcome.state !== 'signedIn') return ok({ state: outcome.state });
  const live = await house.auth.sessionOf(nextCookies(call.header('cookie'), outcome.cookies));
  const actor = live ? await house.actorOf(live.accountId, live.accountVersion) : null;
  if (!live || !actor) return fail({ code: 'signInFailed' });
  house.tries.cameIn(live.userName, call.address);
  await house.auth.nameDevice(live.id, call.header('user-agent') ?? '');
  const secondFactor = await house.auth.hasSecondFactor(actor.id);
  return house.store.withActor(actor, 'self', { route: call.route }, async (tx) => {
    tx.audit({ action: 'session.opened' });
    const me = await readMe(tx, actor, { now: call.now, expiresAt: live.expiresAt, secondFactor });
    return me ? ok({ state: 'signedIn' as const, me }) : fail({ code: 'signInFailed' as const });
  });
}
