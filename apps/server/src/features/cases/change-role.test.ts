// What somebody turned out to be in a case: corrected by an event, corrected back by another, and house law 8 follows at once: nobody works for both sides, and
// what is hidden of the victim is hidden from whoever is on the other side now.
import { expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { caseHouse } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

type Member = { personId: string; name: string; role: string; relation: string | null; until: string | null };
const membersOf = async (who: string, id: string): Promise<Member[]> =>
  (await (await as(who))('GET', `/api/cases/${id}`)).body.members as unknown as Member[];
const present = async (who: string, id: string, name: string): Promise<Member> =>
  (await membersOf(who, id)).find((one) => one.name === name && one.until === null)!;
const rowsOf = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await (await house().server.database.owner()).query<Row>(text, [...values])).rows;
const change = (personId: string, role: string, more: object = {}) => ({
  type: 'changeRole',
  personId,
  role,
  reason: '被害人說明同住者為施暴者',
  ...more,
});

let n = 0;
/** A case of the protection centre with a victim and somebody who lives there; names differ each time. */
const violence = async (name: string, hidden: boolean) => {
  n += 1;
  const victim = {
    role: 'victim',
    name: `${name}甲`,
    birthDate: `07${n}0${n}0${n}`,
    phones: [`09660015${10 + n}`],
    contactsHidden: hidden,
  };
  const other = { role: 'familyMember', name: `${name}乙`, birthDate: `06${n}0${n}1${n}` };
  return aCase(`${name}甲`, { grounds: ['ipv-physical'], persons: [victim, other] }, 'dvsa');
};

test('is corrected and corrected back, each with its reason on the timeline, and the person stands once', async () => {
  const one = await violence('葛更', false);
  const other = await present('protection', one.id, '葛更乙');
  expect(other.role).toBe('member');
  await done('protection', one, change(other.personId, 'respondent', { relation: 'cohabitant' }));
  expect(await present('protection', one.id, '葛更乙')).toMatchObject({ role: 'respondent', relation: 'cohabitant' });
  await done('protection', one, change(other.personId, 'member', { reason: '警方查明並非此人' }));
  const all = (await membersOf('protection', one.id)).filter((each) => each.personId === other.personId);
  expect(all.map((each) => [each.role, each.until === null]).sort()).toEqual([
    ['member', true],
    ['respondent', false],
  ]);
  const timeline = await (await as('protection'))('GET', `/api/cases/${one.id}/timeline`);
  const rows = timeline.body.rows as unknown as { type: string; text: string | null; facts: Record<string, string> }[];
  expect(rows.filter((row) => row.type === 'memberRoleChanged').map((row) => [row.facts.was, row.facts.role, row.text])).toEqual([
    ['respondent', 'member', '警方查明並非此人'],
    ['member', 'respondent', '被害人說明同住者為施暴者'],
  ]);
});

test('what is hidden of the victim is hidden from them from then on, also what only the report wanted hidden, and stays so when corrected back', async () => {
  const one = await violence('藏宜', true);
  const victim = await present('protection', one.id, '藏宜甲');
  const other = await present('protection', one.id, '藏宜乙');
  const [stranger] = await rowsOf<{ id: string }>('select id from people.person where id <> all ($1) limit 1', [
    [victim.personId, other.personId],
  ]);
  await rowsOf(
    `insert into people.contact (person_id, county, kind, subject_id, sealed, hidden, hidden_from, source)
        select id, county, 'shelter', id, '\\x00', true, array[$2]::uuid[], 'worker' from people.person where id = $1`,
    [victim.personId, stranger!.id],
  );
  const hidden = () =>
    rowsOf<{ kind: string; kept: boolean }>(
      'select kind, $2 = any (hidden_from) as kept from people.contact where person_id = $1 and hidden order by kind',
      [victim.personId, other.personId],
    );
  expect(await hidden()).toEqual([{ kind: 'shelter', kept: false }]);
  await done('protection', one, change(other.personId, 'respondent'));
  expect(await hidden()).toEqual([{ kind: 'shelter', kept: true }]);
  const [waiting] = await rowsOf<{ id: string }>(
    `select substr(key, 6) as id from graphile_worker.jobs where key = 'hide:' || (select report_id from casework.case_report where case_id = $1)`,
    [one.id],
  );
  const job = jobsOf(house().server.house, () => undefined)['intake.hide']!;
  await house().server.house.store.withActor(job.actor, job.purpose, { route: 'job', as: 'worker' }, (tx) =>
    job.run(tx, { payload: { reportId: waiting!.id }, attempt: 1, lastAttempt: false }),
  );
  const both = [
    { kind: 'phone', kept: true },
    { kind: 'shelter', kept: true },
  ];
  expect(await hidden()).toEqual(both);
  await done('protection', one, change(other.personId, 'member'));
  expect(await hidden()).toEqual(both);
});

test('nobody who works on the case holds them on the other side elsewhere; who is no victim any more is none to this side', async () => {
  const first = await violence('涂塔', false);
  const victim = await present('protection', first.id, '涂塔甲');
  const second = await violence('卞本', false);
  await rowsOf(
    `insert into people.reach (person_id, unit_id, case_id, side) select $1, unit_id, id, 'family' from casework.case where id = $2 on conflict do nothing`,
    [victim.personId, second.id],
  );
  await done('protection', second, { type: 'addMember', personId: victim.personId, role: 'member' });
  expect((await act('protection', second, change(victim.personId, 'respondent'))).body).toMatchObject({
    code: 'assignmentConflict',
    facts: { reason: 'bothSides' },
  });
  const other = await present('protection', second.id, '卞本乙');
  await done('protection', second, change(other.personId, 'victim'));
  const side = async () => {
    const { id } = house().seats.protection!;
    return house().server.house.store.withActor({ id, county: null }, 'casework', { route: 'test' }, async (tx) => {
      const { readSides } = await import('@anwang/store/intake');
      return (await readSides(tx)).victimSide;
    });
  };
  expect(await side()).toContain(other.personId);
  await done('protection', second, change(other.personId, 'respondent'));
  expect(await side()).not.toContain(other.personId);
});

test('what cannot be is refused at the field: whom the case is about, somebody else, the same again, a role the programme does not have', async () => {
  const one = await aCase('角色錯件');
  const subject = await present('worker', one.id, '角色錯件');
  expect((await act('worker', one, change(subject.personId, 'member'))).body).toMatchObject({
    facts: { path: 'personId', reason: 'isSubject' },
  });
  expect((await act('worker', one, change(crypto.randomUUID(), 'member'))).body).toMatchObject({ facts: { reason: 'notMember' } });
  await done('worker', one, { type: 'addMember', role: 'member', relation: 'grandmother', given: { name: '角色奶奶' } });
  const added = await present('worker', one.id, '角色奶奶');
  const refused = async (role: string, more: object = {}) => (await act('worker', one, change(added.personId, role, more))).body.facts;
  expect(await refused('member', { relation: 'grandmother' })).toMatchObject({ path: 'role', reason: 'asBefore' });
  expect(await refused('respondent')).toMatchObject({ path: 'role', reason: 'notAnOption' });
  expect(await refused('subject')).toMatchObject({ path: 'role', reason: 'notAnOption' });
  await done('worker', one, change(added.personId, 'caregiver', { relation: 'grandmother' }));
  expect(await present('worker', one.id, '角色奶奶')).toMatchObject({ role: 'caregiver' });
});
