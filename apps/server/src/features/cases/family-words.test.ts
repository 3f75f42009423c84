// What a case finds out of the family: who lives with whom, what two people are to each other. Said with its ground, shown in the picture, taken back with all that
// follows; and where a victim lives now is in no view that shows the other side.
import { expect, test } from 'vitest';
import { caseHouse } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

type Workspace = {
  members: { personId: string; name: string }[];
  familyWords: { id: string; about: string; relation: string | null; lives: boolean | null; until: string | null }[];
};
type Picture = {
  people: { id: string; name: string }[];
  kin: { from: string; to: string; relation: string; confidence: string; source: string; told: { relation: string } | null }[];
  households: { members: { personId: string; until: string | null; source: string; confidence: string }[] }[];
};
const workspace = async (who: string, id: string) => (await (await as(who))('GET', `/api/cases/${id}`)).body as unknown as Workspace;
const picture = async (who: string, id: string) => (await (await as(who))('GET', `/api/cases/${id}/family`)).body as unknown as Picture;
const idOf = (all: Workspace, name: string) => all.members.find((one) => one.name === name)!.personId;
const homes = ({ households, people }: Picture) =>
  households.map((home) =>
    home.members
      .filter((one) => one.until === null)
      .map((one) => people.find(({ id }) => id === one.personId)?.name)
      .toSorted(),
  );
const basis = 'visit';

const household = (name: string, births: readonly string[]) => ({
  grounds: ['family-adversity'],
  persons: [
    { role: 'subject', name: `${name}小安`, birthDate: births[0] },
    { role: 'caregiver', name: `${name}阿姨`, birthDate: births[1], relationToSubject: 'mother', livesWithSubject: 'yes' },
    { role: 'familyMember', name: `${name}大安`, birthDate: births[2], relationToSubject: 'sibling', livesWithSubject: 'yes' },
  ],
});

test('a worker says who lives there and who has left; the picture follows, also when it is taken back', async () => {
  const one = await aCase('駱小安', household('駱', ['1080314', '0780101', '1050314']));
  const all = await workspace('worker', one.id);
  const brother = idOf(all, '駱大安');
  expect(homes(await picture('worker', one.id))).toEqual([['駱大安', '駱小安', '駱阿姨'].toSorted()]);
  await done('worker', one, { type: 'tellHome', personId: brother, lives: 'no', until: '2026-01-05', basis, note: '搬去與祖母同住' });
  const after = await picture('worker', one.id);
  expect(homes(after)).toEqual([['駱小安', '駱阿姨'].toSorted()]);
  expect(after.households[0]!.members.find((each) => each.personId === brother)).toMatchObject({ until: '2026-01-05', source: 'worker' });
  const [word] = (await workspace('worker', one.id)).familyWords;
  expect(word).toMatchObject({ about: 'home', lives: true, until: '2026-01-05' });
  await done('worker', one, { type: 'takeBackFamily', wordId: word!.id, reason: '記錯人' });
  expect(homes(await picture('worker', one.id))).toEqual([['駱大安', '駱小安', '駱阿姨'].toSorted()]);
  expect((await workspace('worker', one.id)).familyWords).toEqual([]);
});

test('a told relation is confirmed, corrected and marked wrong; taken back, the report speaks again', async () => {
  const one = await aCase('莫小安', household('莫', ['1070214', '0770201', '1040214']));
  const all = await workspace('worker', one.id);
  const [child, mother] = [idOf(all, '莫小安'), idOf(all, '莫阿姨')];
  const between = async () =>
    (await picture('worker', one.id)).kin.filter(({ from, to }) => [from, to].sort().join() === [child, mother].sort().join());
  const tell = (relation: string) =>
    done('worker', one, { type: 'tellKin', personId: mother, otherId: child, relation, basis, reason: '訪視時說明' });
  expect(await between()).toMatchObject([{ relation: 'parent', confidence: 'reported', told: { relation: 'mother' } }]);
  await tell('mother');
  expect(await between()).toMatchObject([{ relation: 'parent', confidence: 'confirmed', source: 'worker' }]);
  await tell('stepParent');
  expect(await between()).toMatchObject([{ relation: 'other', confidence: 'confirmed', told: { relation: 'stepParent' } }]);
  await tell('notKin');
  expect(await between()).toEqual([]);
  for (const { id } of (await workspace('worker', one.id)).familyWords)
    await done('worker', one, { type: 'takeBackFamily', wordId: id, reason: '更正' });
  expect(await between()).toMatchObject([{ relation: 'parent', confidence: 'reported', told: { relation: 'mother' } }]);
});

test('what cannot be is said at its field', async () => {
  const one = await aCase('車小安', household('車', ['1060114', '0760101', '1030114']));
  const all = await workspace('worker', one.id);
  const [child, mother] = [idOf(all, '車小安'), idOf(all, '車阿姨')];
  const refused = async (command: object) => (await act('worker', one, command)).status;
  expect(await refused({ type: 'tellHome', personId: child, lives: 'yes', basis })).toBe(422);
  expect(await refused({ type: 'tellHome', personId: mother, lives: 'yes', until: '2026-01-01', basis })).toBe(422);
  expect(await refused({ type: 'tellHome', personId: mother, lives: 'no', until: '2999-01-01', basis })).toBe(422);
  expect(await refused({ type: 'tellKin', personId: mother, otherId: mother, relation: 'mother', basis, reason: '理由' })).toBe(422);
  expect(await refused({ type: 'tellKin', personId: mother, otherId: child, relation: 'queen', basis, reason: '理由' })).toBe(422);
});

test('with whom a victim lives now: in no picture with the other side, and not for whoever holds their case; the worker of the case reads the word', async () => {
  const one = await aCase(
    '鍾安語',
    {
      grounds: ['ipv-physical'],
      persons: [
        { role: 'victim', name: '鍾安語', birthDate: '0790301' },
        { role: 'respondent', name: '魯大為', birthDate: '0750302', relationToSubject: 'spouse', livesWithSubject: 'yes' },
        { role: 'familyMember', name: '康阿滿', birthDate: '0450302', relationToSubject: 'mother' },
      ],
    },
    'dvsa',
  );
  const all = await workspace('protection', one.id);
  const [victim, offender, refuge] = ['鍾安語', '魯大為', '康阿滿'].map((name) => idOf(all, name));
  expect(homes(await picture('protection', one.id))).toEqual([['鍾安語', '魯大為'].toSorted()]);
  await done('protection', one, { type: 'tellHome', personId: offender, lives: 'no', until: '2026-02-01', basis });
  await done('protection', one, { type: 'tellHome', personId: refuge, lives: 'yes', since: '2026-02-01', basis });
  expect((await picture('protection', one.id)).households).toEqual([]);
  expect((await workspace('protection', one.id)).familyWords).toHaveLength(2);
  // The supervisor takes on a case of the other side as well: the words are gone for them, and for nobody else.
  const owner = await house().server.database.owner();
  const made = await owner.query<{ id: string }>(
    `insert into casework."case" (id, number, county, unit_id, programme, pack_version, side, subject_person_id, stage, status, received_at)
     select gen_random_uuid(), 'X-1', county, unit_id, programme, pack_version, 'offender', $2, stage, 'open', now() from casework."case" where id = $1 returning id`,
    [one.id, offender],
  );
  expect(made.rows).toHaveLength(1);
  expect((await workspace('protector', one.id)).familyWords).toEqual([]);
  expect(JSON.stringify(await picture('protector', one.id))).not.toContain('2026-02-01');
  for (const who of ['protector', 'protection']) {
    const told = await (await as(who))('GET', `/api/cases/${one.id}/timeline`);
    expect(told.text).toContain('familyStated');
    expect(told.text).not.toContain('2026-02-01');
  }
  const late = await act('protector', { ...one, version: 1 }, { type: 'addNote', note: '紀錄' });
  expect([late.status, late.text.includes('2026-02-01')]).toEqual([409, false]);
  expect((await workspace('protection', one.id)).familyWords).toHaveLength(2);
  expect(victim).not.toBe(refuge);
});
