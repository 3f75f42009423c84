// A county begins with no family recorded anywhere: who belongs to whom is what its reports and cases state, and follows them.
import { tyingRelations } from '@anwang/core/identity';
import { relations } from '@anwang/packs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskWorld, aReport as report, startDesk } from '../../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
}, 120_000);
afterAll(() => world?.close());

const child = { role: 'subject', name: '林小安', nationalId: 'Y190000016', birthDate: '1080314' };
const mother = { role: 'caregiver', name: '王麗珠', nationalId: 'Y290000018', birthDate: '0780101', relationToSubject: 'mother' };
const brother = { role: 'familyMember', name: '林大安', nationalId: 'Y190000034', birthDate: '1050314', relationToSubject: 'sibling' };
const teacher = { role: 'other', name: '陳老師', nationalId: 'Y190000052', birthDate: '0700101', relationToSubject: 'teacher' };

type Picture = {
  people: { id: string; name: string }[];
  kin: { from: string; to: string; relation: string; source: string; confidence: string }[];
};
type Home = { members: { personId: string; source: string; confidence: string }[] };
const told = ({ people, kin }: Picture) => {
  const name = (id: string) => people.find((one) => one.id === id)?.name;
  return kin.map((edge) => `${name(edge.from)} ${edge.relation} ${name(edge.to)}`).toSorted();
};
const send = async (persons: object[]): Promise<string> => {
  const sent = await world.server.nobody('POST', '/api/reports', report({ persons }));
  expect(sent.status, sent.text).toBe(200);
  const owner = await world.server.database.owner();
  return (await owner.query<{ id: string }>('select id from intake.report order by id desc limit 1')).rows[0]!.id;
};
const pictureOf = async (id: string): Promise<Picture> =>
  (await (await world.as('screener'))('GET', `/api/screening/reports/${id}/family`)).body as unknown as Picture;

test('the picture of a report has who is told to be whose, and of the next report too that names one of them alone', async () => {
  const first = await send([child, mother, brother, teacher]);
  const picture = await pictureOf(first);
  expect(told(picture)).toEqual(['林大安 sibling 林小安', '王麗珠 parent 林小安']);
  expect(picture.kin[0]).toMatchObject({ source: 'report', confidence: 'reported' });
  const later = await pictureOf(await send([{ ...mother, role: 'subject', relationToSubject: null }]));
  expect(told(later)).toEqual(['林大安 sibling 林小安', '王麗珠 parent 林小安']);
  expect(later.people.map(({ name }) => name)).not.toContain('陳老師');
});

test('who lives with whom is asked with each person and rings them together; who is told to live elsewhere is not in it', async () => {
  const id = await send([
    { ...child, name: '吳小安', nationalId: null, birthDate: '1080315' },
    { ...mother, name: '吳母', nationalId: null, livesWithSubject: 'yes' },
    { ...brother, name: '吳兄', nationalId: null, livesWithSubject: 'no' },
    { role: 'familyMember', name: '吳婆', birthDate: '0400101', relationToSubject: 'grandparent', livesWithSubject: 'yes' },
  ]);
  const { households, people } = (await pictureOf(id)) as unknown as Picture & { households: Home[] };
  expect(households.map((home) => home.members.map((one) => people.find(({ id: at }) => at === one.personId)?.name).toSorted())).toEqual([
    ['吳婆', '吳小安', '吳母'],
  ]);
  expect(households[0]).toMatchObject({ kind: 'lived', district: null, members: [{ source: 'report', confidence: 'reported' }, {}, {}] });
  const { persons } = (await (await world.as('screener'))('GET', `/api/screening/reports/${id}`)).body as unknown as {
    persons: { name: string; livesWithSubject: boolean | null }[];
  };
  expect(persons.map((one) => one.livesWithSubject)).toEqual([null, true, false, true]);
});

test('where the victim lives now is in no picture that shows whom they are protected from, and a home that both share is', async () => {
  const victim = { role: 'victim', name: '方安語', birthDate: '0790301' };
  const other = { role: 'respondent', name: '方對造', birthDate: '0750302', relationToSubject: 'spouse', livesWithSubject: 'no' };
  const refuge = { role: 'familyMember', name: '方外婆', birthDate: '0400302', relationToSubject: 'mother', livesWithSubject: 'yes' };
  const apart = (await pictureOf(await send([victim, other, refuge]))) as unknown as Picture & { households: Home[] };
  expect(apart.households).toEqual([]);
  const shared = [
    { ...victim, name: '田秀英', birthDate: '0810511' },
    { ...other, name: '高大為', birthDate: '0770612', livesWithSubject: 'yes' },
    { ...refuge, name: '朱阿滿', birthDate: '0430713' },
  ];
  const together = (await pictureOf(await send(shared))) as unknown as Picture & { households: Home[] };
  expect(together.households.map((home) => home.members.length)).toEqual([3]);
});

test('a respondent whose victim asks for hidden contacts: nobody reads on the report who lives with them', async () => {
  const id = await send([
    { role: 'victim', name: '丁安語', birthDate: '0790301', contactsHidden: true },
    { role: 'respondent', name: '丁對造', birthDate: '0750302', livesWithSubject: 'no' },
    { role: 'familyMember', name: '丁外婆', birthDate: '0400302', livesWithSubject: 'yes' },
  ]);
  const { persons } = (await (await world.as('screener'))('GET', `/api/screening/reports/${id}`)).body as unknown as {
    persons: { livesWithSubject: boolean | null }[];
  };
  expect(persons.map((one) => one.livesWithSubject)).toEqual([null, null, null]);
});

test('every relation that can be told either ties two people or is one of those that tie nobody', () => {
  const untied = ['self', 'teacher', 'neighbour', 'acquaintance', 'stranger', 'unknown'];
  expect([...tyingRelations, ...untied].toSorted()).toEqual(relations.entries.map(({ code }) => code).toSorted());
});

test('the database leaves out the same relations', async () => {
  const owner = await world.server.database.owner();
  const { rows } = await owner.query<{ text: string }>(`select pg_get_functiondef('people.beside'::regproc) as text`);
  expect(rows[0]!.text).toContain(`'{self,teacher,neighbour,acquaintance,stranger,unknown,notKin}'`);
});
