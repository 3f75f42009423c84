import { instantFromMs } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActors } from '../access/index.ts';
import type { Tx } from '../session/index.ts';
import {
  applyLinkSteps,
  findPeople,
  foundPeople,
  getPerson,
  listCandidates,
  type NewPerson,
  newId,
  personIndex,
  readFamilyGraph,
  readLinkSituation,
  searchPeople,
} from './index.ts';

const county = '64000';
const atMs = Date.UTC(2026, 10, 22);
const at = instantFromMs(atMs);
let db: TestDatabase;
let owner: Client;
const as = <T>(work: (tx: Tx) => Promise<T>, actor: keyof typeof systemActors = 'seeder', purpose: 'system' | 'screening' = 'system') =>
  db.store.withActor(systemActors[actor], purpose, { route: 'test' }, work);

const record = async (tx: Tx) => {
  const id = newId(atMs);
  await tx
    .insertInto('people.record')
    .values({ id, source: 'report', county, subject_id: id, sealed: await tx.keys.seal(id, 'record', '{"name":"測試"}'), received_at: at })
    .execute();
  return id;
};
const person = (recordId: string, more: Partial<NewPerson> = {}): NewPerson => ({
  id: newId(atMs),
  recordId,
  county,
  district: null,
  name: '陳怡君',
  sex: 'female',
  birthDate: '1990-01-02',
  birthPrecision: 'day',
  identifier: { id: newId(atMs), normal: 'Y290000017', valid: true },
  keys: [
    { kind: 'name', value: '陳怡君' },
    { kind: 'phone', value: '0900111222' },
  ],
  contacts: [],
  demo: true,
  at,
  ...more,
});
const lookup = (name: string, normal: string | null = null) => ({
  identifier: normal === null ? null : { normal, kind: normal.includes('*') ? 'masked' : 'national', valid: true },
  keys: [{ kind: 'name', value: name }],
  district: null,
});

beforeAll(async () => {
  db = await temporaryDatabase();
  owner = await db.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en, demo) values ($1, 'TW-KHH', '高雄市', 'Kaohsiung', true)`, [
    county,
  ]);
});
afterAll(() => db.close());

describe('people in PostgreSQL', () => {
  let known: NewPerson;
  beforeAll(async () => {
    known = await as(async (tx) => {
      const one = person(await record(tx), { contacts: [{ id: newId(atMs), kind: 'phone', value: '0900111222', district: null }] });
      await foundPeople(tx, [one]);
      return one;
    });
  });

  it('finds somebody who was merged as the one he is now, once, with what leads to either', async () => {
    const [kept, gone] = await as(async (tx) => {
      const both = [
        person(await record(tx), { identifier: null, keys: [{ kind: 'name', value: '林合併' }] }),
        person(await record(tx), {
          identifier: null,
          keys: [
            { kind: 'name', value: '林合併' },
            { kind: 'phone', value: '0900333444' },
          ],
        }),
      ] as const;
      await foundPeople(tx, both);
      return both;
    });
    await owner.query('update people.person set merged_into = $1 where id = $2', [kept.id, gone.id]);
    const keys = [
      { kind: 'name', value: '林合併' },
      { kind: 'phone', value: '0900333444' },
    ];
    const [found] = await as((tx) => findPeople(tx, [{ identifier: null, keys, district: null }]), 'matcher', 'screening');
    expect(found?.map(({ id, hits }) => [id, [...hits].sort()])).toEqual([[kept.id, ['name', 'phone']]]);
  });

  it('keeps the keys where the person is, and a key that is hidden from very many is hidden from everybody', async () => {
    const moved = await as(async (tx) => {
      const one = person(await record(tx), { identifier: null, keys: [{ kind: 'name', value: '林搬家' }] });
      await foundPeople(tx, [one]);
      return one;
    });
    const keys = async () =>
      (await owner.query('select district, hidden, hidden_from from people.search_key where person_id = $1', [moved.id])).rows;
    await owner.query(
      `insert into org.district (id, county, name_zh, name_en) values ('64000010', $1, '測試區', 'Test') on conflict do nothing`,
      [county],
    );
    await owner.query(`update people.person set district = '64000010' where id = $1`, [moved.id]);
    expect(await keys()).toEqual([{ district: '64000010', hidden: false, hidden_from: [] }]);
    const many = (count: number) =>
      owner.query(
        'update people.search_key set hidden = true, hidden_from = array(select uuidv7() from generate_series(1, $2)) where person_id = $1',
        [moved.id, count],
      );
    await many(100);
    expect((await keys())[0].hidden_from).toHaveLength(100);
    await many(101);
    expect(await keys()).toEqual([{ district: '64000010', hidden: true, hidden_from: [] }]);
  });

  it('finds by whole, near and masked number and by key, each subject apart', async () => {
    const found = await as(
      (tx) =>
        findPeople(tx, [
          lookup('陳怡君', 'Y290000017'),
          lookup('誰', 'Y290000027'),
          lookup('誰', 'Y290****17'),
          lookup('陳怡君'),
          lookup('無此人'),
        ]),
      'matcher',
      'screening',
    );
    expect(found.map((list) => list.map((p) => [p.identifier, p.hits]))).toEqual([
      [['same', ['name']]],
      [['near', []]],
      [['masked', []]],
      [['unknown', ['name']]],
      [],
    ]);
  });

  it('says that a valid number differs from the number somebody has', async () => {
    const [found] = await as((tx) => findPeople(tx, [lookup('陳怡君', 'Y199999999')]), 'matcher', 'screening');
    expect(found?.[0]?.identifier).toBe('different');
  });

  it('does not match by a key that law 8 hides', async () => {
    await owner.query(`update people.search_key set hidden = true where person_id = $1 and kind = 'phone'`, [known.id]);
    const [found] = await as(
      (tx) => findPeople(tx, [{ identifier: null, keys: [{ kind: 'phone', value: '0900111222' }], district: null }]),
      'matcher',
      'screening',
    );
    expect(found).toEqual([]);
  });

  it('searches and pages without saying how many more there are', async () => {
    await as(async (tx) => {
      await foundPeople(tx, [person(await record(tx), { identifier: null }), person(await record(tx), { identifier: null })]);
    });
    const query = { identifier: null, keys: [{ kind: 'name', value: '陳怡君' }], parts: [] };
    const first = await as((tx) => searchPeople(tx, query, { limit: 2 }));
    const rest = await as((tx) => searchPeople(tx, query, { limit: 2, after: first.next ?? '' }));
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([2, 1, null]);
    const byNumber = await as((tx) =>
      searchPeople(tx, { identifier: { normal: 'Y290000017', masked: false }, keys: [], parts: [] }, { limit: 5 }),
    );
    expect(byNumber.rows.map((r) => r.personId)).toEqual([known.id]);
  });

  it('records a match once, confirms a candidate, undoes it, and the report follows', async () => {
    const reportId = newId(atMs);
    const reportPerson = newId(atMs);
    const recordId = await as(record);
    await owner.query(
      `insert into intake.report (id, number, county, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version, demo)
       values ($1, '115-1122-0001', $2, 'ecare', 'police', $1, 'low', 'rule', now(), now(), now(), '1', true)`,
      [reportId, county],
    );
    await owner.query(`insert into intake.report_person (id, report_id, county, role, record_id) values ($1, $2, $3, 'victim', $4)`, [
      reportPerson,
      reportId,
      county,
      recordId,
    ]);
    const evidence = [
      { about: 'name', level: 'same', bits: 10.2 },
      { about: 'birthDate', level: 'same', bits: 14 },
    ];
    const prepared = { reported: { sex: null }, shownName: '陳怡君', birth: null, identifier: null, phones: [], addresses: [] };
    const match = () =>
      as(
        (tx) =>
          personIndex(tx).record({ reportId, county, district: null, at, demo: true }, [
            {
              subjectId: reportPerson,
              recordId,
              prepared,
              keys: [],
              decision: { kind: 'candidates', candidates: [{ personId: known.id, weight: 24.2, evidence }] },
            },
          ]),
        'matcher',
        'screening',
      );
    expect(await match()).toEqual([null]);
    await match();
    const [candidate, ...more] = await as((tx) => listCandidates(tx, { reportId, limit: 10 }));
    expect(more).toEqual([]);
    expect(candidate).toMatchObject({ reportPersonId: reportPerson, given: '{"name":"測試"}', weight: expect.closeTo(24.2, 3) });

    const speaks = async () =>
      (await owner.query('select person_id from intake.report_person where id = $1', [reportPerson])).rows[0].person_id;
    await as(async (tx) => {
      const situation = await readLinkSituation(tx, candidate!.linkId);
      const { following } = situation!;
      await applyLinkSteps(
        tx,
        [
          { do: 'setLink', linkId: candidate!.linkId, state: 'confirmed' },
          { do: 'follow', recordId, from: null, to: known.id, what: following },
        ],
        { verb: 'confirm', linkId: candidate!.linkId, at, county, reason: null, founded: null },
        { personIds: [known.id], recordIds: [recordId] },
      );
    });
    expect(await speaks()).toBe(known.id);
    const alone = newId(atMs);
    const followed = await as(async (tx) => {
      const { following } = (await readLinkSituation(tx, candidate!.linkId))!;
      return applyLinkSteps(
        tx,
        [
          { do: 'setLink', linkId: candidate!.linkId, state: 'undone' },
          { do: 'found', personId: alone, recordId },
          { do: 'follow', recordId, from: known.id, to: alone, what: following },
        ],
        { verb: 'undo', linkId: candidate!.linkId, at, county, reason: null, founded: person(recordId, { identifier: null, keys: [] }) },
        { personIds: [known.id], recordIds: [recordId] },
      );
    });
    expect(followed).toMatchObject({ reports: 1, cases: 0, flags: 0 });
    expect(await speaks()).toBe(alone);
  });

  it('reads a file with masked number and the picture around a person, and puts it on record', async () => {
    const file = await as((tx) => getPerson(tx, known.id));
    expect(file).toMatchObject({ name: '陳怡君', identifiers: [{ masked: 'Y29****017', valid: true }], records: [{ basis: 'founding' }] });
    const graph = await as((tx) => readFamilyGraph(tx, [known.id]));
    expect(graph.people.map((p) => p.id)).toEqual([known.id]);
    const { rows } = await owner.query(
      `select action from audit.entry where $1 = any(person_ids) and action in ('person.read', 'family.read')`,
      [known.id],
    );
    expect(rows.map((r) => r.action).sort()).toEqual(['family.read', 'person.read']);
  });
});
