// Somebody whom the index may not know is added to a case: a person at once, looked up afterwards; the same person by the number only, otherwise a pair for whoever decides on links.
import { expect, test } from 'vitest';
import { caseHouse } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

type Members = { personId: string; name: string | null; relation: string | null; until: string | null }[];
const membersOf = async (id: string): Promise<Members> =>
  ((await (await as('worker'))('GET', `/api/cases/${id}`)).body.members as unknown as Members).filter((one) => one.until === null);
const add = (given: object) => ({ type: 'addMember', role: 'member', relation: 'grandmother', given });
const rowsOf = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await (await house().server.database.owner()).query<Row>(text, [...values])).rows;

test('a newcomer is a member with a file of their own, is found by name, and rests on a row of the case', async () => {
  const one = await aCase('新成員件');
  await done('worker', one, add({ name: '廖奶奶琴', sex: 'female', birthDate: '0300102' }));
  const added = (await membersOf(one.id)).find((each) => each.name === '廖奶奶琴');
  expect(added).toMatchObject({ relation: 'grandmother' });
  const file = await (await as('worker'))('GET', `/api/people/${added!.personId}`);
  expect(file.status, file.text).toBe(200);
  expect(file.body).toMatchObject({ name: '廖奶奶琴', sex: 'female', birthDate: '1941-01-02' });
  const seen = await (await as('screener'))('GET', `/api/people/${added!.personId}`);
  expect(seen.body.records, seen.text).toMatchObject([{ source: 'case', given: { name: '廖奶奶琴' } }]);
  const found = await (await as('supervisor'))('POST', '/api/people/search', { text: '廖奶奶琴' });
  expect((found.body.rows as unknown as { personId: string }[]).map((row) => row.personId)).toEqual([added!.personId]);
  expect((await rowsOf<{ n: number }>(`select count(*)::int as n from system.later_job where job_key like 'newcomer:%'`))[0]?.n).toBe(0);
});

test('with the number of somebody known, the case has that person and nobody twice; it can be undone', async () => {
  const known = { role: 'subject', name: '連證號', sex: 'male', birthDate: '0700304', nationalId: 'Y190000025' };
  await aCase('連證號', { grounds: ['family-adversity'], persons: [known] });
  const [there] = await rowsOf<{ id: string }>(`select id from people.person where name = '連證號'`);
  const one = await aCase('證號件');
  await done('worker', one, add({ name: '連證號', nationalId: 'y190000025', birthDate: '0700304' }));
  expect((await membersOf(one.id)).map((each) => each.personId)).toContain(there!.id);
  const open = await rowsOf(`select id from people.person where name = '連證號' and merged_into is null`);
  expect(open).toHaveLength(1);
  const timeline = await (await as('worker'))('GET', `/api/cases/${one.id}/timeline`);
  expect((timeline.body.rows as unknown as { type: string }[]).map((row) => row.type)).toContain('personReplaced');
});

test('like somebody known but not certain: shown to who may see them, a pair for the desk, and the case follows when they are one', async () => {
  const born = { name: '駱相近', sex: 'female', birthDate: '0650607' };
  const first = await aCase('駱相近', { grounds: ['family-adversity'], persons: [{ role: 'subject', ...born }] });
  const [there] = await membersOf(first.id);
  const one = await aCase('相近件');
  const alike = await (await as('worker'))('POST', `/api/cases/${one.id}/alike`, { given: born });
  expect(alike.status, alike.text).toBe(200);
  expect(alike.body.rows).toMatchObject([
    { personId: there!.personId, name: '駱相近', sentence: { zh: expect.stringContaining('生日相同') } },
  ]);
  const elsewhere = await (await as('worker2'))('POST', `/api/cases/${one.id}/alike`, { given: born });
  expect(elsewhere.status, 'who is not on the case').toBe(404);
  await done('worker', one, add(born));
  const added = (await membersOf(one.id)).find((each) => each.name === '駱相近')!;
  expect(added.personId).not.toBe(there!.personId);
  const screener = await as('screener');
  const pairs = (await screener('GET', '/api/matching/candidates?limit=200')).body.rows as unknown as {
    linkId: string;
    personId: string;
    reportId: string | null;
    version: number;
    given: { name: string };
  }[];
  const pair = pairs.find((row) => row.personId === there!.personId && row.reportId === null)!;
  expect(pair.given.name).toBe('駱相近');
  const confirmed = await screener('POST', `/api/matching/links/${pair.linkId}/confirm`, { version: pair.version, reason: '電話確認' });
  expect(confirmed.status, confirmed.text).toBe(200);
  expect((await membersOf(one.id)).map((each) => each.personId)).toContain(there!.personId);
});

test('what cannot be is refused at the field: born tomorrow, nobody, both', async () => {
  const one = await aCase('錯成員件');
  expect((await act('worker', one, add({ name: '未來', birthDate: '2099-01-01' }))).body).toMatchObject({
    code: 'eventInvalid',
    facts: { path: 'given.birthDate', reason: 'future' },
  });
  expect((await act('worker', one, { type: 'addMember', role: 'member' })).body).toMatchObject({ facts: { path: 'personId' } });
  expect((await act('worker', one, add({ name: '  ' }))).status).toBe(422);
});
