// The sign-in of somebody else: another first password as long as its holder has not come in, and the end of all sessions. A lost password or device of somebody who works
// here takes two people (features/recoveries). The own one is changed under "my account", with the password.
import { fail, ok, type Result } from '@anwang/core/lang';
import { findAccount, type KnownAccount, wereRecovered } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';

/** Nobody closes, raises or resets themselves: a county never loses its last administrator that way, and a stolen session gains nothing. */
export const ownAccount = fail({ code: 'ownAccount' as const });

/** Whose sign-in it is, on record; somebody outside the county is not there. */
function known(
  call: Call,
  accountId: string,
  action: string,
  refusal: (tx: Tx) => Promise<Result<never> | null> = async () => null,
): Promise<Result<KnownAccount>> {
  return call.within(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account) return fail({ code: 'notFound', kind: 'account', id: accountId });
    const refused = await refusal(tx);
    if (refused) return refused;
    tx.audit({ action, ids: [account.id] });
    return ok(account);
  });
}

export const logins: Pick<Handlers<'admin'>, 'resetPassword' | 'endSessions'> = {
  resetPassword: async (input, call) => {
    if (input.accountId === call.actor.id) return ownAccount;
    const { auth } = call.house;
    const chosen = (await auth.describe([input.accountId])).get(input.accountId)?.chosen ?? false;
    const account = await known(call, input.accountId, 'admin.passwordSet', async (tx) =>
      chosen || (await wereRecovered(tx, [input.accountId])).has(input.accountId) ? fail({ code: 'secondPersonNeeded' }) : null,
    );
    if (!account.ok) return account;
    // A server that was killed between the account and its login left none: it is made now.
    await auth.provision(account.value, null);
    await auth.givePassword(input.accountId, input.password);
    return ok({ id: account.value.id, version: account.value.version });
  },
  endSessions: async (input, call) => {
    const account = await known(call, input.accountId, 'admin.sessionsEnded');
    return account.ok ? ok({ ended: await call.house.auth.endSessions(input.accountId) }) : account;
  },
};
