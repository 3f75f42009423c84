// With what does one sign in to the demo? One password for all accounts, printed by `npm start` and kept in the data folder; only demo databases get it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@anwang/core/access';
import type { Installation } from '@anwang/store/installation';
import { provisionLogins } from '@anwang/store/logins';
import type { SynthOrg } from '@anwang/synth';
import { hashPassword } from 'better-auth/crypto';

const DEMO_PASSWORD = 'anwang-demo-2026';

const labelOf = (role: string): string => (Object.hasOwn(roles, role) ? roles[role as keyof typeof roles].label.zh : role);

/** Makes the logins of the demo's accounts and leaves the table that `npm start` prints. */
export const writeAccounts = async (installation: Pick<Installation, 'logins'>, data: string, orgs: readonly SynthOrg[]): Promise<void> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const all = orgs.flatMap((org) => org.accounts.map((account) => ({ account, county: org.county })));
  await provisionLogins(
    installation.logins,
    all.map(({ account }) => ({ accountId: account.id, userName: account.username, name: account.name, passwordHash })),
  );
  // Of a unit's workers and of many units the table shows the first: it is for finding a door, not for reading names.
  const first = all.filter(
    ({ account }) =>
      !/^\w+\.(?:supervisor|worker)\./.test(account.username) ||
      /^\w+\.(?:supervisor|worker)\.(?:dvsa|sanmin|puli)(?:\.1)?$/.test(account.username),
  );
  const table = first.map(({ account, county }) => ({
    username: account.username,
    name: account.name,
    role: labelOf(account.grants[0]?.role ?? ''),
    unit: account.unit.zh,
    county: county.zh,
  }));
  writeFileSync(join(data, 'demo-accounts.json'), `${JSON.stringify({ password: DEMO_PASSWORD, accounts: table }, null, 2)}\n`);
};
