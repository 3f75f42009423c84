// The reporter is called back and says one fact more: kept beside the report's own words, the person is matched again with it in the request, decided links stay,
// contacts that must stay hidden do, and whoever was founded on the report is found by the new fact.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, type DeskWorld, startDesk } from '../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
});
afterAll(() => world.close());

type Fact = { kind: string; value: string; hidden?: boolean };
type Person = {
  id: string;
  name: string | null;
  match: string;
  personId: string | null;
  phones: string[];
  learned: { kind: string; value: string; saidBy: string; takenBy: string }[];
  asReported: { name: string } | null;
};
type Candidate = { linkId: string; version: number; personId: string; later: boolean; sentence: { zh: string }; person: { name: string } };

const file = async (...persons: object[]): Promise<string> => {
  const screener = await world.as('screener');
  const filed = await world.server.nobody(
    'POST',
    '/api/reports',
    aReport({ persons: persons.map((person) => ({ role: 'subject', sex: 'male', ...person })) }),
  );
  expect(filed.status, filed.text).toBe(200);
  const { rows } = (await screener('GET', '/api/screening/queue?limit=100')).body as unknown as { rows: { id: string; number: string }[] };
  return rows.find((row) => String(filed.body.receipt).endsWith(row.number))!.id;
};
const read = async (id: string) =>
  (await (await world.as('screener'))('GET', `/api/screening/reports/${id}`)).body as unknown as {
    version: number;
    narrative: string;
    persons: Person[];
    priorReports: number;
  };
const proposed = async (id: string) =>
  ((await (await world.as('screener'))('GET', `/api/screening/reports/${id}/family`)).body as unknown as { candidates: Candidate[] })
    .candidates;
const learn = async (id: string, fact: Fact, at = 0) => {
  const report = await read(id);
  return (await world.as('screener'))('POST', `/api/screening/reports/${id}/persons/${report.persons[at]!.id}/facts`, {
    version: report.version,
    saidBy: 'reporter',
    ...fact,
  });
};

test('a masked name is matched once one fact more is known; the words of the report stay', async () => {
  for (const [at, given] of [...'大志文國'].entries())
    await file({ name: `陳${given}明`, birthDate: `${60 + at * 10}0314`, phones: [`091234560${at}`] });
  const id = await file({ name: '陳○明' });
  expect(await proposed(id)).toEqual([]);
  const before = await read(id);
  const answer = await learn(id, { kind: 'birthYear', value: '民國80' });
  expect(answer.status, answer.text).toBe(200);
  expect((await proposed(id)).map((one) => [one.person.name, one.later])).toEqual([['陳文明', true]]);
  const after = await read(id);
  expect(after.narrative).toBe(before.narrative);
  expect(after.persons[0]).toMatchObject({
    name: '陳○明',
    match: 'candidates',
    learned: [{ kind: 'birthYear', value: '1991', saidBy: 'reporter', hidden: false }],
  });
  // Another fact speaks for the same person: the proposal is weighed anew, not made twice.
  expect((await learn(id, { kind: 'phone', value: '0912-345-602' })).status).toBe(200);
  const [only, ...more] = await proposed(id);
  expect(more).toEqual([]);
  expect(only?.sentence.zh).toContain('電話相同');
});

test('a name that was learned takes the place of none, and the report still says what it said', async () => {
  const id = await file({ name: null, sex: 'unknown' });
  expect((await read(id)).persons[0]).toMatchObject({ match: 'unidentifiable', personId: null });
  expect((await learn(id, { kind: 'name', value: '𠮷田Yoko' })).status).toBe(200);
  const [person] = (await read(id)).persons;
  expect(person).toMatchObject({ name: '𠮷田Yoko', asReported: { name: null }, match: 'new' });
  const found = await (await world.as('screener'))('POST', '/api/people/search', { text: 'yoko', limit: 5 });
  expect(found.body.rows).toMatchObject([{ personId: person?.personId, name: '𠮷田（Yoko）' }]);
});

test('whoever was founded on the report is found by what was learned, and looks for others with it', async () => {
  const other = await file({ name: '林小芬', sex: 'female', birthDate: '0790102', phones: ['0977111222'] });
  const id = await file({ name: '廖大華' });
  const [founded] = (await read(id)).persons;
  expect(founded).toMatchObject({ match: 'new' });
  expect((await learn(id, { kind: 'phone', value: '0988777666' })).status).toBe(200);
  const found = await (await world.as('screener'))('POST', '/api/people/search', { text: '0988777666', limit: 5 });
  expect(found.body.rows).toMatchObject([{ personId: founded?.personId }]);
  expect((await read(id)).persons[0]).toMatchObject({ match: 'new', phones: ['0988777666'] });
  void other;
});

test('what a person has decided stays, rejected pairs are not proposed again', async () => {
  await file({ name: '葉志偉', birthDate: '0700101', phones: ['0922000111'] });
  const id = await file({ name: '葉志偉' });
  const [pair] = await proposed(id);
  const screener = await world.as('screener');
  const said = await screener('POST', `/api/matching/links/${pair!.linkId}/reject`, { version: pair!.version, reason: '不是同一人' });
  expect(said.status, said.text).toBe(200);
  expect((await learn(id, { kind: 'phone', value: '0922000111' })).status).toBe(200);
  expect(await proposed(id)).toEqual([]);
});

test('contacts that must stay hidden find nobody, are shown to nobody beside the other side, and hide the others of that person', async () => {
  await file({ name: '古月娥', sex: 'female', birthDate: '0650505', phones: ['0933444555'] });
  const id = await file({ name: '曾美惠', sex: 'female', phones: ['0911222333'], role: 'victim' }, { name: '曾阿土', role: 'respondent' });
  expect((await read(id)).persons[0]?.phones).toEqual(['0911222333']);
  expect((await learn(id, { kind: 'phone', value: '0933444555', hidden: true })).status).toBe(200);
  const [victim] = (await read(id)).persons;
  expect(victim).toMatchObject({ phones: [], learned: [], contactsHidden: true });
  expect(await proposed(id)).toEqual([]);
  const owner = await world.server.database.owner();
  const { rows } = await owner.query(`select hidden from people.contact where person_id = $1 and kind = 'phone' order by hidden`, [
    victim?.personId,
  ]);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.hidden)).toBe(true);
  const text = await owner.query<{ text: string }>(`select string_agg(t::text, ' ') as text from intake.learned_fact t`);
  expect(text.rows[0]?.text).not.toContain('0933444555');
  await owner.end();
});

test('what cannot be read, is known already, or comes too late is refused with the field named', async () => {
  const id = await file({ name: '石中玉', birthDate: '0700101' });
  const refused = async (fact: Fact) => (await learn(id, fact)).body;
  expect(await refused({ kind: 'birthDate', value: '1150231' })).toMatchObject({ fields: [{ path: 'value', reason: 'notADate' }] });
  expect(await refused({ kind: 'birthYear', value: '民國200' })).toMatchObject({ fields: [{ path: 'value', reason: 'future' }] });
  expect(await refused({ kind: 'phone', value: '不知道' })).toMatchObject({ fields: [{ path: 'value', reason: 'notATelephone' }] });
  expect(await refused({ kind: 'birthDate', value: '0700101' })).toMatchObject({ fields: [{ path: 'value', reason: 'asBefore' }] });
  expect(await refused({ kind: 'name', value: '石玉', hidden: true })).toMatchObject({ fields: [{ path: 'hidden' }] });
  const screener = await world.as('screener');
  const { version, persons } = await read(id);
  const path = `/api/screening/reports/${id}/persons/${persons[0]!.id}/facts`;
  const stale = await screener('POST', path, { version: version + 1, kind: 'school', value: '示範國小', saidBy: 'school' });
  expect([stale.status, stale.body.code]).toEqual([409, 'versionConflict']);
  const owner = await world.server.database.owner();
  await owner.query(`update intake.report set status = 'dispatched' where id = $1`, [id]);
  expect((await learn(id, { kind: 'school', value: '示範國小' })).body).toMatchObject({ code: 'reportDecided' });
  await owner.end();
});
