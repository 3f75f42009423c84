// Break-glass: with a reason, for an hour, for one thing; told at once, reviewed by somebody else; on record; over when the hour is over.

import { addHours, type Instant } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countNotices, listNotices, markNoticesRead } from '../notices/index.ts';
import { remindOfReview } from './break-glass.ts';
import { breakGlass, findBreakGlass, listBreakGlass, reviewBreakGlass, systemActors } from './index.ts';

const id = (at: number): string => `01a20000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const [worker, supervisor, elsewhere, auditor, head] = [{ id: id(1) }, { id: id(2) }, { id: id(3) }, { id: id(4) }, { id: id(5) }];
const closedCase = id(50);
const otherCase = id(51);
let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await temporaryDatabase();
  owner = await database.owner();
  const unit = (at: number) =>
    `insert into org.unit (id, county, kind, name_zh, name_en) values ('${id(at)}', '90000', 'familyServiceCentre', '中心', 'C')`;
  const account = (who: { id: string }, unitAt: number, role: string, kind: string, anchor: string) =>
    `insert into org.account (id, county, unit_id, username, name) values ('${who.id}', '90000', '${id(unitAt)}', '${who.id}', 'n'); insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${who.id}', '${role}', '${kind}', '${anchor}')`;
  const file = (at: string) =>
    `insert into casework."case" (id, number, county, unit_id, programme, pack_version, side, stage, status, received_at) values ('${at}', '${at}', '90000', '${id(11)}', 'p', '1', 'family', 's', 'open', now())`;
  await owner.query(
    [
      `insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C')`,
      unit(10),
      unit(11),
      account(worker, 10, 'leadWorker', 'unit', id(10)),
      account(supervisor, 10, 'supervisor', 'unit', id(10)),
      account(elsewhere, 11, 'supervisor', 'unit', id(11)),
      account(auditor, 11, 'auditor', 'county', '90000'),
      account(head, 11, 'director', 'county', '90000'),
      file(closedCase),
      file(otherCase),
    ].join(';\n'),
  );
});
afterAll(() => database.close());

const cases = async () =>
  (
    await database.store.withActor(worker, 'casework', { route: 'test' }, (tx) => tx.selectFrom('casework.case').select('id').execute())
  ).map((row) => row.id);
const use = (reason: string, target = closedCase) =>
  database.store.withActor(worker, 'casework', { route: 'test.break' }, (tx) => breakGlass(tx, { kind: 'case', id: target }, reason));

test('one thing opens for an hour, with the messages and the record of it, and closes again', async () => {
  expect(await cases()).toEqual([]);
  await expect(use('short')).rejects.toMatchObject({ code: '23514' });
  expect(await use('孩子受傷，主責聯絡不上', id(99))).toBeUndefined();
  const opened = await use('孩子受傷，主責聯絡不上');
  expect(await cases()).toEqual([closedCase]);
  const row = (
    await owner.query(
      'select extract(epoch from until - started_at)::int as seconds, extract(epoch from review_due - started_at)::int as review from access.break_glass',
    )
  ).rows[0];
  expect(row).toEqual({ seconds: 3600, review: 3 * 86_400 });
  expect(
    (
      await owner.query(
        `select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         union all select task from system.later_job order by 1`,
      )
    ).rows,
  ).toEqual([{ identifier: 'breakGlass.remind' }, { identifier: 'breakGlass.remind' }, { identifier: 'breakGlass.tell' }]);
  expect((await owner.query(`select action, ids, break_glass_id from audit.entry where action = 'breakglass.use'`)).rows).toEqual([
    { action: 'breakglass.use', ids: [closedCase], break_glass_id: opened?.id },
  ]);
  // The unit whose case it is learns that somebody had to.
  const told = (who: { id: string }) =>
    database.store.withActor(who, 'self', { route: 'test' }, async (tx) =>
      (await listNotices(tx, { unread: false, limit: 20 })).map(({ kind, ref }) => [kind, ref]),
    );
  expect(await told(elsewhere)).toEqual([['breakGlass.ofYours', closedCase]]);
  expect(await told(supervisor)).toEqual([['breakGlass.used', null]]);
  // Reading is opened, writing is not.
  const changed = await database.store.withActor(worker, 'casework', { route: 'test' }, (tx) =>
    tx.updateTable('casework.case').set({ title: 'x' }).executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
  await owner.query(`update access.break_glass set started_at = started_at - interval '2 hours', until = until - interval '2 hours'`);
  expect(await cases()).toEqual([]);
});

test('nobody makes it longer, or reviews his own; the supervisor of the unit or the auditor does, once', async () => {
  const opened = await use('第二次緊急調閱的原因', otherCase);
  const useId = opened?.id ?? '';
  await expect(
    database.store.withActor(worker, 'casework', { route: 't' }, (tx) =>
      tx.updateTable('access.break_glass').set({ until: '2099-01-01T00:00:00Z' }).execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' });
  const review = (who: { id: string }, purpose: 'supervision' | 'casework' | 'audit') =>
    database.store.withActor(who, purpose, { route: 't' }, (tx) => reviewBreakGlass(tx, useId, 'justified', '確有必要'));
  expect(await review(worker, 'casework')).toBe(false);
  expect(await review(elsewhere, 'supervision')).toBe(false);
  const waiting = await database.store.withActor(supervisor, 'supervision', { route: 't' }, (tx) =>
    listBreakGlass(tx, { open: true, limit: 50 }),
  );
  expect(waiting.rows.map((one) => one.target.id)).toContain(otherCase);
  expect(await review(supervisor, 'supervision')).toBe(true);
  expect(await review(auditor, 'audit')).toBe(false);
  expect((await owner.query('select verdict, reviewed_by from access.break_glass where id = $1', [useId])).rows).toEqual([
    { verdict: 'justified', reviewed_by: supervisor.id },
  ]);
});

test('uses are paged to the end, once each, and the oldest is found by itself', async () => {
  const before = (await owner.query<{ id: string }>('select id from access.break_glass')).rows.map((row) => row.id);
  // Seven at one moment: the place of a page is moment and id.
  await owner.query(
    `insert into access.break_glass (account_id, county, unit_id, kind, target_id, reason, purpose) select $1, '90000', $2, 'case', $3, '同一時刻開啟的許多次之一', 'casework' from generate_series(1, 7)`,
    [worker.id, id(10), otherCase],
  );
  await database.store.withActor(auditor, 'audit', { route: 't' }, async (tx) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 20; pages++) {
      const page = await listBreakGlass(tx, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.rows.map((use) => use.id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toHaveLength(before.length + 7);
    expect(new Set(seen).size).toBe(seen.length);
    const oldest = seen.at(-1) ?? '';
    expect((await findBreakGlass(tx, oldest))?.id).toBe(oldest);
    expect(await findBreakGlass(tx, id(98))).toBeUndefined();
  });
  await owner.query('delete from access.break_glass where not id = any($1::uuid[])', [before]);
});

test('the supervisor of the unit is told in the transaction of the use; the head when nobody has reviewed in three days; nobody else', async () => {
  const opened = await use('主責聯絡不上，孩子在急診室', otherCase);
  const useId = opened?.id ?? '';
  const kinds = async (who: { id: string }) =>
    (await database.store.withActor(who, 'self', { route: 't' }, (tx) => listNotices(tx, { unread: true, limit: 50 })))
      .filter((row) => row.breakGlassId === useId)
      .map((row) => row.kind);
  expect(await kinds(supervisor)).toEqual(['breakGlass.used']);
  for (const who of [worker, elsewhere, auditor, head]) expect(await kinds(who)).toEqual([]);
  const remind = (now: Instant) =>
    database.store.withActor(systemActors.clock, 'system', { route: 't', as: 'worker' }, (tx) => remindOfReview(tx, useId, now));
  const [row] = (await owner.query<{ due: Instant }>('select review_due as due from access.break_glass where id = $1', [useId])).rows;
  const due = row!.due;
  expect(await remind(addHours(due, -24))).toBe('reminded');
  expect(await kinds(supervisor)).toEqual(['breakGlass.reviewDue', 'breakGlass.used']);
  expect(await remind(due)).toBe('reminded');
  expect(await remind(due)).toBe('reminded');
  expect(await kinds(head)).toEqual(['breakGlass.overdue']);
  expect(await kinds(supervisor)).toEqual(['breakGlass.overdue', 'breakGlass.reviewDue', 'breakGlass.used']);
  // As long as nobody reviews it, both are told every day, once.
  const next = async () =>
    (
      await owner.query<{ at: Instant }>(`select run_at as at from system.later_job where job_key = $1`, [`breakGlass:${useId}:due`])
    ).rows.map((one) => one.at);
  expect(await next()).toEqual([addHours(due, 24)]);
  expect(await remind(addHours(due, 24))).toBe('reminded');
  expect(await remind(addHours(due, 25))).toBe('reminded');
  expect(await kinds(head)).toEqual(['breakGlass.overdue', 'breakGlass.overdue']);
  expect(await next()).toEqual([addHours(due, 48)]);
  await database.store.withActor(supervisor, 'supervision', { route: 't' }, (tx) => reviewBreakGlass(tx, useId, 'notJustified', '非必要'));
  expect(await kinds(worker)).toEqual(['breakGlass.reviewed']);
  expect(await remind(addHours(due, 24))).toBe('reviewed');
});

test('the only supervisor of a unit who opens something is judged by somebody else: the head is told at once; so of a unit that has none', async () => {
  const told = async (row: string) =>
    (
      await owner.query<{ to_post: string }>(`select to_post from system.notice where break_glass_id = $1 and kind = 'breakGlass.used'`, [
        row,
      ])
    ).rows
      .map((one) => one.to_post)
      .sort();
  const opens = async (who: { id: string }) =>
    (await database.store.withActor(who, 'casework', { route: 'test.break' }, (tx) =>
      breakGlass(tx, { kind: 'case', id: otherCase }, '督導自己調閱，主責聯絡不上'),
    ))!.id;
  expect(await told(await opens(supervisor))).toEqual(['director:county:90000', `supervisor:unit:${id(10)}`]);
  await owner.query(`update org."grant" set valid_until = now() where account_id = '${supervisor.id}'`);
  expect(await told(await opens(worker))).toEqual(['director:county:90000']);
  await owner.query(`update org."grant" set valid_until = null where account_id = '${supervisor.id}'`);
});

test('each reader marks for himself; the count is of what is unread', async () => {
  const self = <T>(work: Parameters<TestDatabase['store']['withActor']>[3]) =>
    database.store.withActor(supervisor, 'self', { route: 't' }, work) as Promise<T>;
  const before = await self<{ unread: number; urgent: number }>((tx) => countNotices(tx));
  expect(before.unread).toBeGreaterThan(2);
  const rows = await self<{ id: string }[]>((tx) => listNotices(tx, { unread: true, limit: 1 }));
  expect(await self((tx) => markNoticesRead(tx, [rows[0]!.id, id(77)]))).toBe(1);
  expect(await self((tx) => markNoticesRead(tx, [rows[0]!.id]))).toBe(0);
  expect(await self((tx) => countNotices(tx))).toMatchObject({ unread: before.unread - 1 });
  await self((tx) => markNoticesRead(tx, null));
  expect(await self((tx) => countNotices(tx))).toEqual({ unread: 0, urgent: 0 });
});
