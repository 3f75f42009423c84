// How does a county begin without a demo? With its structure and one administrator, whose password is drawn at random and shown once; everything else is made in the product.

import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemActors } from '@anwang/store/access';
import type { Installation } from '@anwang/store/installation';
import { provisionLogins } from '@anwang/store/logins';
import { DEMO_COUNTIES, demoOrg } from '@anwang/synth';
import { hashPassword } from 'better-auth/crypto';
import { writeCalendar, writeOrg } from './org-rows.ts';

/** Writes calendar, counties with districts and units, and an administrator for each; nothing on the next start. */
export const writeFirstAccounts = async (
  { store, logins }: Pick<Installation, 'store' | 'logins'>,
  data: string,
  now: string,
): Promise<void> => {
  const file = join(data, 'demo-accounts.json');
  if (existsSync(file)) return;
  const orgs = DEMO_COUNTIES.map((county) => {
    const org = demoOrg('first', county, Date.parse(now));
    return { ...org, accounts: org.accounts.filter((a) => a.grants.some((g) => g.role === 'countyAdmin')) };
  });
  await store.withActor(systemActors.seeder, 'system', { route: 'cli.seed' }, async (tx) => {
    await writeCalendar(tx);
    for (const org of orgs) await writeOrg(tx, org, now, false);
  });
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const all = orgs.flatMap((org) => org.accounts.map((account) => ({ account, county: org.county })));
  await provisionLogins(
    logins,
    all.map(({ account }) => ({ accountId: account.id, userName: account.username, name: account.name, passwordHash })),
  );
  writeFileSync(
    file,
    `${JSON.stringify({ password, accounts: all.map(({ account, county }) => ({ username: account.username, name: account.name, role: account.title, unit: account.unit.zh, county: county.zh })) }, null, 2)}\n`,
    { mode: 0o600 },
  );
};
