// The index key is changed while people search: killed in the middle, both halves are found; run again it goes on; afterwards nothing is under the old key, and
// what was hidden is as hidden as before.

import { instantFromMs } from '@anwang/core/time';
import { indexKeys, prepareReported, type ReportedPerson } from '@anwang/people';
import { systemActors } from '@anwang/store/access';
import { type KeyRing, withNewKey, withoutKey } from '@anwang/store/keys';
import { findPeople, foundPeople, newId, newPersonFrom, rotateSearchKeys } from '@anwang/store/people';
import { openStore, type Store } from '@anwang/store/session';
import { withDatabase } from '@anwang/testkit/database';
import { expect, test } from 'vitest';

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
const keysOf = (record: string) => {
  const one: ReportedPerson = JSON.parse(record);
  return indexKeys(prepareReported(one));
};
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
