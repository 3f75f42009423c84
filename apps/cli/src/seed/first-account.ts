// How does a county begin without a demo? With its real structure and one administrator, whose password is drawn at random, is no other county's, and is good for
// choosing an own one only; everything else is made in the product.
// How far it came stands in the database: a killed start goes on, and the file with the password may be deleted once the password was changed.

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemActors } from '@anwang/store/access';
import type { Installation } from '@anwang/store/installation';
import { provisionLogins, replacePassword } from '@anwang/store/logins';
import type { Tx } from '@anwang/store/session';
import { DEMO_COUNTIES, demoOrg } from '@anwang/synth';
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import { writeCalendar, writeOrg } from './org-rows.ts';

type Begun = { readonly at: string; readonly done: boolean };
const KEY = 'first.accounts';
const INVENTED: readonly string[] = ['school', 'ngo'];

/** Whether, and how far, this database was begun without a demo. */
export const readFirstAccounts = async (tx: Tx): Promise<Begun | null> => {
  const { rows } = await sql<{ value: Begun }>`select value from system.setting where key = ${KEY}`.execute(tx);
  return rows[0]?.value ?? null;
};

const keep = async (tx: Tx, begun: Begun): Promise<void> => {
  await sql`insert into system.setting (key, value) values (${KEY}, ${JSON.stringify(begun)}::jsonb) on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(
    tx,
  );
};

/** Writes calendar, counties with districts and units, and an administrator for each; nothing on the next start. */
export const writeFirstAccounts = async (
  { store, logins }: Pick<Installation, 'store' | 'logins'>,
  data: string,
  now: string,
): Promise<void> => {
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.withActor(systemActors.seeder, 'system', { route: 'cli.seed' }, work);
  const held = await as(readFirstAccounts);
  if (held?.done) return;
  // The ids follow from the moment of the first try, so that a second try meets the same rows.
  const at = held?.at ?? now;
  const orgs = DEMO_COUNTIES.map((county) => {
    const org = demoOrg('first', county, Date.parse(at));
    return {
      ...org,
      // The places of the demo that do not exist, and its capacities, are nobody's facts.
      units: org.units.filter((unit) => !INVENTED.includes(unit.key)).map((unit) => ({ ...unit, capacity: null })),
      // Nobody is called by an invented name: the holder writes the own one.
      accounts: org.accounts.filter((a) => a.grants.some((g) => g.role === 'countyAdmin')).map((a) => ({ ...a, name: a.title })),
    };
  });
  await as(async (tx) => {
    await writeCalendar(tx);
    for (const org of orgs) await writeOrg(tx, org, at, false);
    await keep(tx, { at, done: false });
  });
  const all = orgs.flatMap((org) =>
    org.accounts.map((account) => ({ account, county: org.county, password: randomBytes(12).toString('base64url') })),
  );
  await provisionLogins(
    logins,
    all.map(({ account }) => ({ accountId: account.id, userName: account.username, name: account.name, passwordHash: null })),
  );
  // A try that was cut off may have left another password, which nobody has seen.
  for (const { account, password } of all) await replacePassword(logins, account.id, await hashPassword(password), true);
  const accounts = all.map(({ account, county, password }) => ({
    username: account.username,
    name: account.name,
    role: account.title,
    unit: account.unit.zh,
    county: county.zh,
    password,
  }));
  writeFileSync(join(data, 'demo-accounts.json'), `${JSON.stringify({ demo: false, accounts }, null, 2)}\n`, { mode: 0o600 });
  await as((tx) => keep(tx, { at, done: true }));
};
