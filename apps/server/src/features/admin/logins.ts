// The sign-in of somebody else: a new first password, a lost device, the end of all sessions. The own one is changed under "my account", with the password.
import { fail, ok, type Result } from '@anwang/core/lang';
import { findAccount, type KnownAccount } from '@anwang/store/org';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';

/** Nobody closes, raises or resets themselves: a county never loses its last administrator that way, and a stolen session gains nothing. */
export const ownAccount = fail({ code: 'ownAccount' as const });

/** Whose sign-in it is, on record; somebody outside the county is not there. */
function known(call: Call, accountId: string, action: string): Promise<Result<KnownAccount>> {
  return call.within(async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account) return fail({ code: 'notFound', kind: 'account', id: accountId });
    tx.audit({ action, ids: [account.id] });
    return ok(account);
  });
}

export const logins: Pick<Handlers<'admin'>, 'resetPassword' | 'endSecondFactor' | 'endSessions'> = {
  resetPassword: async (input, call) => {
    if (input.accountId === call.actor.id) return ownAccount;
    const account = await known(call, input.accountId, 'admin.passwordSet');
    if (!account.ok) return account;
    // A server that was killed between the account and its login left none: it is made now.
    await call.house.auth.provision(account.value, null);
    await call.house.auth.givePassword(input.accountId, input.password);
    return ok({ id: account.value.id, version: account.value.version });
  },
  endSecondFactor: async (input, call) => {
    if (input.accountId === call.actor.id) return ownAccount;
    const account = await known(call, input.accountId, 'admin.secondFactorEnded');
    if (!account.ok) return account;
    await call.house.auth.endSecondFactor(input.accountId);
    return ok({ id: account.value.id, version: account.value.version });
  },
  endSessions: async (input, call) => {
    const account = await known(call, input.accountId, 'admin.sessionsEnded');
    return account.ok ? ok({ ended: await call.house.auth.endSessions(input.accountId) }) : account;
  },
};
