// What do the requests ask for? Things drawn at random from the whole data set, read once beforehand by the database's owner and the seeder: names, telephones
// and identity numbers of people, open cases, and two accounts that see a county and one district.

import { randomUUID } from 'node:crypto';
import { systemActors } from '@anwang/store/access';
import { openInstallation } from '@anwang/store/installation';
import { connectOwner } from '@anwang/store/session';

export interface CasePick {
  readonly id: string;
  readonly version: number;
  readonly person: string | null;
}

export interface Reach {
  readonly username: string;
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly numbers: readonly string[];
  /** Cases that may be opened, and those on which a contact may be recorded. */
  readonly cases: readonly CasePick[];
  readonly alive: CasePick[];
}

export interface BenchWorld {
  readonly county: string;
  readonly district: string;
  readonly counts: Readonly<Record<string, number>>;
  /** `fsync` and `synchronous_commit` as the server has them. */
  readonly durability: Readonly<Record<string, string>>;
  /** A supervisor of the unit with the most open cases, by user name. */
  readonly supervisor: string;
  readonly wide: Reach;
  readonly narrow: Reach;
}

const SAMPLE = 3000;
const TABLES = {
  people: 'people.person',
  reports: 'intake.report',
  cases: 'casework.case',
  events: 'casework.event',
  auditRows: 'audit.entry',
  searchKeys: 'people.search_key',
} as const;

/** Reads the world of a data folder whose server runs, and makes the two accounts. The password of the demo holds for them. */
export const readWorld = async (data: string): Promise<BenchWorld> => {
  const installation = await openInstallation({ data, beside: true });
  const owner = await connectOwner(installation.store, 'bench');
  try {
    const rows = async <Row extends object>(text: string, values: unknown[] = []) => (await owner.query<Row>(text, values)).rows;
    const [busiest] = await rows<{ county: string; district: string }>(
      'select county, district from casework.case group by 1, 2 order by count(*) desc limit 1',
    );
    if (busiest === undefined) throw new Error('the data set has no cases');
    const counts: Record<string, number> = {};
    for (const [name, table] of Object.entries(TABLES))
      counts[name] = Number((await rows<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? 0);
    const open = async (sealed: readonly { sealed: Buffer }[]) =>
      (
        await installation.store.withActor(systemActors.seeder, 'system', { route: 'bench' }, (tx) =>
          tx.keys.openMany(sealed.map((r) => r.sealed)),
        )
      ).flatMap((b) => (b === null ? [] : [b.toString('utf8')]));
    const reach = async (username: string, where: string, values: unknown[], writeOn: string): Promise<Reach> => ({
      username,
      names: (
        await rows<{ name: string }>(
          `select p.name from people.person p where p.name is not null and ${where.replaceAll('x.', 'p.')} order by md5(p.id::text) limit ${SAMPLE}`,
          values,
        )
      ).map((r) => r.name),
      phones: await open(
        await rows(
          `select c.sealed from people.contact c join people.person p on p.id = c.person_id where c.kind = 'phone' and not c.hidden and ${where.replaceAll('x.', 'p.')} order by md5(c.id::text) limit ${SAMPLE}`,
          values,
        ),
      ),
      numbers: await open(
        await rows(
          `select i.sealed from people.identifier i join people.person p on p.id = i.person_id where ${where.replaceAll('x.', 'p.')} order by md5(i.id::text) limit ${SAMPLE}`,
          values,
        ),
      ),
      cases: await rows<CasePick>(
        `select x.id, x.version, x.subject_person_id as person from casework.case x where ${where} order by md5(x.id::text) limit ${SAMPLE}`,
        values,
      ),
      alive: await rows<CasePick>(
        `select x.id, x.version, x.subject_person_id as person from casework.case x where ${where} and ${writeOn} and x.closed_at is null and x.lead_id is not null and x.status in ('open', 'assessing') order by md5(x.id::text) limit ${SAMPLE}`,
        values,
      ),
    });
    const [model] = await rows<{ county: string; unit: string; password: string }>(
      `select a.county, a.unit_id as unit, l.password from org.account a join auth.account l on l."userId" = a.id::text where not a.system and l.password is not null limit 1`,
    );
    if (model === undefined) throw new Error('the data set has no sign-ins');
    const account = async (username: string, kind: 'county' | 'district', id: string) => {
      const made = randomUUID();
      const { rows: found } = await owner.query<{ id: string }>(
        'insert into org.account (id, county, username, name) values ($1, $2, $3, $3) on conflict (username) do update set active = true returning id',
        [made, busiest.county, username],
      );
      const accountId = found[0]?.id ?? made;
      await owner.query('delete from org.grant where account_id = $1', [accountId]);
      for (const role of ['supervisor', 'deskOfficer'])
        await owner.query(
          "insert into org.grant (account_id, role, reach_kind, reach_id, valid_from) values ($1, $2, $3, $4, now() - interval '1 day')",
          [accountId, role, kind, id],
        );
      await owner.query(
        `insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername", "createdAt", "updatedAt") values ($1, $2, $3, true, $2, $2, now(), now()) on conflict (id) do nothing`,
        [accountId, username, `${username}@accounts.invalid`],
      );
      await owner.query(
        `insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt") select $1, $2, 'credential', $2, $3, now(), now() where not exists (select from auth.account where "userId" = $2)`,
        [randomUUID(), accountId, model.password],
      );
    };
    await account('bench.county', 'county', busiest.county);
    await account('bench.district', 'district', busiest.district);
    const durability: Record<string, string> = {};
    for (const name of ['fsync', 'synchronous_commit'])
      durability[name] = String((await rows<Record<string, string>>(`show ${name}`))[0]?.[name]);
    // What was written in one go has been through the first vacuum on any working day: its pages are marked as seen, and no vacuum passes through all of it
    // beside the load, on the same two processors.
    await owner.query('vacuum (analyze)');
    const [supervisor] = await rows<{ username: string }>(
      `select a.username from org.account a join org."grant" g on g.account_id = a.id and g.role = 'supervisor' and g.reach_kind = 'unit'
        where a.active and not a.system order by (select count(*) from casework.case c where c.unit_id = a.unit_id and c.closed_at is null) desc, a.username limit 1`,
    );
    if (supervisor === undefined) throw new Error('the data set has no supervisor');
    // The two accounts write on different cases: each keeps count of the versions of its own.
    return {
      county: busiest.county,
      supervisor: supervisor.username,
      district: busiest.district,
      counts,
      durability,
      wide: await reach('bench.county', 'x.county = $1', [busiest.county], `x.district <> '${busiest.district}'`),
      narrow: await reach('bench.district', 'x.district = $1', [busiest.district], 'true'),
    };
  } finally {
    await owner.end();
    await installation.close();
  }
};
