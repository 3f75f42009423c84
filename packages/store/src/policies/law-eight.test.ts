// House law 8 in the database: a victim's hidden address and the edges made from it exist only in a view that names the victim and none of those it is hidden
// from, for an actor on the victim's side who holds no case of theirs, or for a desk that looks at the victim alone. Compared with core's contactVisible.

import { contactVisible } from '@anwang/core/access';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { readHomeStatements, readOpposed } from '../people/told-homes.ts';

const id = (kind: string, at: number): string => `${kind}0000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const victim = id('c', 1);
const offender = id('c', 2);
const child = id('c', 3);
/** To whom the victim fled. */
const grandmother = id('c', 4);
const unitA = id('a', 1);
const unitB = id('a', 2);
/** Who looks: desk, worker of the victim's case, worker of the offender's case, worker of a family case of the offender, both sides' supervisor, a stranger. */
const accounts = { desk: 1, victimWorker: 2, offenderWorker: 3, familyWorker: 4, supervisor: 5, stranger: 6 } as const;
type Looker = keyof typeof accounts;
const actor = (who: Looker) => ({ id: id('b', accounts[who]), county: '90000' });

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
  const owner = await database.owner();
  const grant = (who: Looker, role: string, kind: string, at: string) =>
    `insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${id('b', accounts[who])}', '${role}', '${kind}', '${at}')`;
  const person = (at: string, name: string) => `insert into people.person (id, county, name) values ('${at}', '90000', '${name}')`;
  const reach = (at: string, unit: string) =>
    `insert into people.reach (person_id, unit_id, report_id, side) values ('${at}', '${unit}', '${id('e', 1)}', 'neutral')`;
  const file = (at: number, unit: string, side: string, subject: string) =>
    `insert into casework."case" (id, number, county, unit_id, programme, pack_version, side, subject_person_id, stage, status, received_at) values ('${id('d', at)}', 'N${at}', '90000', '${unit}', 'p', '1', '${side}', '${subject}', 's', 'open', now())`;
  const member = (at: number, who: string, role: string) =>
    `insert into casework.case_person (case_id, person_id, county, role, since) values ('${id('d', at)}', '${who}', '90000', '${role}', now())`;
  const work = (at: number, who: Looker, unit: string) =>
    `insert into casework.assignment (case_id, account_id, unit_id, county, role, since) values ('${id('d', at)}', '${id('b', accounts[who])}', '${unit}', '90000', 'lead', now())`;
  const hidden = `'90000', true, '{${offender}}'`;
  await owner.query(
    [
      `insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C')`,
      ...[unitA, unitB].map(
        (unit) => `insert into org.unit (id, county, kind, name_zh, name_en) values ('${unit}', '90000', 'dvsaCentre', '中心', 'C')`,
      ),
      ...Object.values(accounts).map(
        (at) =>
          `insert into org.account (id, county, unit_id, username, name) values ('${id('b', at)}', '90000', '${at === accounts.offenderWorker ? unitB : unitA}', 'u${at}', 'n')`,
      ),
      grant('desk', 'deskOfficer', 'county', '90000'),
      grant('victimWorker', 'leadWorker', 'unit', unitA),
      grant('offenderWorker', 'leadWorker', 'unit', unitB),
      grant('familyWorker', 'leadWorker', 'unit', unitA),
      grant('supervisor', 'supervisor', 'unit', unitA),
      grant('supervisor', 'supervisor', 'unit', unitB),
      person(victim, '甲'),
      person(offender, '乙'),
      person(child, '丙'),
      person(grandmother, '丁'),
      ...[victim, offender, child, grandmother].flatMap((at) => [reach(at, unitA), reach(at, unitB)]),
      file(1, unitA, 'victim', victim),
      member(1, victim, 'subject'),
      member(1, offender, 'respondent'),
      member(1, child, 'member'),
      work(1, 'victimWorker', unitA),
      file(2, unitB, 'offender', offender),
      member(2, offender, 'subject'),
      member(2, victim, 'collateral'),
      work(2, 'offenderWorker', unitB),
      file(3, unitA, 'family', offender),
      member(3, offender, 'subject'),
      member(3, victim, 'member'),
      work(3, 'familyWorker', unitA),
      `insert into intake.report (id, number, county, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version, demo)
        values ('${id('e', 1)}', 'R1', '90000', 'ecare', 'police', '${id('e', 1)}', 'high', 'rule', now(), now(), now(), '1', true)`,
      ...[
        [victim, 'victim'],
        [offender, 'respondent'],
        [grandmother, 'familyMember'],
      ].map(
        ([at, role], place) =>
          `insert into people.record (id, source, county, subject_id, sealed) values ('${at}', 'report', '90000', '${at}', '');
        insert into intake.report_person (id, report_id, county, role, record_id, person_id, position) values ('${at}', '${id('e', 1)}', '90000', '${role}', '${at}', '${at}', ${place})`,
      ),
      ...[1, 2, 3].map(
        (at) =>
          `insert into casework.case_report (case_id, report_id, county, kind, linked_at) values ('${id('d', at)}', '${id('e', 1)}', '90000', 'founding', now())`,
      ),
      ...[unitA, unitB].map(
        (unit, at) => `insert into intake.dispatch (id, report_id, county, programme, unit_id, urgency, band, sent_by, accept_due, status)
          values ('${id('7', at)}', '${id('e', 1)}', '90000', 'p${at}', '${unit}', 'ordinary', 'high', '${id('b', 1)}', now(), 'accepted')`,
      ),
      `insert into intake.report_home (report_person_id, report_id, county, lives) values ('${grandmother}', '${id('e', 1)}', '90000', true)`,
      `insert into casework.family_word (id, case_id, county, about, person_id, other_id, lives, basis, said_at) values ('${id('f', 9)}', '${id('d', 1)}', '90000', 'home', '${grandmother}', '${victim}', true, 'visit', now())`,
      `insert into people.contact (person_id, county, kind, subject_id, sealed, hidden, hidden_from, source) values ('${victim}', '90000', 'shelter', '${victim}', 'CANARY', true, '{${offender}}', 's')`,
      `insert into people.contact (person_id, county, kind, subject_id, sealed, source) values ('${victim}', '90000', 'phone', '${victim}', 'open', 's')`,
      `insert into people.household (id, county, kind) values ('${id('f', 1)}', '90000', 'lived')`,
      `insert into people.household_member (household_id, person_id, county, hidden, hidden_from, relation, source, confidence) values ('${id('f', 1)}', '${victim}', ${hidden}, 'head', 's', 'confirmed')`,
      `insert into people.kin (person_id, other_id, county, hidden, hidden_from, relation, source, confidence) values ('${victim}', '${child}', ${hidden}, 'caregiver', 's', 'confirmed')`,
      `insert into people.search_key (key, kind, person_id, county, hidden) values ('CANARY', 'address', '${victim}', '90000', true)`,
    ].join(';\n'),
  );
});
afterAll(() => database.close());

const look = (who: Looker, view: readonly string[]) =>
  database.store.withActor(actor(who), who === 'desk' ? 'screening' : 'casework', { route: 'test', view }, async (tx) => ({
    contacts: (await tx.selectFrom('people.contact').select('kind').where('person_id', '=', victim).orderBy('kind').execute()).map(
      (row) => row.kind,
    ),
    members: (await tx.selectFrom('people.household_member').select('id').execute()).length,
    edges: (await tx.selectFrom('people.kin').select('id').execute()).length,
    keys: (await tx.selectFrom('people.search_key').select('person_id').where('key', '=', Buffer.from('CANARY')).execute()).length,
  }));

test('the victim’s worker sees the shelter in a view of the victim, and not in one that includes the offender or names nobody', async () => {
  expect(await look('victimWorker', [victim])).toEqual({ contacts: ['phone', 'shelter'], members: 1, edges: 1, keys: 0 });
  expect(await look('victimWorker', [victim, child])).toMatchObject({ contacts: ['phone', 'shelter'] });
  expect(await look('victimWorker', [victim, offender])).toEqual({ contacts: ['phone'], members: 0, edges: 0, keys: 0 });
  expect(await look('victimWorker', [])).toEqual({ contacts: ['phone'], members: 0, edges: 0, keys: 0 });
});

test('whoever comes through the offender, or supervises both sides, sees nothing hidden in any view; not in search either', async () => {
  for (const who of ['offenderWorker', 'familyWorker', 'supervisor'] as const)
    for (const view of [[], [victim], [victim, child], [offender], [victim, offender]]) {
      const seen = await look(who, view);
      expect({ who, view, seen: { ...seen, contacts: seen.contacts.includes('shelter') } }).toEqual({
        who,
        view,
        seen: { contacts: false, members: 0, edges: 0, keys: 0 },
      });
    }
});

test('a desk sees it when it looks at the victim alone', async () => {
  expect(await look('desk', [victim])).toMatchObject({ contacts: ['phone', 'shelter'] });
  for (const view of [[], [victim, child], [victim, offender], [offender]]) expect((await look('desk', view)).contacts).toEqual(['phone']);
  expect((await look('stranger', [victim])).contacts).toEqual([]);
});

test('only the matcher probes by hidden facts', async () => {
  const found = await database.store.withActor(systemActors.matcher, 'system', { route: 'test' }, (tx) =>
    tx.selectFrom('people.search_key').select('person_id').where('key', '=', Buffer.from('CANARY')).execute(),
  );
  expect(found).toHaveLength(1);
});

test('with whom the victim lives is told to nobody who holds a case of the other side, by whatever report or case it is reached', async () => {
  const homes = (who: Looker) =>
    database.store.withActor(actor(who), who === 'desk' ? 'screening' : 'casework', { route: 'test', view: [victim] }, async (tx) => [
      ...new Set((await readHomeStatements(tx, [victim, offender, grandmother])).map(({ source }) => source)),
    ]);
  expect(await homes('victimWorker')).toEqual(['report', 'worker']);
  expect(await homes('desk')).toContain('report');
  for (const who of ['offenderWorker', 'familyWorker', 'supervisor', 'stranger'] as const)
    expect({ who, homes: await homes(who) }).toEqual({ who, homes: [] });
  const read = await database.store.withActor(actor('victimWorker'), 'casework', { route: 'test', view: [victim] }, (tx) =>
    readOpposed(tx, [victim, grandmother]),
  );
  expect(read).toContainEqual([victim, offender]);
});

test('in every view the database and core’s contactVisible say the same', async () => {
  const sides: Readonly<Record<'victimWorker' | 'offenderWorker' | 'familyWorker', { victimSide: string[]; offenderSide: string[] }>> = {
    victimWorker: { victimSide: [victim], offenderSide: [victim] },
    offenderWorker: { victimSide: [], offenderSide: [offender] },
    familyWorker: { victimSide: [], offenderSide: [offender] },
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('victimWorker', 'offenderWorker', 'familyWorker'),
      fc.subarray([victim, offender, child], { minLength: 1 }),
      async (who, view) => {
        const expected =
          view.includes(victim) &&
          contactVisible({ person: victim, hidden: true, hiddenFrom: [offender] }, { persons: view, ...sides[who] });
        expect({ who, view, seen: (await look(who, view)).contacts.includes('shelter') }).toEqual({ who, view, seen: expected });
      },
    ),
    { numRuns: 25 },
  );
});
