// A child is taken into keeping: on record with its clock, told to the supervisor, seen at once by whoever works on the case; the court, its ruling, the end; what it forbids
// meanwhile; and the place, which is a secret address, in nothing but a view of the child alone (house law 8).
import { expect, test } from 'vitest';
import { instrumentAnswers } from '../../testing/answers.ts';
import { caseHouse, now, visit } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

const canary = '金絲雀寄養家庭幸福路七號';
const ago = (hours: number) => new Date(Date.parse(now()) - hours * 3_600_000).toISOString();
const day = (days: number) => new Date(Date.parse(now()) + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

type Placement = {
  id: string;
  personId: string;
  phase: string;
  kind: string;
  placeKept: boolean;
  due: { due: string } | null;
  until: string | null;
};
type File = {
  version: number;
  placed: number;
  members: { personId: string; role: string }[];
  clocks: { rule: string; due: string | null; stoppedAt: string | null; outcome: string | null }[];
  placements: Placement[];
  closed: { type: string; why: { zh: string } }[];
};
const fileOf = async (id: string, who = 'protection'): Promise<File> =>
  (await (await as(who))('GET', `/api/cases/${id}`)).body as unknown as File;
const running = ({ clocks }: File): string[] => clocks.filter((one) => one.stoppedAt === null).map((one) => one.rule);
const family = (name: string) => ({
  grounds: ['child-injury'],
  persons: [
    { role: 'subject', name: `${name}哥`, sex: 'male', birthDate: '1090405' },
    { role: 'victim', name: `${name}妹`, sex: 'female', birthDate: '1070405' },
    { role: 'respondent', name: `${name}父`, sex: 'male', birthDate: '0740101' },
  ],
});
const placing = (personIds: string[], more: object = {}) => ({
  type: 'placeChild',
  personIds,
  happenedAt: ago(2),
  ground: '3',
  kind: 'B',
  place: canary,
  courtTold: ago(1),
  policeTold: ago(1),
  guardianTold: ago(1),
  note: '父親揚言再打，當日安置',
  answers: { heard: true, wish: '想和妹妹在一起' },
  ...more,
});

async function children(title: string) {
  const one = await aCase(`${title}哥`, family(title), 'children');
  const file = await fileOf(one.id);
  const of = (role: string) => file.members.find((member) => member.role === role)?.personId ?? '';
  return { one, brother: of('subject'), sister: of('victim'), father: of('respondent') };
}

const unsafe = (person: string, danger: string) => ({
  type: 'completeAssessment',
  instrument: 'sdm-safety',
  instrumentVersion: '1',
  moment: 'review',
  subjectPersonId: person,
  answers: { ...instrumentAnswers('sdm-safety', danger), 'p1-plan-agreed': 'N', 'c1-culture-considered': 'Y' },
  happenedAt: now(),
});

test('unsafe is owed the same day, by a placement of that child and of no other; placed, nothing more is owed the same day', async () => {
  const { one, brother, sister } = await children('當日');
  await done('protection', one, unsafe(brother, 'Y'));
  await done('protection', one, unsafe(sister, 'Y'));
  const owed = async () => running(await fileOf(one.id)).filter((rule) => rule === 'protect-today').length;
  expect(await owed()).toBe(2);
  await done('protection', one, placing([sister]));
  expect(await owed(), 'of the brother').toBe(1);
  await done('protection', one, unsafe(sister, 'Y'));
  expect(await owed()).toBe(1);
  await done('protection', one, unsafe(brother, 'N'));
  expect(await owed(), 'safe after all').toBe(0);
  await done('protection', one, unsafe(brother, 'Y'));
  const { due } = (await (await as('protection'))('GET', '/api/worklist')).body as unknown as {
    due: { caseId: string; rule: string; acute: boolean; does: { type: string } | null; startedBy: { zh: string } }[];
  };
  expect(due.find((row) => row.caseId === one.id && row.rule === 'protect-today')).toMatchObject({
    acute: true,
    does: { type: 'placeChild' },
    startedBy: { zh: '完成評估' },
  });
});

test('two children are placed at once: each has its 72 hours, the supervisor is told, the list says so, and one child’s end ends nothing for the other', async () => {
  const { one, brother, sister } = await children('兩人');
  await done('protection', one, placing([brother, sister], { courtTold: null }));
  const file = await fileOf(one.id);
  expect(file.placed).toBe(2);
  expect(file.placements.map(({ phase, placeKept }) => [phase, placeKept])).toEqual([
    ['emergency', true],
    ['emergency', true],
  ]);
  const hours = file.placements.map(({ due }) => (Date.parse(due!.due) - Date.parse(ago(2))) / 3_600_000);
  for (const each of hours) expect(Math.abs(each - 72)).toBeLessThan(0.01);
  expect(
    running(file)
      .filter((rule) => rule.startsWith('place-'))
      .toSorted(),
  ).toEqual(['place-72h', 'place-72h', 'place-tell-court', 'place-tell-court']);
  const notices = (await (await as('protector'))('GET', '/api/notices?limit=100')).body.rows as unknown as {
    kind: string;
    urgent: boolean;
    leadsTo: { id: string };
  }[];
  expect(notices.filter(({ kind, leadsTo }) => kind === 'placement.begun' && leadsTo.id === one.id)).toMatchObject([
    { urgent: true },
    { urgent: true },
  ]);
  const rows = (await (await as('protector'))('GET', '/api/cases?view=unit')).body.rows as unknown as { id: string; placed: number }[];
  expect(rows.find((row) => row.id === one.id)?.placed).toBe(2);
  const [first, second] = file.placements;
  await done('protection', one, { type: 'endPlacement', placementIds: [first!.id], happenedAt: now(), how: 'home' });
  const after = await fileOf(one.id);
  expect(after.placements.map(({ id }) => id)).toEqual([second!.id]);
  expect(running(after).filter((rule) => rule === 'place-72h')).toEqual(['place-72h']);
  const again = await act('protection', one, { type: 'endPlacement', placementIds: [first!.id], happenedAt: now(), how: 'home' });
  expect(again.body.code).toBe('eventInvalid');
});

test('the court is asked within the hours, grants three months at most, is asked for longer before they are over, and refuses', async () => {
  const { one, brother } = await children('裁定');
  await done('protection', one, placing([brother], { happenedAt: ago(80) }));
  const placementIds = (await fileOf(one.id)).placements.map(({ id }) => id);
  const ruling = (more: object) => ({ type: 'recordRuling', placementIds, happenedAt: ago(1), outcome: 'granted', ...more });
  expect((await act('protection', one, ruling({ from: day(0), until: day(10) }))).body).toMatchObject({
    code: 'actionNotAllowed',
    facts: { reason: 'courtToRule' },
  });
  await done('protection', one, { type: 'askCourt', placementIds, happenedAt: ago(20), letter: '高市社字第 1 號' });
  const asked = await fileOf(one.id);
  expect(asked.placements).toMatchObject([{ phase: 'asked', due: null }]);
  expect(asked.clocks.find(({ rule }) => rule === 'place-72h')?.outcome, 'asked after sixty hours, recorded later').toBe('met');
  expect((await act('protection', one, { type: 'askCourt', placementIds, happenedAt: now() })).body.code).toBe('actionNotAllowed');
  expect((await act('protection', one, ruling({ from: day(0), until: day(93) }))).body, 'longer than three months').toMatchObject({
    code: 'eventInvalid',
    facts: { path: 'until', reason: 'overThreeMonths' },
  });
  await done('protection', one, ruling({ from: day(-3), until: day(80) }));
  const granted = await fileOf(one.id);
  expect(granted.placements).toMatchObject([{ phase: 'continued', until: day(80) }]);
  expect(granted.placements[0]!.due!.due).toBe(new Date(Date.parse(`${day(81)}T00:00:00+08:00`) - 1).toISOString());
  await done('protection', one, { type: 'askCourt', placementIds, happenedAt: now() });
  await done('protection', one, ruling({ happenedAt: now(), outcome: 'refused' }));
  const refused = await fileOf(one.id);
  expect(refused.placements, 'what was granted holds until its day').toMatchObject([{ phase: 'mustEnd' }]);
  expect(running(refused)).toContain('place-home');
  expect(refused.placements[0]!.due!.due).toBe(granted.placements[0]!.due!.due);
  await done('protection', one, { type: 'endPlacement', placementIds, happenedAt: now(), how: 'kin' });
  expect((await fileOf(one.id)).placed).toBe(0);
});

test('a case with a child in placement is not closed, not opened and not handed to another county, and the child stays in it: each with a sentence why', async () => {
  const { one, brother, sister } = await children('不結');
  await done('protection', one, placing([brother, sister]));
  for (const command of [
    { type: 'proposeOpening', decision: 'notOpened', reason: 'otherProgramme', summary: '無' },
    { type: 'removeMember', personId: sister, reason: '誤列' },
  ]) {
    await done('protection', one, visit());
    await done('protection', one, unsafe(brother, 'Y'));
    const refused = await act('protection', one, command);
    expect(refused.body, refused.text).toMatchObject({ code: 'eventInvalid', facts: { reason: 'childPlaced' } });
  }
  const why = (await fileOf(one.id)).closed.find(({ type }) => type === 'proposeTransfer')?.why.zh;
  expect(why).toContain('安置中');
});

test('who is on the father’s side cannot be placed, nor somebody twice, nor before the case knew of it, and no child without being heard or why not', async () => {
  const { one, brother, father } = await children('不可');
  const fault = async (command: object) => (await act('protection', one, command)).body;
  expect(await fault(placing([father]))).toMatchObject({ facts: { path: 'personIds', reason: 'notVictimSide' } });
  expect(await fault(placing([brother], { happenedAt: ago(24 * 30) }))).toMatchObject({ facts: { reason: 'beforeReport' } });
  expect(await fault(placing([brother], { kind: 'X' }))).toMatchObject({ facts: { path: 'kind', reason: 'notAnOption' } });
  expect(await fault(placing([brother], { answers: {} }))).toMatchObject({ code: 'answersInvalid' });
  await done('protection', one, placing([brother]));
  expect(await fault(placing([brother]))).toMatchObject({ facts: { reason: 'alreadyPlaced' } });
});

test('the place is read in a view of the child alone, opened with a reason; it stands on no other route, for nobody, and is kept from the father', async () => {
  const { one, brother, father } = await children('地址');
  await done('protection', one, placing([brother]));
  await done('protection', one, { type: 'grantShare', toUnitId: house().school, ...share });
  for (const who of ['protection', 'protector', 'partner', 'screener', 'worker', 'supervisor'])
    for (const path of [
      `/cases/${one.id}`,
      `/cases/${one.id}/timeline`,
      `/cases/${one.id}/family`,
      // Where nobody else is in the picture it is a view of the child alone, for who works for the child.
      ...(who.startsWith('protect') ? [] : [`/people/${brother}/family`]),
      `/people/${father}`,
      `/people/${father}/family`,
      `/people/${father}/contacts?alone=true`,
      `/people/${brother}/contacts`,
      `/people/${brother}/contacts?alone=true`,
      '/worklist',
      '/notices?limit=100',
      '/cases?view=all',
    ])
      expect((await (await as(who))('GET', `/api${path}`)).text, `${who} ${path}`).not.toContain(canary);
  const partner = (await (await as('partner'))('GET', `/api/cases/${one.id}/timeline`)).text;
  expect(partner, 'a share of the timeline tells nothing of it').not.toContain('placementBegun');
  const worker = await as('protection');
  const own = (await worker('GET', `/api/people/${brother}/contacts?alone=true`)).body.contacts as unknown as {
    id: string;
    kind: string;
    keptFrom: number;
  }[];
  const place = own.find(({ kind }) => kind === 'shelter')!;
  expect(place.keptFrom).toBe(1);
  const opened = await worker('POST', `/api/people/${brother}/reveal`, { kind: 'contact', id: place.id, reason: '訪視安置處所' });
  expect(opened.body).toEqual({ value: canary });
  const owner = await house().server.database.owner();
  const kept = await owner.query('select hidden, hidden_from, valid_until from people.contact where id = $1', [place.id]);
  expect(kept.rows).toEqual([{ hidden: true, hidden_from: [father], valid_until: null }]);
  const [placement] = (await fileOf(one.id)).placements;
  await done('protection', one, {
    type: 'movePlacement',
    placementIds: [placement!.id],
    happenedAt: now(),
    kind: 'C',
    place: '金絲雀外婆家',
  });
  const left = await owner.query(
    'select hidden, valid_until is not null as ended from people.contact where person_id = $1 and kind = $2 order by id',
    [brother, 'shelter'],
  );
  expect(left.rows).toEqual([
    { hidden: true, ended: true },
    { hidden: true, ended: false },
  ]);
});

const share = { parts: ['summary', 'timeline'], purpose: 'safety', legalBasis: '兒少權法', until: day(30) };
