// Everybody whom a report names is in its case: whoever was undecided at the dispatch, whoever has no name, and the new ones of a report that joins an open case.
import { expect, test } from 'vitest';
import { countyA, districtA } from '../../testing/arrange.ts';
import { caseHouse, visit } from '../../testing/case-house.ts';

const { aCase, as, done, house } = caseHouse();

type Member = { identityOpen: boolean; personId: string; name: string | null; role: string; relation: string | null; until: string | null };
const one = async (id: string) => (await (await as('worker'))('GET', `/api/cases/${id}`)).body;
const membersOf = async (id: string): Promise<Member[]> =>
  ((await one(id)).members as unknown as Member[]).filter((member) => member.until === null);
const born = { name: '池未定', sex: 'female', birthDate: '0650607' };
const known = () => aCase('池未定', { grounds: ['family-adversity'], persons: [{ role: 'subject', ...born }] });

test('somebody undecided at the dispatch is a member with a file, and the case follows when the pair is confirmed', async () => {
  const first = await known();
  const [there] = await membersOf(first.id);
  const child = { role: 'familyMember', name: '池小定', birthDate: '1080314', relationToSubject: 'child' };
  const second = await aCase('池未定', {
    grounds: ['family-adversity'],
    persons: [{ role: 'subject', name: born.name, sex: born.sex, ageApproximate: 61 }, child],
  });
  const members = await membersOf(second.id);
  expect(members.map(({ name }) => name).sort()).toEqual(['池小定', '池未定']);
  const taken = members.find(({ name }) => name === born.name)!;
  expect(taken.personId).not.toBe(there!.personId);
  expect((await one(second.id)).title).toContain('池未定');
  // The worker is told that it is open who this is, and not who else it may be; the one who was there before is nobody in doubt.
  const openOf = async (id: string) => (await membersOf(id)).filter((each) => each.identityOpen).map((each) => each.personId);
  expect(await openOf(second.id)).toEqual([taken.personId]);
  expect(JSON.stringify(await one(second.id))).not.toContain(there!.personId);
  expect(await openOf(first.id)).toEqual([]);
  const file = await (await as('worker'))('GET', `/api/people/${taken.personId}`);
  expect(file.status, file.text).toBe(200);
  const family = await (await as('worker'))('GET', `/api/cases/${second.id}/family`);
  expect(family.status, family.text).toBe(200);
  expect(family.text).toContain(taken.personId);
  const screener = await as('screener');
  const pairs = (await screener('GET', '/api/matching/candidates?limit=200')).body.rows as unknown as {
    linkId: string;
    personId: string;
    version: number;
  }[];
  const pair = pairs.find((row) => row.personId === there!.personId)!;
  const confirmed = await screener('POST', `/api/matching/links/${pair.linkId}/confirm`, { version: pair.version, reason: '電話確認' });
  expect(confirmed.status, confirmed.text).toBe(200);
  expect((await membersOf(second.id)).map(({ personId }) => personId)).toContain(there!.personId);
  expect(await openOf(second.id)).toEqual([]);
  const gone = await (await house().server.database.owner()).query('select merged_into from people.person where id = $1', [taken.personId]);
  expect(gone.rows).toEqual([{ merged_into: there!.personId }]);
});

test('who has no name is a member of the family; a witness without one is nobody', async () => {
  const unnamed = [
    { role: 'subject', name: '池無名母' },
    { role: 'familyMember', sex: 'male', ageApproximate: 4, relationToSubject: 'child' },
    { role: 'witness' },
  ];
  const made = await aCase('池無名母', { grounds: ['family-adversity'], persons: unnamed });
  const members = await membersOf(made.id);
  expect(members.map(({ name, relation }) => [name, relation])).toEqual(expect.arrayContaining([[null, 'child']]));
  expect(members).toHaveLength(2);
});

test('the dispatch stands on the timeline under the name of who sent it, in the event of who accepted', async () => {
  const made = await aCase('池派案');
  const rows = (await (await as('worker'))('GET', `/api/cases/${made.id}/timeline`)).body.rows as unknown as {
    type: string;
    by: string;
    facts: object;
  }[];
  const by = (type: string) => rows.find((row) => row.type === type)?.by;
  expect(by('caseAccepted')).toContain('c.supervisor');
  expect(by('caseDispatched')).toMatch(/c\.(screener|reviewer)/);
  expect(rows.find((row) => row.type === 'caseDispatched')?.facts).not.toHaveProperty('sentBy');
});

test('a report that joins an open case brings whom the case does not know yet, each on their side', async () => {
  const held = await aCase('池併案');
  const filed = await house().server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    reporterKind: 'education',
    narrative: '又來了一次',
    grounds: ['family-adversity'],
    persons: [
      { role: 'subject', name: '池併案', birthDate: '0800102', nationalId: 'Y190000025' },
      { role: 'familyMember', name: '池新生', birthDate: '1150314', relationToSubject: 'child' },
    ],
  });
  expect(filed.status, filed.text).toBe(200);
  const screener = await as('screener');
  const queue = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as {
    id: string;
    title: string;
    version: number;
  }[];
  const row = queue.find(({ title }) => title === '池併案')!;
  const unitId = String((await one(held.id)).unitId);
  const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
    version: row.version,
    outcome: 'accept',
    band: 'low',
    lines: [{ programme: 'vulnerable-family', urgency: 'ordinary', unitId }],
    differsReason: '電話確認',
  });
  expect(proposed.status, proposed.text).toBe(200);
  if (proposed.body.needsReview)
    await (await as('reviewer'))('POST', `/api/review/reports/${row.id}/decide`, {
      proposalId: proposed.body.proposalId,
      version: proposed.body.version,
      decision: 'confirmed',
    });
  const supervisor = await as('supervisor');
  const inbox = (await supervisor('GET', '/api/dispatch/inbox')).body.rows as unknown as { id: string; title: string; version: number }[];
  const sent = inbox.find(({ title }) => title === '池併案')!;
  const joined = await supervisor('POST', `/api/dispatch/${sent.id}/accept`, { version: sent.version, joinCaseId: held.id });
  expect(joined.status, joined.text).toBe(200);
  const members = await membersOf(held.id);
  expect(members.map(({ name }) => name)).toContain('池新生');
  expect(members.filter(({ role }) => role === 'subject')).toHaveLength(1);
  held.version = Number((await one(held.id)).version);
  await done('worker', held, visit());
});

test('accepting pressed again after a lost answer says what was done; with another wish it is a conflict', async () => {
  const made = await aCase('池再按');
  const owner = await house().server.database.owner();
  const { rows } = await owner.query<{ id: string; version: number }>('select id, version from intake.dispatch where case_id = $1', [
    made.id,
  ]);
  const [sent] = rows;
  const supervisor = await as('supervisor');
  const again = (workerId: string | null) =>
    supervisor('POST', `/api/dispatch/${sent!.id}/accept`, { version: sent!.version - 1, workerId });
  const told = await again(house().seats.worker!.id);
  expect(told.status, told.text).toBe(200);
  expect(told.body).toMatchObject({ status: 'accepted', caseId: made.id, version: sent!.version });
  const other = await again(house().seats.worker2!.id);
  expect([other.status, other.body.code]).toEqual([409, 'versionConflict']);
});

test('the title of a case follows a masked name that becomes known; opening the inbox is one entry of the audit', async () => {
  const made = await aCase('池○明');
  const owner = await house().server.database.owner();
  const subject = (await membersOf(made.id))[0]!.personId;
  await owner.query(`update people.person set name = '池小明' where id = $1`, [subject]);
  expect((await one(made.id)).title).toBe('池小明家庭');
  const entries = async () =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from audit.entry where action = 'dispatch.list'`)).rows[0]!.n;
  const before = await entries();
  expect((await (await as('supervisor'))('GET', '/api/dispatch/inbox?view=accepted')).status).toBe(200);
  expect(await entries()).toBe(before + 1);
});
