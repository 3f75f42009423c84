// `anwang recover`: a county has nobody left who could ask for a recovery and confirm it; whoever runs the machine lets one account in again, by a written order.

import { randomBytes } from 'node:crypto';
import { instantFromMs } from '@anwang/core/time';
import { systemActors } from '@anwang/store/access';
import { endSecondFactor, provisionLogins, replacePassword } from '@anwang/store/logins';
import { recoverByOrder } from '@anwang/store/org';
import { hashPassword } from 'better-auth/crypto';
import { Failure } from '../failure.ts';
import { withInstallation } from './open.ts';

/** Ends second factor and sessions, and prints a password that is good for choosing an own one. Holder, administrators and head are told. */
export const recoverAccount = (data: string | undefined, userName: string | undefined, order: string | undefined): Promise<void> => {
  if (userName === undefined || order === undefined || order.length > 60)
    throw new Failure(2, '用法：anwang recover 帳號 --order 文號', 'Usage: anwang recover ACCOUNT --order REF (60 characters at most)');
  return withInstallation(data, async ({ store, logins }) => {
    const known = await store.withActor(systemActors.seeder, 'system', { route: 'cli.recover' }, (tx) =>
      recoverByOrder(tx, userName, order, instantFromMs(Date.now())),
    );
    if (!known) throw new Failure(2, `沒有 ${userName} 這個啟用中的帳號。`, `There is no open account ${userName}.`);
    const password = randomBytes(12).toString('base64url');
    await provisionLogins(logins, [{ accountId: known.account, userName, name: known.name, passwordHash: null }]);
    await endSecondFactor(logins, known.account);
    await replacePassword(logins, known.account, await hashPassword(password), true);
    process.stdout.write(
      `${userName} 的兩步驟驗證與登入已結束。只告訴本人這個密碼，登入後須改成自己的： ${password}\nSecond factor and sessions of ${userName} have ended. Tell this password to the holder only; an own one is chosen with it.\n`,
    );
  });
};
