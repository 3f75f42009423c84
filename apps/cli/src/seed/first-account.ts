// How does a county begin without a demo? With its real structure and one administrator, whose password is drawn at random, is no other county's, and is good for
// choosing an own one only; everything else is made in the product.
// How far it came stands in the database: a killed start goes on, and the file with the password may be deleted once the password was changed.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemActors } from '@anwang/store/access';
import type { Installation } from '@anwang/store/installation';
import { provisionLogins, replacePassword } from '@anwang/store/logins';
import type { Tx } from '@anwang/store/session';
import { countyOfTaiwan, DEMO_COUNTIES, type DemoCounty, demoOrg } from '@anwang/synth';
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import { writeCalendar, writeOrg } from './org-rows.ts';

type Begun = { readonly at: string; readonly done: boolean; readonly counties?: readonly string[] };
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

/** As the demo states it where it does: with its real centres and precincts. */
const countyOf = (id: string): DemoCounty => {
  const county = DEMO_COUNTIES.find((known) => known.id === id) ?? countyOfTaiwan(id);
  if (county === undefined) throw new Error(`no county has the code ${id}`);
  return county;
};

/** Accounts already told of, whose counties began earlier. */
const toldBefore = (file: string): unknown[] => {
  const told: { demo?: unknown; accounts?: unknown } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return told.demo === false && Array.isArray(told.accounts) ? told.accounts : [];
};

/**
 * Writes calendar, counties with districts and units, and an administrator for each; on a later start only counties that are named anew.
 * @param wanted codes of the counties; empty: those that began already, at first those of the demo
 */
export const writeFirstAccounts = async (
  { store, logins }: Pick<Installation, 'store' | 'logins'>,
  data: string,
  now: string,
  wanted: readonly string[] = [],
): Promise<void> => {
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.withActor(systemActors.seeder, 'system', { route: 'cli.seed' }, work);
  const held = await as(readFirstAccounts);
  const before = held === null ? [] : (held.counties ?? DEMO_COUNTIES.map((county) => county.id));
  const all = [...new Set([...before, ...(held === null && wanted.length === 0 ? DEMO_COUNTIES.map((county) => county.id) : wanted)])];
  const fresh = held?.done ? all.filter((id) => !before.includes(id)) : all;
  if (fresh.length === 0) return;
  // The ids follow from the moment of the first try, so that a second try meets the same rows.
  const at = held?.at ?? now;
  const orgs = fresh.map((id) => {
    const county = countyOf(id);
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
    await keep(tx, { at, done: false, counties: all });
  });
  const made = orgs.flatMap((org) =>
    org.accounts.map((account) => ({ account, county: org.county, password: randomBytes(12).toString('base64url') })),
  );
  await provisionLogins(
    logins,
    made.map(({ account }) => ({ accountId: account.id, userName: account.username, name: account.name, passwordHash: null })),
  );
  // A try that was cut off may have left another password, which nobody has seen.
  for (const { account, password } of made) await replacePassword(logins, account.id, await hashPassword(password), true);
  const accounts = made.map(({ account, county, password }) => ({
    username: account.username,
    name: account.name,
    role: account.title,
    unit: account.unit.zh,
    county: county.zh,
    password,
  }));
  const file = join(data, 'demo-accounts.json');
  const told = held?.done ? toldBefore(file) : [];
  writeFileSync(file, `${JSON.stringify({ demo: false, accounts: [...told, ...accounts] }, null, 2)}\n`, { mode: 0o600 });
  await as((tx) => keep(tx, { at, done: true, counties: all }));
};
