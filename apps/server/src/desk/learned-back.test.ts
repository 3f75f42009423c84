// A learned fact was taken down wrongly: it is taken back or corrected, stays on record, and everything that rested on it goes: keys, number, contact, name,
// proposals, a link by the number. What a person decided stays, and what had to be hidden stays hidden.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, type DeskWorld, startDesk } from '../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
});
afterAll(() => world.close());

type Learned = { id: string; kind: string; value: string; takenBack: { why: string; by: string } | null };
type Person = {
  id: string;
  name: string | null;
  birthDate: string | null;
  match: string;
  personId: string | null;
  phones: string[];
  contactsHidden: boolean;
  learned: Learned[];
  asReported: unknown;
};
type Report = { version: number; band: string; persons: Person[] };

const screener = () => world.as('screener');
const rows = async () =>
  (await (await screener())('GET', '/api/screening/queue?limit=100')).body.rows as unknown as {
    id: string;
    number: string;
    title: string | null;
  }[];
const file = async (...persons: object[]): Promise<string> => {
  const filed = await world.server.nobody(
    'POST',
    '/api/reports',
    aReport({ persons: persons.map((person) => ({ role: 'subject', sex: 'male', ...person })) }),
  );
  expect(filed.status, filed.text).toBe(200);
  return (await rows()).find((row) => String(filed.body.receipt).endsWith(row.number))!.id;
};
const read = async (id: string) => (await (await screener())('GET', `/api/screening/reports/${id}`)).body as unknown as Report;
const proposed = async (id: string) =>
  (await (await screener())('GET', `/api/screening/reports/${id}/family`)).body.candidates as unknown as {
    linkId: string;
    version: number;
    given: { name: string | null };
    person: { name: string };
  }[];
const learn = async (id: string, fact: object) => {
  const { version, persons } = await read(id);
  return (await screener())('POST', `/api/screening/reports/${id}/persons/${persons[0]!.id}/facts`, {
    version,
    saidBy: 'reporter',
    ...fact,
  });
};
const took = async (id: string, fact: object) => {
  const done = await learn(id, fact);
  expect(done.status, done.text).toBe(200);
  return String(done.body.factId);
};
const back = async (id: string, factId: string, more: object = {}) =>
  (await screener())('POST', `/api/screening/reports/${id}/facts/${factId}/take-back`, {
    version: (await read(id)).version,
    why: 'mistyped',
    ...more,
  });
const found = async (text: string) =>
  ((await (await screener())('POST', '/api/people/search', { text, limit: 5 })).body.rows as unknown as { personId: string }[]).map(
    (row) => row.personId,
  );

test('a year of birth that was taken back finds nobody, and the proposal that rested on it goes', async () => {
  for (const [at, given] of [...'大志文國'].entries())
    await file({ name: `葉${given}明`, birthDate: `${60 + at * 10}0314`, phones: [`091234560${at}`] });
  const id = await file({ name: '葉○明' });
  const fact = await took(id, { kind: 'birthYear', value: '1991' });
  expect((await proposed(id)).map((one) => one.person.name)).toEqual(['葉文明']);
  const done = await back(id, fact);
  expect(done.status, done.text).toBe(200);
  expect(await proposed(id)).toEqual([]);
  expect((await read(id)).persons[0]).toMatchObject({ learned: [{ value: '1991', takenBack: { why: 'mistyped' } }] });
  // Twice taken back is once; and it may be learned again.
  expect((await back(id, fact)).body).toMatchObject({ code: 'notFound' });
  await took(id, { kind: 'birthYear', value: '1991' });
  expect((await proposed(id)).map((one) => one.person.name)).toEqual(['葉文明']);
});

test('whoever was founded on the report is not found by it any more', async () => {
  const id = await file({ name: '廖大華' });
  const [{ personId } = { personId: null }] = (await read(id)).persons;
  const fact = await took(id, { kind: 'phone', value: '0988777666' });
  expect(await found('0988777666')).toEqual([personId]);
  expect((await back(id, fact)).status).toBe(200);
  expect(await found('0988777666')).toEqual([]);
  expect(await found('廖大華')).toEqual([personId]);
  expect((await read(id)).persons[0]).toMatchObject({ match: 'new', personId });
});

test('a name is corrected in one step: the queue, the proposals and whoever was founded have the new one, or none again', async () => {
  const id = await file({ name: null, sex: 'unknown' });
  const title = async () => (await rows()).find((row) => row.id === id)?.title;
  expect(await title()).toBeNull();
  const wrong = await took(id, { kind: 'name', value: '柯阿財' });
  expect(await title()).toBe('柯阿財');
  const { personId } = (await read(id)).persons[0]!;
  const right = await took(id, { kind: 'name', value: '柯明德', insteadOf: { factId: wrong, why: 'mistyped' } });
  expect(await title()).toBe('柯明德');
  expect(await found('柯阿財')).not.toContain(personId);
  expect(await found('柯明德')).toContain(personId);
  const owner = await world.server.database.owner();
  const nameOf = async () => (await owner.query('select name from people.person where id = $1', [personId])).rows[0]?.name;
  expect(await nameOf()).toBe('柯明德');
  expect((await back(id, right, { why: 'otherPerson' })).status).toBe(200);
  expect(await title()).toBeNull();
  expect(await nameOf()).toBeNull();
  expect((await read(id)).persons[0]).toMatchObject({ name: null, asReported: null });
  await owner.end();
});

test('a link that the wrong number made is undone, and the number is nobody’s', async () => {
  const other = (await read(await file({ name: '范大成', birthDate: '0660606', nationalId: 'A131104098' }))).persons[0]!;
  const id = await file({ name: '范大成' });
  const fact = await took(id, { kind: 'nationalId', value: 'A131104098' });
  expect((await read(id)).persons[0]).toMatchObject({ match: 'confirmed', personId: other.personId });
  expect((await back(id, fact)).status).toBe(200);
  const [person] = (await read(id)).persons;
  expect(person?.match).not.toBe('confirmed');
  expect(person?.personId).not.toBe(other.personId);
  const owner = await world.server.database.owner();
  expect((await owner.query('select 1 from people.identifier where id = $1', [fact])).rows).toEqual([]);
  await owner.end();
});

test('what a person decided by it stays; a pair is shown with the name that was compared', async () => {
  await file({ name: '簡正雄', birthDate: '0610101' });
  const id = await file({ name: '阿雄' });
  const fact = await took(id, { kind: 'name', value: '簡正雄' });
  const [pair] = await proposed(id);
  expect(pair?.given.name).toBe('簡正雄');
  const said = await (await screener())('POST', `/api/matching/links/${pair!.linkId}/confirm`, { version: pair!.version });
  expect(said.status, said.text).toBe(200);
  expect((await back(id, fact)).status).toBe(200);
  expect((await read(id)).persons[0]).toMatchObject({ name: '阿雄', match: 'confirmed' });
});

test('a hidden telephone that was taken back leaves the others hidden, and is no contact of anybody', async () => {
  const id = await file(
    { name: '溫美惠', sex: 'female', phones: ['0911888333'], addresses: ['甲一區中山路3號'], role: 'victim' },
    { name: '溫對造', role: 'respondent' },
  );
  const { personId } = (await read(id)).persons[0]!;
  const fact = await took(id, { kind: 'phone', value: '0933999555', hidden: true });
  const owner = await world.server.database.owner();
  const hidden = async () =>
    (
      await owner.query<{ kind: string }>(
        `select kind from people.contact where person_id = $1 and hidden and source like 'record:%' order by kind, id`,
        [personId],
      )
    ).rows.map((row) => row.kind);
  const before = await hidden();
  expect(before.filter((kind) => kind === 'phone').length).toBeGreaterThanOrEqual(2);
  expect((await back(id, fact)).status).toBe(200);
  const after = await hidden();
  expect(after.filter((kind) => kind === 'phone')).toHaveLength(before.filter((kind) => kind === 'phone').length - 1);
  expect((await read(id)).persons[0]).toMatchObject({ contactsHidden: true, phones: [], learned: [] });
  await owner.end();
});

test('another kind, nothing changed, a fact of another report, a decided report: refused with the field named', async () => {
  const id = await file({ name: '石中玉', birthDate: '0700101' });
  const fact = await took(id, { kind: 'school', value: '示範國小' });
  const instead = { insteadOf: { factId: fact, why: 'mistyped' } };
  expect((await learn(id, { kind: 'name', value: '石玉', ...instead })).body).toMatchObject({
    fields: [{ path: 'kind', reason: 'notAllowed' }],
  });
  expect((await learn(id, { kind: 'school', value: '示範國小', ...instead })).body).toMatchObject({
    fields: [{ path: 'value', reason: 'asBefore' }],
  });
  const elsewhere = await file({ name: '別人家' });
  expect((await back(elsewhere, fact)).body).toMatchObject({ code: 'notFound' });
  expect((await learn(elsewhere, { kind: 'school', value: '別校', ...instead })).body).toMatchObject({ code: 'notFound' });
  expect((await back(id, fact, { version: 999 })).body).toMatchObject({ code: 'versionConflict' });
  const owner = await world.server.database.owner();
  await owner.query(`update intake.report set status = 'dispatched' where id = $1`, [id]);
  expect((await back(id, fact)).body).toMatchObject({ code: 'reportDecided' });
  await owner.end();
});
