// The index key is changed while people search: killed in the middle, both halves are found; run again it goes on; afterwards nothing is under the old key, and
// what was hidden is as hidden as before.

import { instantFromMs } from '@anwang/core/time';
import { indexKeys, keysEver, prepareReported, type ReportedPerson } from '@anwang/people';
import { systemActors } from '@anwang/store/access';
import { type KeyRing, withNewKey, withoutKey } from '@anwang/store/keys';
import { findPeople, foundPeople, newId, newPersonFrom, rotateSearchKeys } from '@anwang/store/people';
import { openStore, type Store } from '@anwang/store/session';
import { withDatabase } from '@anwang/testkit/database';
import { expect, test } from 'vitest';
import { keysOf } from './index-rotate.ts';

const county = '64000';
const at = instantFromMs(Date.UTC(2026, 10, 22));
const given = (n: number): ReportedPerson => ({
  name: `陳怡${'君婷文玲芳佳欣宜'[n % 8]}`,
  nationalId: null,
  birthDate: `19${60 + n}-01-02`,
  sex: 'female',
  phones: [`0900111${String(100 + n)}`],
  addresses: [],
});
const found = (store: Store, n: number) =>
  store.withActor(systemActors.matcher, 'screening', { route: 'test' }, async (tx) => {
    const [list = []] = await findPeople(tx, [
      {
        identifier: null,
        keys: indexKeys(prepareReported(given(n))).filter((key) => key.kind === 'name' || key.kind === 'birthGiven'),
        district: null,
      },
    ]);
    return list.length > 0;
  });

test('resumed after a kill, found all the while, hidden as before', async () => {
  await withDatabase(async (database) => {
    const owner = await database.owner();
    await owner.query(`insert into org.county (id, iso, name_zh, name_en, demo) values ($1, 'TW-KHH', '高雄市', 'Kaohsiung', true)`, [
      county,
    ]);
    const people = await database.store.withActor(systemActors.seeder, 'system', { route: 'test' }, async (tx) => {
      const made = [];
      for (let n = 0; n < 10; n++) {
        const record = newId(Date.parse(at));
        const sealed = await tx.keys.seal(record, 'record', JSON.stringify(given(n)));
        await tx
          .insertInto('people.record')
          .values({ id: record, source: 'report', county, subject_id: record, sealed, received_at: at })
          .execute();
        const prepared = prepareReported(given(n));
        made.push(newPersonFrom({ county, district: null, at, demo: true }, { recordId: record, prepared, keys: indexKeys(prepared) }));
      }
      await foundPeople(tx, made);
      return made;
    });
    const victim = people[0]?.id;
    const other = people[1]?.id;
    await owner.query(`update people.search_key set hidden = true, hidden_from = array[$2::uuid] where person_id = $1 and kind = 'phone'`, [
      victim,
      other,
    ]);
    const before = (await owner.query(`select person_id, kind, hidden, hidden_from from people.search_key order by 1, 2, 3`)).rows;

    const next: KeyRing = withNewKey(database.ring, 'index');
    const kill = new Error('killed');
    const run = rotateSearchKeys(owner, next, keysOf, { batch: 3, onBatch: (done) => (done >= 6 ? Promise.reject(kill) : undefined) });
    await expect(run).rejects.toBe(kill);
    const halves = await owner.query<{ current: boolean; people: number }>(
      `select key_id = $1 as current, count(distinct person_id)::int as people from people.search_key group by 1 order by 1`,
      [next.index.current],
    );
    expect(halves.rows).toEqual([
      { current: false, people: 4 },
      { current: true, people: 6 },
    ]);
    const serving = openStore({ targets: database.targets, ring: next, connections: 2 });
    for (let n = 0; n < 10; n++) expect(await found(serving, n), `person ${n}`).toBe(true);

    expect(await rotateSearchKeys(owner, next, keysOf, { batch: 3 })).toEqual({ people: 10, left: 0 });
    expect((await owner.query(`select person_id, kind, hidden, hidden_from from people.search_key order by 1, 2, 3`)).rows).toEqual(before);
    await serving.close();
    const alone = openStore({ targets: database.targets, ring: withoutKey(next, 'index', database.ring.index.current), connections: 2 });
    for (let n = 0; n < 10; n++) expect(await found(alone, n), `person ${n} under the new key alone`).toBe(true);
    await alone.close();
  });
}, 60_000);

test('keys of facts that were learned move too, those of a name that another took the place of as well', async () => {
  await withDatabase(async (database) => {
    const owner = await database.owner();
    await owner.query(`insert into org.county (id, iso, name_zh, name_en, demo) values ($1, 'TW-KHH', '高雄市', 'Kaohsiung', true)`, [
      county,
    ]);
    const facts = (
      [
        ['name', '陳怡靜', false],
        ['phone', '0900222333', true],
        ['name', 'Nguyễn Thị Hồng', false],
        ['birthDate', '1990-05-06', false],
      ] as const
    ).map(([kind, value, takenBack]) => ({ kind, value, takenBack, hidden: false }));
    const standing = facts.filter((fact) => !fact.takenBack);
    const report = newId(Date.parse(at));
    const record = newId(Date.parse(at));
    const planted = await database.store.withActor(systemActors.seeder, 'system', { route: 'test' }, async (tx) => {
      const sealed = await tx.keys.seal(record, 'record', JSON.stringify(given(1)));
      await tx
        .insertInto('people.record')
        .values({ id: record, source: 'report', county, subject_id: record, sealed, received_at: at })
        .execute();
      const prepared = prepareReported(given(1));
      const made = newPersonFrom(
        { county, district: null, at, demo: true },
        { recordId: record, prepared, keys: keysEver(given(1), standing) },
      );
      await foundPeople(tx, [made]);
      const seals = await Promise.all(facts.map(async (fact) => (await tx.keys.seal(record, 'record', fact.value)).toString('hex')));
      return facts.map((fact, n) => ({ ...fact, sealed: seals[n] ?? '' }));
    });
    await owner.query(
      `insert into intake.report (id, number, county, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version)
          values ($1, 'R1', $2, 'ecare', 'teacher', $1, 'low', 'rule', now(), now(), now(), '1')`,
      [report, county],
    );
    const { rows } = await owner.query<{ id: string }>(
      `insert into intake.report_person (report_id, county, role, record_id) values ($1, $2, 'subject', $3) returning id`,
      [report, county, record],
    );
    for (const { kind, sealed, takenBack } of planted)
      await owner.query(
        `insert into intake.learned_fact (report_id, report_person_id, record_id, county, subject_id, kind, sealed, said_by, said_at, taken_by, back_at, back_by, back_why)
          values ($1, $2, $3, $4, $3, $5, decode($6, 'hex'), 'reporter', now(), $7, case when $8 then now() end, case when $8 then $7::uuid end, case when $8 then 'mistyped' end)`,
        [report, rows[0]?.id, record, county, kind, sealed, systemActors.seeder.id, takenBack],
      );
    const next: KeyRing = withNewKey(database.ring, 'index');
    expect(await rotateSearchKeys(owner, next, keysOf)).toEqual({ people: 1, left: 0 });
  });
}, 60_000);
