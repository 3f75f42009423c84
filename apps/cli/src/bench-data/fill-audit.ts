// An audit of years: reads of people by the county's staff, as rows of the log like any other, chained by the sealer afterwards.

import type { Client } from 'pg';

const BATCH = 500_000;

/** Brings the log to `rows` rows. */
export const fillAudit = async (admin: Client, rows: number, onBatch: (done: number) => void): Promise<void> => {
  const { rows: before } = await admin.query<{ n: number }>('select count(*) as n from audit.entry');
  await admin.query(
    'create temp table seen as select row_number() over () as n, id, county from people.person; create index on seen (n); analyze seen',
  );
  await admin.query(`create temp table staff as select row_number() over () as n, id from org.account where not system; analyze staff`);
  for (let done = before[0]?.n ?? 0; done < rows; done += BATCH) {
    onBatch(done);
    await admin.query(
      `insert into audit.entry (at, actor_id, county, purpose, route, action, row_count, person_ids, ids)
       select now() - random() * interval '700 days', s.id, p.county, 'casework', 'people.one', 'person.read', 1, array[p.id], '{}'
       from (select 1 + floor(random() * (select max(n) from seen))::bigint as pn, 1 + floor(random() * (select max(n) from staff))::bigint as sn from generate_series(1, $1)) d
       join seen p on p.n = d.pn join staff s on s.n = d.sn`,
      [Math.min(BATCH, rows - done)],
    );
  }
  await admin.query('drop table seen, staff');
};
