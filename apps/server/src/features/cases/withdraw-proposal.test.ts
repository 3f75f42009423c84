// Whoever proposed takes it back before it is decided: nobody else does, the clock that the proposal stopped runs on, the list of who decides drops it, and of two at once the second is told.
import { findProgramme } from '@anwang/packs';
import { compareProjection } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { expect, test } from 'vitest';
import { reportAnswers } from '../../testing/answers.ts';
import { countyA, countyB } from '../../testing/arrange.ts';
import { assess, caseHouse, visit } from '../../testing/case-house.ts';

const { house, aCase, act, as, done } = caseHouse();
const propose = { type: 'proposeOpening', decision: 'open', reason: 'severalNeeds', summary: '需要服務', answers: reportAnswers };
const withdraw = { type: 'withdrawProposal', note: '評估還沒寫完' };
type Clocks = { rule: string; due: string; stoppedAt: string | null; outcome: string | null; status: string }[];

async function proposed(name: string) {
  const held = await aCase(name);
  await done('worker', held, visit());
  await done('worker', held, assess('intake', '0'));
  const before = await clocksOf(held.id);
  await done('worker', held, propose);
  return { held, before };
}
const oneOf = async (id: string, who = 'worker') => (await (await as(who))('GET', `/api/cases/${id}`)).body;
const clocksOf = async (id: string) => (await oneOf(id)).clocks as unknown as Clocks;
const running = (clocks: Clocks) => clocks.filter((one) => one.stoppedAt === null).map((one) => [one.rule, one.due]);
const waiting = async (id: string) =>
  ((await (await as('supervisor'))('GET', '/api/worklist')).body.approvals as unknown as { caseId: string }[]).filter(
    (one) => one.caseId === id,
  );
async function agrees(id: string): Promise<void> {
  const { server, seats } = house();
  const differences = await server.database.store.withActor(
    { id: seats.supervisor!.id, county: countyA },
    'casework',
    { route: 'test' },
    (tx: Tx) =>
      compareProjection(tx, id, findProgramme('vulnerable-family', '2026.2')!, { now: server.house.now(), ...server.house.time(countyA) }),
  );
  expect(differences).toEqual([]);
}

test('an own proposal to open goes back to where it was, clocks and all', async () => {
  const { held, before } = await proposed('撤回甲');
  expect((await clocksOf(held.id)).find((one) => one.rule === 'vf-report')?.stoppedAt).not.toBeNull();
  expect(await waiting(held.id)).toHaveLength(1);
  expect((await act('supervisor', held, withdraw)).status).toBe(409);
  expect((await act('worker2', held, withdraw)).status).not.toBe(200);
  const gone = await done('worker', held, withdraw);
  expect(gone.body).toMatchObject({ stage: 'assessing' });
  expect(await waiting(held.id)).toEqual([]);
  const after = await clocksOf(held.id);
  expect(running(after)).toEqual(running(before));
  expect(after.find((one) => one.rule === 'decide-opening')?.stoppedAt).not.toBeNull();
  await agrees(held.id);
  const { approvals, allowed } = (await oneOf(held.id)) as unknown as { approvals: object[]; allowed: { type: string }[] };
  expect(approvals).toMatchObject([{ decision: 'withdrawn', decidedBy: null }]);
  expect(allowed.map((one) => one.type)).toContain('proposeOpening');
  const timeline = await (await as('supervisor'))('GET', `/api/cases/${held.id}/timeline`);
  expect(timeline.text).toContain('proposalWithdrawn');
  expect(timeline.text).toContain('評估還沒寫完');
  const told = await (await as('supervisor'))('GET', '/api/notices');
  expect(told.text).toContain('case.withdrawn');
  // Proposed again, it is a proposal like any other.
  await done('worker', held, propose);
  await done('supervisor', held, { type: 'decideOpening', decision: 'approved', reason: null });
  await agrees(held.id);
  expect((await act('worker', held, withdraw)).status).toBe(409);
});

test('of one who decides and one who takes back at once, the second is told what happened', async () => {
  const { held } = await proposed('撤回乙');
  const stale = { ...held };
  await done('supervisor', held, { type: 'decideOpening', decision: 'approved', reason: null });
  expect((await act('worker', { ...stale }, withdraw)).body).toMatchObject({ code: 'versionConflict' });
  const other = (await proposed('撤回丙')).held;
  const late = { ...other };
  await done('worker', other, withdraw);
  const decided = await act('supervisor', { ...late }, { type: 'decideOpening', decision: 'approved', reason: null });
  expect(decided.body).toMatchObject({ code: 'versionConflict', facts: { theirs: [{ type: 'proposalWithdrawn' }] } });
});

test('closing, a transfer and a move alike', async () => {
  const { held } = await proposed('撤回丁');
  await done('supervisor', held, { type: 'decideOpening', decision: 'approved', reason: null });
  await done('worker', held, { type: 'draftPlan', summary: '計畫', reviewOn: null });
  await done('worker', held, assess('post', '0'));
  const before = await oneOf(held.id);
  const same = async () => {
    await done('worker', held, withdraw);
    const now = await oneOf(held.id);
    expect(now.stage).toEqual(before.stage);
    expect(running(now.clocks as unknown as Clocks)).toEqual(running(before.clocks as unknown as Clocks));
    expect(await waiting(held.id)).toEqual([]);
    await agrees(held.id);
  };
  await done('worker', held, {
    type: 'proposeMove',
    toUnitId: house().seats.elsewhere!.unit,
    district: null,
    reason: 'needsOtherUnit',
    summary: '改由乙中心',
    safety: null,
  });
  await same();
  await done('worker', held, { type: 'proposeClosure', closureCode: 'noNeed', summary: '已無需求', residualRisk: 'low' });
  await same();
  const members = (before.members as unknown as { personId: string }[]).map((one) => one.personId);
  await done('worker', held, {
    type: 'proposeTransfer',
    toCounty: countyB,
    reason: 'moved',
    since: '2026-01-05',
    personIds: members,
    summary: '遷居',
    address: null,
    phone: null,
    safety: null,
  });
  await same();
  expect((await oneOf(held.id)).transfer).toMatchObject({ status: 'withdrawn', returned: null });
  const move = (await oneOf(held.id)).move as unknown as { status: string };
  expect(move.status).toBe('withdrawn');
});
