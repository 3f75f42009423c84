// Who operates the whole installation? Given and ended by whoever runs the machine, never by a county: the calendar of the nation hangs on it.

import type { Instant } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';
import { insertGrants } from './accounts.ts';

/** Gives an account the operation of the installation, or ends it. False when no open account of a person has that user name. */
export async function setOperator(tx: Tx, userName: string, on: boolean, at: Instant): Promise<boolean> {
  const account = await tx
    .updateTable('org.account')
    .set((is) => ({ version: is('version', '+', 1) }))
    .where('username', '=', userName)
    .where('system', '=', false)
    .where('active', '=', true)
    .returning('id')
    .executeTakeFirst();
  if (!account) return false;
  await tx
    .updateTable('org.grant')
    .set({ valid_until: at })
    .where('account_id', '=', account.id)
    .where('role', '=', 'sysAdmin')
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', at)]))
    .execute();
  if (on) await insertGrants(tx, account.id, [{ role: 'sysAdmin', reachKind: 'none', reachId: null, until: null }], at);
  tx.audit({ action: on ? 'admin.operatorGiven' : 'admin.operatorEnded', ids: [account.id] });
  return true;
}
