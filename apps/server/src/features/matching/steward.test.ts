// A data steward joins and parts people of the county: sees beforehand what moves, the case follows by an event of its own, and each decision can be taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyA } from '../../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';
import { arrangeStory, type Story } from '../../testing/story.ts';
import { type Ask, startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;
let steward: Ask;
let worker: Ask;
/** Older than anybody in the story. */
const elder = '01000000-0000-7000-8000-000000000001';
let child: string;

const personOf = async (name: string): Promise<string> => {
  const owner = await server.database.owner();
  return (await owner.query<{ id: string }>('select id from people.person where name = $1 order by id', [name])).rows[0]?.id ?? '';
};
const membersOf = async (): Promise<string[]> =>
  ((await worker('GET', `/api/cases/${story.ids.caseId}`)).body.members as unknown as { personId: string }[]).map((one) => one.personId);

const titleOf = async (): Promise<unknown> => (await worker('GET', `/api/cases/${story.ids.caseId}`)).body.title;

const toldOf = async (kind: string): Promise<string[]> => {
  const owner = await server.database.owner();
  const { rows } = await owner.query<{ told: string }>(
    'select coalesce(to_post, to_account::text) as told from system.notice where kind = $1',
    [kind],
  );
  return rows.map((row) => row.told).sort();
};

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
  child = await personOf('蘇小密');
  const owner = await server.database.owner();
  await owner.query(
    `insert into people.person (id, county, name, sex, birth_date, birth_precision, demo) select $1, $2, '王早先', 'male', '2019-03-14', 'day', demo from people.person limit 1`,
    [elder, countyA],
  );
  steward = await server.as(everyone.seats['a.steward']!);
  worker = await server.as(everyone.seats['a.worker']!);
}, 180_000);
afterAll(() => server?.close());

test('a merge is seen beforehand, moves the case by an event, and is taken back exactly', async () => {
  expect(elder < child).toBe(true);
  const before = await membersOf();
  // This case is about the child, for as long as this test lasts.
  const owner = await server.database.owner();
  const about = async (person: string, called: unknown) =>
    owner.query('update casework."case" set subject_person_id = $2, title = $3 where id = $1', [story.ids.caseId, person, called]);
  const formerly = await titleOf();
  await about(child, '蘇小密家庭');
  expect(before).toContain(child);
  const preview = await steward('POST', '/api/matching/merge/preview', { personId: child, otherId: elder });
  expect(preview.body, preview.text).toMatchObject({ kept: { id: elder }, gone: { id: child }, against: [], moves: { reports: 1 } });
  const { kept, gone } = preview.body as unknown as { kept: { version: number }; gone: { version: number } };
  const body = { personId: child, otherId: elder, version: gone.version, otherVersion: kept.version, reason: '同一人，改過姓' };
  const stale = await steward('POST', '/api/matching/merge', { ...body, version: gone.version + 5 });
  expect([stale.status, stale.body.code]).toEqual([409, 'versionConflict']);
  const merged = await steward('POST', '/api/matching/merge', body);
  expect(merged.status, merged.text).toBe(200);
  expect(await membersOf()).toEqual(before.map((id) => (id === child ? elder : id)));
  expect(await titleOf(), 'a case is called by whom it is about').toBe('王早先家庭');
  const timeline = await worker('GET', `/api/cases/${story.ids.caseId}/timeline`);
  expect(timeline.text).toContain('personReplaced');
  expect((await worker('GET', `/api/people/${elder}`)).status).toBe(200);
  // Whoever opens the entry that was joined gets the person it stands for; lead and supervisor are told that somebody in their case is somebody else.
  const led = await worker('GET', `/api/people/${child}`);
  expect([led.status, led.body.id], led.text).toEqual([200, elder]);
  expect((await worker('GET', `/api/people/${child}/family`)).status).toBe(200);
  expect(await toldOf('case.person')).toEqual([`supervisor:unit:${everyone.units.centre}`, everyone.seats['a.worker']!.id].sort());
  const found = await steward('POST', '/api/people/search', { text: '蘇小密' });
  const bySound = await steward('POST', '/api/people/search', { text: 'ㄙㄒㄇ' });
  expect(JSON.stringify(bySound.body), bySound.text).toContain('姓名注音首符相同');
  expect((found.body.rows as unknown as { personId: string }[]).map((row) => row.personId)).toEqual([elder]);

  const list = await steward('GET', '/api/matching/decisions');
  const [decision] = list.body.rows as unknown as { id: string; verb: string; version: number; mayTakeBack: boolean }[];
  expect(decision).toMatchObject({ verb: 'merge', mayTakeBack: true });
  // Two of one name are told apart, and which of them was joined to the other is said.
  expect((list.body.rows as unknown as { persons: object[] }[])[0]?.persons).toEqual(
    [child, elder].sort().map((id) => ({
      id,
      name: expect.any(String),
      sex: expect.any(String),
      birthDate: expect.toSatisfy((day) => day === null || /^\d{4}-\d\d-\d\d$/.test(day)),
      birthPrecision: 'day',
      district: expect.toSatisfy((place) => place === null || typeof place === 'string'),
      joined: id === child,
    })),
  );
  const back = await steward('POST', `/api/matching/decisions/${decision!.id}/take-back`, { version: decision!.version, reason: '弄錯了' });
  expect(back.status, back.text).toBe(200);
  expect(await membersOf()).toEqual(before);
  expect(await titleOf()).toBe('蘇小密家庭');
  await about(story.ids.personId!, formerly);
  expect(await toldOf('case.person')).toHaveLength(4);
  const again = await steward('POST', `/api/matching/decisions/${decision!.id}/take-back`, {
    version: decision!.version,
    reason: '弄錯了',
  });
  expect([again.status, again.body.code]).toEqual([409, 'versionConflict']);
});

test('rows are parted into somebody new, and the file says so', async () => {
  const person = story.ids.personId!;
  const pairs = (await steward('GET', '/api/matching/candidates')).body.rows as unknown as {
    linkId: string;
    personId: string;
    version: number;
  }[];
  const pair = pairs.find((one) => one.personId === person);
  const confirmed = await steward('POST', `/api/matching/links/${pair?.linkId}/confirm`, {
    version: pair?.version,
    reason: '證號、生日與地址相同',
  });
  expect(confirmed.body, confirmed.text).toMatchObject({ state: 'confirmed', followed: { reports: 1 } });
  const file = await steward('GET', `/api/people/${person}`);
  const records = file.body.records as unknown as { linkId: string; mayUndo: boolean }[];
  // Rows of two people are told apart by whom each of them names.
  expect(file.body.records).toEqual(
    records.map(() => expect.objectContaining({ given: expect.objectContaining({ name: expect.any(String) }) })),
  );
  const linkIds = records.filter((row) => row.mayUndo).map((row) => row.linkId);
  expect(linkIds).toHaveLength(1);
  const preview = await steward('POST', '/api/matching/split/preview', { personId: person, linkIds });
  expect(preview.body, preview.text).toMatchObject({ moves: { reports: 1 } });
  const body = { personId: person, version: file.body.version, linkIds, reason: '證號被冒用' };
  const parted = await steward('POST', '/api/matching/split', body);
  expect(parted.status, parted.text).toBe(200);
  const after = await steward('GET', `/api/people/${person}`);
  expect(after.body.records).toHaveLength(records.length - 1);
  expect((await steward('GET', `/api/people/${parted.body.personId}`)).body.records).toHaveLength(1);
  expect(await membersOf()).toContain(person);

  // The row is all that the new person rests on: there is nothing to undo in it, and the way back is to take back the parting.
  type Held = { linkId: string; mayUndo: boolean; version: number };
  const rowsOf = async (id: unknown) => (await steward('GET', `/api/people/${id}`)).body.records as unknown as Held[];
  const [only] = await rowsOf(parted.body.personId);
  expect(only).toMatchObject({ mayUndo: false });
  const refused = await steward('POST', `/api/matching/links/${only!.linkId}/undo`, { version: only!.version, reason: '試試看' });
  expect([refused.status, refused.body.code, refused.body.facts]).toEqual([409, 'linkNotCertain', { reason: 'founding' }]);
  const list = await steward('GET', '/api/matching/decisions');
  const [parting] = list.body.rows as unknown as { id: string; verb: string; version: number }[];
  expect(parting).toMatchObject({ verb: 'split' });
  const back = await steward('POST', `/api/matching/decisions/${parting!.id}/take-back`, { version: parting!.version, reason: '分錯了' });
  expect(back.status, back.text).toBe(200);
  // The row is the first person's again, and its link can be undone as if it had never been parted; then it stands for somebody of its own.
  const again = (await rowsOf(person)).find((row) => row.mayUndo);
  const undone = await steward('POST', `/api/matching/links/${again!.linkId}/undo`, { version: again!.version, reason: '不是同一人' });
  expect(undone.body, undone.text).toMatchObject({ state: 'undone', followed: { reports: 1 } });
  expect(await rowsOf(person)).toHaveLength(records.length - 1);
  expect(undone.body.personId).not.toBe(person);
  expect(await rowsOf(undone.body.personId)).toHaveLength(1);
  // What the parting had founded is nobody: it stands for nothing, and nothing stands on it.
  expect((await rowsOf(parted.body.personId)) ?? []).toEqual([]);
});

test('what law 8 holds apart is not joined, and another county has nothing to decide', async () => {
  const owner = await server.database.owner();
  const respondent = await personOf('蔡對方');
  const victim = story.ids.personId!;
  await owner.query(
    `insert into casework.case_person (case_id, person_id, county, role, since) select id, $1, county, 'respondent', now() from casework."case" where id = $2`,
    [respondent, story.ids.caseId],
  );
  const sides = await steward('POST', '/api/matching/merge/preview', { personId: victim, otherId: respondent });
  expect([sides.status, sides.body.facts]).toEqual([409, { reason: 'opposed' }]);
  await owner.query(`delete from casework.case_person where person_id = $1`, [respondent]);
  expect((await steward('POST', '/api/matching/merge/preview', { personId: victim, otherId: respondent })).status).toBe(200);
  // The lead of the victim's case leads another in which the man is the other side: joined, one person would hold both.
  await owner.query(
    `with made as (insert into casework."case" (id, number, county, unit_id, programme, pack_version, side, stage, status, received_at, lead_id)
       select gen_random_uuid(), 'X-1', county, unit_id, programme, pack_version, 'victim', stage, 'open', now(), lead_id from casework."case" where id = $2 returning *),
     person as (insert into casework.case_person (case_id, person_id, county, role, since) select id, $1, county, 'respondent', now() from made)
     insert into casework.assignment (case_id, county, account_id, unit_id, role, since) select id, county, lead_id, unit_id, 'lead', now() from made`,
    [respondent, story.ids.caseId],
  );
  const both = await steward('POST', '/api/matching/merge/preview', { personId: victim, otherId: respondent });
  expect([both.status, both.body.facts]).toEqual([409, { reason: 'bothSides' }]);
  await owner.query(`update people.contact set hidden = true, hidden_from = array[$2::uuid] where person_id = $1`, [victim, respondent]);
  const apart = await steward('POST', '/api/matching/merge/preview', { personId: victim, otherId: respondent });
  expect([apart.status, apart.body.code]).toEqual([409, 'linkNotCertain']);
  const elsewhere = await server.as(everyone.seats['b.steward']!);
  const asked = await elsewhere('POST', '/api/matching/merge/preview', { personId: victim, otherId: elder });
  expect(asked.status).toBe(404);
  expect((await elsewhere('GET', '/api/matching/decisions')).body.rows).toEqual([]);
});
