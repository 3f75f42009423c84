// Open cases go over to the statement in force: what is seen before, who may do what, what becomes of clocks, proposals and whoever has the case on the screen.
import { findProgramme } from '@anwang/packs';
import { compareProjection } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { reportAnswers } from '../../testing/answers.ts';
import { arrangeSeat, countyA, countyB, type Seat } from '../../testing/arrange.ts';
import { assess, caseHouse, now, visit } from '../../testing/case-house.ts';

const { house, aCase, as, done, act } = caseHouse();
const programme = 'vulnerable-family';
const seats: Record<string, Seat> = {};
beforeAll(async () => {
  const owner = await house().server.database.owner();
  const seat = async (name: string, role: string, county = countyA) => {
    seats[name] = await arrangeSeat(owner, { userName: `ad.${name}`, county, role, reach: 'county', reachId: county });
  };
  await seat('admin', 'countyAdmin');
  await seat('director', 'director');
  await seat('foreign', 'countyAdmin', countyB);
  // Who is both may propose, and does not decide the own proposal.
  await seat('both', 'director');
  await owner.query(
    `insert into org."grant" (account_id, role, reach_kind, reach_id, valid_from) values ($1, 'countyAdmin', 'county', $2, '2020-01-01')`,
    [seats.both!.id, countyA],
  );
});
const ask = (name: string) => house().server.as(seats[name]!);
const at = `/api/adoptions/programmes/${programme}`;
const ofAdoption = (id: unknown, rest: string) => `/api/adoptions/${String(id)}/${rest}`;

async function run(task: string, payload: Record<string, unknown>): Promise<void> {
  const { server } = house();
  const job = jobsOf(server.house, () => undefined)[task]!;
  await server.database.store.withActor(job.actor, job.purpose, { route: `job.${task}`, as: 'worker' }, (tx: Tx) =>
    job.run(tx, { payload, attempt: 1, lastAttempt: false }),
  );
}
/** Runs what the queue holds of adoptions until it holds nothing. */
async function work(): Promise<void> {
  const owner = await house().server.database.owner();
  for (;;) {
    const { rows } = await owner.query<{ id: string; task: string; payload: Record<string, unknown> }>(
      `select j.id, j.task_identifier as task, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
       where j.task_identifier like 'adoptions.%' order by j.id`,
    );
    if (rows.length === 0) return;
    await owner.query('delete from graphile_worker._private_jobs where id = any ($1)', [rows.map((row) => row.id)]);
    for (const row of rows) await run(row.task, row.payload);
  }
}
/** A case of before, as if the pack had come after it. */
async function oldCase(name: string) {
  const held = await aCase(name);
  const owner = await house().server.database.owner();
  await owner.query(`alter table casework.event disable trigger user`);
  await owner.query(`update casework.event set facts = facts || '{"packVersion": "2026.1"}' where case_id = $1 and seq = 1`, [held.id]);
  await owner.query(`alter table casework.event enable trigger user`);
  await owner.query(`update casework.case set pack_version = '2026.1' where id = $1`, [held.id]);
  return held;
}
async function agrees(id: string, version: string): Promise<void> {
  const { server } = house();
  const differences = await server.database.store.withActor(
    { id: house().seats.supervisor!.id, county: countyA },
    'casework',
    { route: 'test' },
    (tx: Tx) => compareProjection(tx, id, findProgramme(programme, version)!, { now: server.house.now(), ...server.house.time(countyA) }),
  );
  expect(differences).toEqual([]);
}
type Clocks = { rule: string; due: string | null; stoppedAt: string | null; status: string; start: string }[];
const clocksOf = async (id: string) => (await (await as('worker'))('GET', `/api/cases/${id}`)).body.clocks as unknown as Clocks;
const ended = (clocks: Clocks) => clocks.filter((one) => one.stoppedAt !== null);

test('seen before, proposed by one and decided by another, then each case has its event, and only once', async () => {
  const [opened, waiting] = [await oldCase('舊案甲'), await oldCase('舊案乙')];
  const proposal = { type: 'proposeOpening', decision: 'open', reason: 'severalNeeds', summary: '需要服務', answers: reportAnswers };
  for (const one of [opened, waiting]) {
    await done('worker', one, visit());
    await done('worker', one, { ...assess('intake', '0'), override: { band: 'high', reason: '實際情形' } });
    await done('worker', one, proposal);
  }
  await done('supervisor', opened, { type: 'decideOpening', decision: 'approved', reason: null });
  await done('worker', opened, visit());
  const before = await clocksOf(opened.id);
  const rhythm = (clocks: Clocks) => clocks.find((one) => one.rule === 'visit-rhythm' && one.stoppedAt === null)?.due ?? '';

  const [admin, director, both] = [await ask('admin'), await ask('director'), await ask('both')];
  const standing = await director('GET', at);
  expect(standing.body).toMatchObject({ current: '2026.2', open: [{ version: '2026.1', cases: 2 }], adoption: null });
  expect((await director('POST', at, {})).status).toBe(403);
  expect((await (await as('supervisor'))('GET', at)).status).toBe(403);
  expect((await (await ask('foreign'))('GET', at)).body).toMatchObject({ open: [], adoption: null });

  const asked = await both('POST', at, {});
  expect(asked.status, asked.text).toBe(200);
  expect(asked.body).toMatchObject({ status: 'looking', to: '2026.2' });
  const { id } = asked.body;
  expect((await admin('POST', at, {})).status).not.toBe(200);
  await work();
  const looked = (await admin('GET', at)).body.adoption as unknown as Record<string, unknown>;
  expect(looked).toMatchObject({
    status: 'looked',
    cases: { all: 2, waiting: 2, pending: 1, failed: 0 },
    clocks: [{ rule: 'visit-rhythm', change: 'sooner', cases: 1 }],
    differs: [{ from: '2026.1', what: 'clock', change: 'changed' }],
  });
  // Nothing has changed yet, and neither list nor sight says who the people are.
  expect(await clocksOf(opened.id)).toEqual(before);
  const listed = await director('GET', ofAdoption(id, 'cases'));
  expect(listed.text).not.toContain('舊案');
  expect(listed.body.rows).toHaveLength(2);
  expect((await (await ask('foreign'))('GET', ofAdoption(id, 'cases'))).status).toBe(404);

  expect((await director('POST', ofAdoption(id, 'decide'), { version: looked.version, decision: 'approved' })).status).not.toBe(200);
  const proposed = await both('POST', ofAdoption(id, 'propose'), { version: looked.version, step: 'propose' });
  expect(proposed.status, proposed.text).toBe(200);
  const decision = { version: proposed.body.version, decision: 'approved' };
  expect((await both('POST', ofAdoption(id, 'decide'), decision)).body).toMatchObject({ code: 'conflictOfInterest' });
  expect((await director('POST', ofAdoption(id, 'decide'), { ...decision, version: 1 })).status).toBe(409);
  expect((await director('POST', ofAdoption(id, 'decide'), decision)).status).toBe(200);
  await work();
  await run('adoptions.carry', { adoptionId: id });
  expect((await admin('GET', at)).body).toMatchObject({
    open: [{ version: '2026.2', cases: 2 }],
    adoption: { status: 'done', cases: { all: 2, moved: 2, waiting: 0 } },
  });

  // What had ended stays as it was; what runs is due sooner, and not before three days are over.
  const after = await clocksOf(opened.id);
  expect(ended(after)).toEqual(ended(before));
  expect(rhythm(after) < rhythm(before)).toBe(true);
  expect(Date.parse(rhythm(after))).toBeGreaterThan(Date.now() + 3 * 86_400_000);
  for (const one of [opened, waiting]) await agrees(one.id, '2026.2');
  const lines = (await (await as('worker'))('GET', `/api/cases/${opened.id}/timeline`)).body.rows as unknown as { type: string }[];
  expect(lines.filter((one) => one.type === 'statementAdopted')).toHaveLength(1);

  // Who had it on the screen is not stopped, and the proposal is decided as if nothing had been.
  expect((await act('worker', opened, { type: 'addNote', note: '訪後電話', happenedAt: now() })).status).toBe(200);
  const decided = await act('supervisor', waiting, { type: 'decideOpening', decision: 'approved', reason: null });
  expect(decided.status, decided.text).toBe(200);
  await done('worker', opened, visit());
  await agrees(opened.id, '2026.2');

  // The whole is over: it can be looked at anew, and dropped.
  const again = await admin('POST', at, {});
  await work();
  const second = (await admin('GET', at)).body.adoption as unknown as Record<string, unknown>;
  expect(second).toMatchObject({ id: again.body.id, status: 'looked', cases: { all: 0 } });
  expect((await admin('POST', ofAdoption(again.body.id, 'propose'), { version: second.version, step: 'drop' })).body.status).toBe(
    'dropped',
  );
});

test('a case that ends meanwhile stays as it is, and one whose statement is not known is named', async () => {
  const [ends, lost] = [await oldCase('舊案丙'), await oldCase('舊案丁')];
  const owner = await house().server.database.owner();
  await owner.query(`update casework.case set pack_version = '2024.7' where id = $1`, [lost.id]);
  const [admin, director] = [await ask('admin'), await ask('director')];
  const { id } = (await admin('POST', at, {})).body;
  await work();
  const looked = (await admin('GET', at)).body.adoption as unknown as { version: number; cases: object };
  expect(looked.cases).toMatchObject({ all: 2, waiting: 1, failed: 1 });
  const proposed = await admin('POST', ofAdoption(id, 'propose'), { version: looked.version, step: 'propose' });
  expect((await director('POST', ofAdoption(id, 'decide'), { version: proposed.body.version, decision: 'approved' })).status).toBe(200);
  await done('worker', ends, visit());
  await done('worker', ends, {
    type: 'proposeOpening',
    decision: 'notOpened',
    reason: 'noFactor',
    summary: '查無此人',
    answers: reportAnswers,
  });
  const decided = await act('supervisor', ends, { type: 'decideOpening', decision: 'approved', reason: null });
  expect(decided.status, decided.text).toBe(200);
  await work();
  expect((await admin('GET', at)).body.adoption).toMatchObject({ status: 'done', cases: { moved: 0, ended: 1, failed: 1 } });
});
