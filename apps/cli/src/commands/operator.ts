// `anwang operator`: who operates the whole installation. No county may give this right, so it is given where the machine is run.

import { instantFromMs } from '@anwang/core/time';
import { systemActors } from '@anwang/store/access';
import { setOperator } from '@anwang/store/org';
import { Failure } from '../failure.ts';
import { withInstallation } from './open.ts';

/** Gives an account the right, or ends it; effective at its next request. */
export const operatorGive = (data: string | undefined, account: string | undefined, end: boolean): Promise<void> => {
  if (account === undefined) throw new Failure(2, '用法：anwang operator 帳號 [--end]', 'Usage: anwang operator ACCOUNT [--end]');
  return withInstallation(data, async ({ store }) => {
    const known = await store.withActor(systemActors.seeder, 'system', { route: 'cli.operator' }, (tx) =>
      setOperator(tx, account, !end, instantFromMs(Date.now())),
    );
    if (!known) throw new Failure(2, `沒有 ${account} 這個開放中的帳號。`, `There is no open account ${account}.`);
    process.stdout.write(
      end
        ? `${account} 不再有系統維運權限。 ${account} no longer operates the installation.\n`
        : `${account} 有系統維運權限，可匯入全國行事曆。 ${account} operates the installation and may import the calendar of the nation.\n`,
    );
  });
};
