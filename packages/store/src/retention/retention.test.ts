// Every table says how long it is kept, in words that the database understands; parents exist; what is over is counted, at the day.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ourSchemas } from '../schema/print-types.ts';
import { carryOutRetention, liftHold, listDue, placeHold, retention } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

test('every table is named, and none that is not there', async () => {
  const owner = await database.owner();
  const tables = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any($1)`,
    [ourSchemas],
  );
  expect(Object.keys(retention).sort()).toEqual(tables.rows.map((row) => row.name).sort());
  for (const rule of Object.values(retention)) if (rule.kind === 'withParent') expect(Object.keys(retention)).toContain(rule.parent);
});

test('a case counts seven years after it was closed, and an open one never', async () => {
  const owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C');
    insert into org.unit (id, county, kind, name_zh, name_en) values ('01a20000-0000-7000-8000-0000000000a1', '90000', 'desk', '中心', 'C');
    insert into casework."case" (number, county, unit_id, programme, pack_version, side, stage, status, received_at, closed_at)
      select 'N' || n, '90000', '01a20000-0000-7000-8000-0000000000a1', 'p', '1', 'family', 's', 'closed', '2010-01-01', c from (values (1, '2019-11-21T00:00:00Z'::timestamptz), (2, '2019-11-23T00:00:00Z'), (3, null)) x(n, c)`);
  expect(await listDue(owner, '2026-11-22T00:00:00Z')).toEqual([
    { table: 'casework.case', rows: 1, basis: expect.stringContaining('社工師法16') },
  ]);
  expect(await listDue(owner, '2026-11-20T00:00:00Z')).toEqual([]);
});

test('what is over goes, what is held, open or young stays; a rehearsal changes nothing; the log says who did it', async () => {
  const owner = await database.owner();
  const id = (n: number) => `01a20000-0000-7000-8000-00000000b${String(n).padStart(3, '0')}`;
  const unit = '01a20000-0000-7000-8000-0000000000a1';
  await owner.query(`update casework."case" set erased_at = now() where number like 'N%'`);
  const cases = { old: id(1), held: id(2), minor: id(3), withOpen: id(4), young: id(5), open: id(6), guessed: id(7) };
  await owner.query(
    `insert into people.person (id, county, name, birth_date) select x, '90000', '某人', b::date from (values ($1::uuid, '1970-01-01'), ($2, '1970-01-01'), ($3, '2012-05-05'), ($4, '1970-01-01'), ($5, '1970-01-01')) v(x, b)`,
    [id(11), id(12), id(13), id(14), id(15)],
  );
  await owner.query(
    `insert into people.person (id, county, name, birth_date, birth_precision) values ($1, '90000', '某人', '2012-01-01', 'approximate')`,
    [id(16)],
  );
  const person: Record<string, string> = {
    old: id(11),
    held: id(12),
    minor: id(13),
    withOpen: id(14),
    open: id(14),
    young: id(15),
    guessed: id(16),
  };
  for (const [name, caseId] of Object.entries(cases)) {
    const closed = name === 'open' ? null : name === 'young' ? '2024-01-01' : '2015-01-01';
    await owner.query(
      `insert into casework."case" (id, number, county, unit_id, programme, pack_version, side, stage, status, received_at, closed_at, subject_person_id, title)
       values ($1, $2, '90000', $3, 'p', '1', 'family', 's', 'closed', '2010-01-01', $4, $5, '某人家庭')`,
      [caseId, `R${name}`, unit, closed, person[name]],
    );
    await owner.query(
      `insert into casework.case_person (case_id, person_id, county, role, since) values ($1, $2, '90000', 'subject', '2010-01-01')`,
      [caseId, person[name]],
    );
    await owner.query(
      `insert into casework.event (case_id, seq, county, type, happened_at, actor_id, facts, subject_id, sealed) values ($1, 1, '90000', 'noteAdded', '2012-01-01', '00000000-0000-7000-8000-000000000006', '{"about":"x"}', $2, '\\x01')`,
      [caseId, person[name]],
    );
  }
  const hold = await placeHold(owner, { kind: 'case', id: cases.held, orderRef: '院字第1號', by: '00000000-0000-7000-8000-000000000006' });
  const now = '2026-11-22T00:00:00Z';
  const state = async () =>
    (
      await owner.query(
        `select c.number, c.title, c.erased_at is not null as erased, e.sealed is not null as sealed, p.name from casework."case" c join casework.event e on e.case_id = c.id join people.person p on p.id = c.subject_person_id where c.number like 'R%' order by c.number`,
      )
    ).rows;
  const before = await state();
  expect(await carryOutRetention(owner, now, { dry: true })).toMatchObject({ cases: 1, people: 1 });
  expect(await state()).toEqual(before);

  expect(await carryOutRetention(owner, now)).toMatchObject({ cases: 1, people: 1 });
  const after = await state();
  expect(after.filter((row) => row.erased)).toEqual([{ number: 'Rold', title: null, erased: true, sealed: false, name: null }]);
  expect(after.filter((row) => !row.erased && row.name === '某人' && row.sealed)).toHaveLength(6);
  const logged = await owner.query(`select actor_id, ids from audit.entry where action = 'retention.erase'`);
  expect(logged.rows).toEqual([{ actor_id: '00000000-0000-7000-8000-000000000004', ids: [cases.old] }]);

  // Nothing is done twice; a hold that is lifted lets go.
  expect(await carryOutRetention(owner, now)).toMatchObject({ cases: 0 });
  expect(await liftHold(owner, hold, '00000000-0000-7000-8000-000000000006')).toBe(true);
  expect(await carryOutRetention(owner, now)).toMatchObject({ cases: 1, people: 1 });
  // The minor's time runs from coming of age in 2030.
  expect(await carryOutRetention(owner, '2037-05-04T00:00:00Z')).toMatchObject({ cases: 1 });
  expect(await carryOutRetention(owner, '2037-05-06T00:00:00Z')).toMatchObject({ cases: 1 });
  // Said to be fourteen then: of age in 2030, or at the end of 2034 where the guess was wrong by four years.
  expect(await carryOutRetention(owner, '2041-12-30T00:00:00Z')).toMatchObject({ cases: 0 });
  expect(await carryOutRetention(owner, '2042-01-02T00:00:00Z')).toMatchObject({ cases: 1 });
});

test('whoever was told to be kin of somebody who is kept stays in their picture; told to be none, they go', async () => {
  const owner = await database.owner();
  const id = (n: number) => `01a20000-0000-7000-8000-00000000c${String(n).padStart(3, '0')}`;
  const [old, young, child, mother] = [id(1), id(2), id(3), id(4)];
  await owner.query(
    `insert into people.person (id, county, name, birth_date) select x, '90000', '親屬', '1970-01-01' from unnest($1::uuid[]) x`,
    [[child, mother]],
  );
  await owner.query(
    `insert into casework."case" (id, number, county, unit_id, programme, pack_version, side, stage, status, received_at, closed_at, subject_person_id)
     select x, 'K' || c, '90000', '01a20000-0000-7000-8000-0000000000a1', 'p', '1', 'family', 's', 'closed', '2010-01-01', c::timestamptz, p
     from (values ($1::uuid, '2015-01-01', $3::uuid), ($2, '2024-01-01', $4)) v(x, c, p)`,
    [old, young, child, mother],
  );
  await owner.query(
    `insert into casework.case_person (case_id, person_id, county, role, relation, since) values
     ($1, $3, '90000', 'subject', null, '2010-01-01'), ($1, $4, '90000', 'member', 'mother', '2010-01-01'), ($2, $4, '90000', 'subject', null, '2010-01-01')`,
    [old, young, child, mother],
  );
  const now = '2026-11-22T00:00:00Z';
  expect(await carryOutRetention(owner, now, { dry: true })).toMatchObject({ cases: 1, people: 0 });
  await owner.query(
    `insert into casework.family_word (id, case_id, county, about, person_id, other_id, basis, said_at) values ($1, $2, '90000', 'kin', $3, $4, 'visit', now())`,
    [id(5), young, mother, child],
  );
  expect(await carryOutRetention(owner, now, { dry: true })).toMatchObject({ cases: 1, people: 1 });
});
