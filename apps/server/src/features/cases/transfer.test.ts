// A family that moves to another county: handed over by two people here, taken or returned there, and between the two never nobody's.

import { findProgramme } from '@anwang/packs';
import { compareProjection } from '@anwang/store/casework';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchInSession } from '../../desk/match-filed.ts';
import { arrangeRoute, arrangeSeat, arrangeUnit, countyB } from '../../testing/arrange.ts';
import { caseHouse, now, visit } from '../../testing/case-house.ts';
import type { Ask } from '../../testing/test-server.ts';

const { act, aCase, as, done, house } = caseHouse();
const there: Record<string, Ask> = {};
let centre: string;
beforeAll(async () => {
  const owner = await house().server.database.owner();
  const desk = await arrangeUnit(owner, countyB, 'desk', '乙派案中心');
  centre = await arrangeUnit(owner, countyB, 'familyServiceCentre', '乙縣中心');
  await arrangeRoute(owner, countyB, 'vulnerable-family', centre);
  for (const [name, unit, role, reach, id] of [
    ['screener', desk, 'deskOfficer', 'county', countyB],
    ['reviewer', desk, 'deskReviewer', 'county', countyB],
    ['supervisor', centre, 'supervisor', 'unit', centre],
    ['worker', centre, 'leadWorker', 'unit', centre],
  ] as const) {
    const seat = await arrangeSeat(owner, { userName: `t.${name}`, county: countyB, unit, role, reach, reachId: id });
    there[name] = await house().server.as(seat);
    if (name === 'worker') worker = seat.id;
  }
}, 120_000);
let worker = '';

type Case = Awaited<ReturnType<typeof aCase>>;
type Body = Record<string, never> & { [key: string]: unknown };
const canary = '乙縣乙一區金絲雀街7號';
const look = async (who: string, one: Case) => (await (await as(who))('GET', `/api/cases/${one.id}`)).body as Body;
const subjectOf = async (one: Case) => ((await look('worker', one)).members as unknown as { personId: string }[])[0]!.personId;
const wish = async (one: Case, more: { personIds?: readonly string[]; [field: string]: unknown } = {}) => ({
  type: 'proposeTransfer',
  toCounty: countyB,
  reason: 'moved',
  since: '2026-01-05',
  personIds: more.personIds ?? [await subjectOf(one)],
  address: canary,
  phone: '0911222333',
  summary: '遷居摘要：需要經濟協助',
  safety: '訪視請兩人同行',
  ...more,
});
const sent = async (name: string) => {
  const one = await aCase(name);
  await done('worker', one, visit());
  await done('worker', one, await wish(one));
  await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
  return one;
};
type Row = { id: string; number: string; title: string; version: number; channel: string };
const rowAt = async (ask: Ask, title: string) =>
  ((await ask('GET', '/api/screening/queue?limit=200')).body.rows as unknown as Row[]).find((row) => row.title === title);
const matchThere = (reportId: string) =>
  house().server.house.store.withActor(house().server.house.system.matcher, 'screening', { route: 'job', as: 'worker' }, (tx) =>
    matchInSession(house().server.house, tx, reportId),
  );
const decide = async (row: Row, decision: object) => {
  const view = (await there.screener!('GET', `/api/screening/reports/${row.id}`)).body;
  const proposed = await there.screener!('POST', `/api/screening/reports/${row.id}/propose`, { version: view.version, ...decision });
  if (proposed.status !== 200 || proposed.body.needsReview !== true) return proposed;
  return there.reviewer!('POST', `/api/review/reports/${row.id}/decide`, {
    proposalId: proposed.body.proposalId,
    version: proposed.body.version,
    decision: 'confirmed',
  });
};
const toCentre = (row: Row) =>
  decide(row, {
    outcome: 'accept',
    band: 'low',
    lines: [{ programme: 'vulnerable-family', urgency: 'ordinary', unitId: centre }],
    differsReason: '轉入',
  });
const inbox = async (title: string) =>
  ((await there.supervisor!('GET', '/api/dispatch/inbox')).body.rows as unknown as Row[]).find((row) => row.title === title)!;
const accept = async (title: string) => {
  const row = await inbox(title);
  return there.supervisor!('POST', `/api/dispatch/${row.id}/accept`, { version: row.version, workerId: worker });
};
const agrees = async (one: Case) => {
  const { store } = house().server.house;
  const row = (
    await (await house().server.database.owner()).query('select programme, pack_version from casework."case" where id = $1', [one.id])
  ).rows[0];
  const found = await store.withActor({ id: house().seats.supervisor!.id }, 'supervision', { route: 'test' }, (tx) =>
    compareProjection(tx, one.id, findProgramme(row.programme, row.pack_version)!, { now: now() as never, ...house().server.house.time() }),
  );
  expect(found).toEqual([]);
};

describe('a family that moves', () => {
  test('is handed over, taken, and from then on the other county’s', async () => {
    const one = await sent('遷居者');
    await agrees(one);
    const here = await look('worker', one);
    expect(here).toMatchObject({ status: 'assessing', transfer: { status: 'sent', number: expect.any(String), addressGiven: true } });
    expect((here.clocks as unknown as { rule: string }[]).map((clock) => clock.rule)).toContain('transfer-answer');
    const stillOpen = await act('worker', one, await wish(one));
    expect(stillOpen.body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'noTransferWaits' } });

    const row = (await rowAt(there.screener!, '遷居者'))!;
    expect(row.channel).toBe('transfer');
    await matchThere(row.id);
    const view = await there.screener!('GET', `/api/screening/reports/${row.id}`);
    expect(view.body, view.text).toMatchObject({
      county: countyB,
      narrative: '遷居摘要：需要經濟協助',
      handedFrom: { programme: 'vulnerable-family' },
      handed: { reason: { zh: '全家遷居' }, since: '2026-01-05', safety: '訪視請兩人同行', from: { unit: '甲中心' } },
      suggestion: { outcome: 'accept', lines: [{ programme: 'vulnerable-family' }] },
      persons: [{ name: '遷居者', match: 'confirmed', addresses: [canary] }],
    });
    expect(view.text, 'never who reported').not.toContain('林老師');
    const told = (await there.screener!('GET', '/api/notices')).body.rows as unknown as { kind: string }[];
    expect(told.map((each) => each.kind)).toContain('transfer.received');
    expect((await there.supervisor!('GET', `/api/cases/${one.id}`)).status, 'the case itself is not there').toBe(404);
    expect(
      (await decide(row, { outcome: 'informationOnly', reason: 'inquiryOnly', band: 'low', differsReason: '只是詢問' })).body,
    ).toMatchObject({
      fields: [{ path: 'outcome' }],
    });

    expect((await toCentre(row)).status).toBe(200);
    expect(await look('worker', one), 'dispatched is not taken').toMatchObject({ transfer: { status: 'sent' }, closedAt: null });
    const person = await subjectOf(one);
    const accepted = await accept('遷居者');
    expect(accepted.status, accepted.text).toBe(200);
    await agrees(one);
    const closed = await look('worker', one);
    expect(closed).toMatchObject({
      status: 'closed',
      closureCode: 'movedOut',
      transfer: { status: 'accepted', unitName: '乙縣中心' },
      members: [{ personId: person, name: '遷居者' }],
    });
    const reopened = await act(
      'supervisor',
      { ...one, version: Number(closed.version) },
      { type: 'reopen', reason: 'needsAgain', note: '再開' },
    );
    expect(reopened.body).toMatchObject({ code: 'actionNotAllowed', facts: { reason: 'notTransferred' } });

    const next = (await there.worker!('GET', `/api/cases/${accepted.body.caseId}`)).body;
    expect(next).toMatchObject({ takenOver: { reportId: row.id }, members: [{ personId: person, name: '遷居者' }] });
    const report = await there.worker!('GET', `/api/cases/${accepted.body.caseId}/reports/${row.id}`);
    expect(report.body, report.text).toMatchObject({ handed: { safety: '訪視請兩人同行' } });
    const owner = await house().server.database.owner();
    expect((await owner.query('select county from people.person where id = $1', [person])).rows).toEqual([{ county: countyB }]);
    expect((await (await as('supervisor'))('GET', `/api/people/${person}`)).status, 'what follows there is not for here').toBe(404);
    expect((await there.screener!('GET', `/api/people/${person}`)).status).toBe(200);
    expect((await (await as('supervisor'))('GET', `/api/cases/${accepted.body.caseId}`)).status).toBe(404);
    const heard = (await (await as('worker'))('GET', '/api/notices')).body.rows as unknown as { kind: string }[];
    expect(heard.map((each) => each.kind)).toContain('transfer.accepted');
    const line = await (await as('worker'))('GET', `/api/cases/${one.id}/timeline`);
    expect(line.text).not.toContain(canary);
  });

  test('is returned with a reason, and is still here; it may be handed over again', async () => {
    const one = await sent('退回者');
    const row = (await rowAt(there.screener!, '退回者'))!;
    expect(
      (await decide(row, { outcome: 'notAccepted', reason: 'noHarm', band: 'low', differsReason: '查訪' })).body,
      'a reason of its own',
    ).toMatchObject({
      fields: [{ path: 'reason' }],
    });
    expect((await decide(row, { outcome: 'notAccepted', reason: 'notHere', band: 'low', differsReason: '查訪' })).status).toBe(200);
    await agrees(one);
    const here = await look('worker', one);
    expect(here).toMatchObject({ status: 'assessing', closedAt: null, transfer: { status: 'returned', returned: 'notHere' } });
    one.version = Number(here.version);
    const heard = (await (await as('supervisor'))('GET', '/api/notices')).body.rows as unknown as { kind: string }[];
    expect(heard.map((each) => each.kind)).toContain('transfer.returned');
    await done('worker', one, await wish(one));
    await done('supervisor', one, { type: 'decideTransfer', decision: 'sentBack', reason: '先確認住址' });
    expect(await look('worker', one)).toMatchObject({ transfer: { status: 'sentBack' } });
    expect(await rowAt(there.screener!, '退回者'), 'nothing went').toBeUndefined();
  });

  test('asks for a second person, for people of the case, and for a county that can take it', async () => {
    const one = await aCase('規則者');
    await done('worker', one, visit());
    for (const [wrong, path] of [
      [{ toCounty: '10001' }, 'toCounty'],
      [{ toCounty: '99999' }, 'toCounty'],
      [{ district: 'nowhere' }, 'district'],
      [{ reason: 'whim' }, 'reason'],
      [{ since: '2099-01-01' }, 'since'],
      [{ personIds: [house().seats.worker!.id] }, 'personIds'],
    ] as const)
      expect((await act('worker', one, await wish(one, wrong))).body, path).toMatchObject({ fields: [{ path: `command.${path}` }] });
    const closing = { type: 'proposeClosure', closureCode: 'movedOut', residualRisk: 'low', summary: '遷居' };
    const alone = await act('worker', one, closing);
    expect(alone.status, 'a family that moves is not just closed').toBeGreaterThanOrEqual(400);
    await done('worker', one, await wish(one));
    expect((await act('worker', one, { type: 'decideTransfer', decision: 'approved' })).status).toBe(409);
    const stale = { ...one };
    await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
    expect((await act('supervisor', stale, { type: 'decideTransfer', decision: 'sentBack', reason: '再想' })).body).toMatchObject({
      code: 'versionConflict',
    });
  });

  test('to a county without a desk is told by letter, and closes when that county’s letter says so', async () => {
    const one = await aCase('公文者');
    await done('worker', one, visit());
    await done('worker', one, await wish(one, { toCounty: null }));
    expect((await act('supervisor', one, { type: 'decideTransfer', decision: 'approved' })).body).toMatchObject({
      fields: [{ path: 'command.letter' }],
    });
    await done('supervisor', one, { type: 'decideTransfer', decision: 'approved', letter: '甲社字第1號' });
    expect(await look('worker', one)).toMatchObject({ closedAt: null, transfer: { status: 'sent', county: null, letter: '甲社字第1號' } });
    await done('supervisor', one, { type: 'answerTransfer', answer: 'taken', letter: '丙社字第2號' });
    await agrees(one);
    expect(await look('worker', one)).toMatchObject({ status: 'closed', closureCode: 'movedOut', transfer: { status: 'accepted' } });
  });

  test('two who take it at once: one case there, one closing here', async () => {
    const one = await sent('同時者');
    await toCentre((await rowAt(there.screener!, '同時者'))!);
    const row = await inbox('同時者');
    const answers = await Promise.all(
      [1, 2].map(() => there.supervisor!('POST', `/api/dispatch/${row.id}/accept`, { version: row.version, workerId: worker })),
    );
    expect(answers.map((each) => each.status).sort(), house().server.log.slice(-4).join('\n')).toEqual([200, 409]);
    await agrees(one);
    const events = await (await house().server.database.owner()).query(
      `select count(*)::int as n from casework.event where case_id = $1 and type = 'transferAccepted'`,
      [one.id],
    );
    expect(events.rows[0].n).toBe(1);
  });

  test('where there is another side, the new address reaches nobody through it, neither here nor there', async () => {
    const persons = [
      { role: 'victim', name: '遷居被害人', sex: 'female', birthDate: '0750405' },
      { role: 'respondent', name: '遷居相對人', sex: 'male', birthDate: '0740101' },
    ];
    const one = await aCase('遷居被害人', { grounds: ['ipv-physical'], persons }, 'dvsa');
    const here = (await (await as('protection'))('GET', `/api/cases/${one.id}`)).body as Body;
    const members = here.members as unknown as { personId: string; role: string }[];
    const other = members.find((each) => each.role === 'respondent')!.personId;
    const victim = members.find((each) => each.role !== 'respondent')!.personId;
    one.version = Number(here.version);
    await done('protection', one, await wish(one, { personIds: [victim] }));
    await done('protector', one, { type: 'decideTransfer', decision: 'approved' });
    for (const who of ['protector', 'protection', 'screener', 'supervisor'])
      for (const path of [
        `/cases/${one.id}`,
        `/cases/${one.id}/timeline`,
        `/cases/${one.id}/family`,
        `/people/${other}`,
        `/people/${other}/family`,
      ])
        expect((await (await as(who))('GET', `/api${path}`)).text, `${who} ${path}`).not.toContain(canary);
    const row = (await rowAt(there.screener!, '遷居被害人'))!;
    await matchThere(row.id);
    const view = await there.screener!('GET', `/api/screening/reports/${row.id}`);
    expect(view.body.persons, 'who stays is not told of').toMatchObject([{ name: '遷居被害人', contactsHidden: true }]);
    expect(view.text).not.toContain('遷居相對人');
    const owner = await house().server.database.owner();
    const hidden = await owner.query('select hidden, hidden_from from people.contact where person_id = $1 and kind = $2', [
      victim,
      'residenceAddress',
    ]);
    expect(hidden.rows, 'kept from whoever is on the other side of the case, who does not stand in the report').toEqual([
      { hidden: true, hidden_from: [other] },
    ]);
    for (const path of [`/people/${other}`, `/people/${other}/family`, `/people/${victim}/family`])
      expect((await there.screener!('GET', `/api${path}`)).text, path).not.toContain(canary);
  });

  test('nobody brings an answer by hand', async () => {
    const one = await sent('直答者');
    const row = (await rowAt(there.screener!, '直答者'))!;
    const owner = await house().server.database.owner();
    const account = (name: string) =>
      owner.query('select id from org.account where username = $1', [name]).then((found) => String(found.rows[0].id));
    const reads = (id: string, purpose: 'screening' | 'supervision') =>
      house().server.house.store.withActor({ id }, purpose, { route: 'test' }, (tx) =>
        tx.run('select * from casework.transferred_events($1::uuid)', [row.id]),
      );
    expect(await reads(house().seats.elsewhere!.id, 'supervision'), 'another unit of the first county').toEqual([]);
    expect(await reads(await account('t.supervisor'), 'supervision'), 'a unit there to which nothing was sent').toEqual([]);
    const desk = await account('t.screener');
    const events = [{ id: row.id, type: 'transferReturned', happenedAt: now(), facts: { transfer: row.id, reason: 'notHere' } }];
    const forged = house().server.house.store.withActor({ id: desk }, 'screening', { route: 'test' }, (tx) =>
      tx.run('select casework.answer_transfer($1::uuid, $2::jsonb, $3::jsonb, $4::jsonb)', [row.id, JSON.stringify(events), '{}', '{}']),
    );
    await expect(forged).rejects.toThrow(/answered/);
    const again = house().server.house.store.withActor(
      { id: house().seats.supervisor!.id },
      'supervision',
      { route: 'test' },
      async (tx) => {
        const held = await owner.query('select id from casework.transfer where case_id = $1', [one.id]);
        return tx.run(`select casework.hand_over($1::uuid, '{}', '[]', '[]')`, [held.rows[0].id]);
      },
    );
    await expect(again, 'handed over once').rejects.toThrow(/handed over/);
  });
});
