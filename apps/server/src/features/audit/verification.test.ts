// The screen's route says when the log was verified, how far, and what was found; never more than that.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteWhole, sealAndVerify, sealOnce } from '@anwang/store/audit';
import { runOnce } from '@anwang/store/jobs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';
import { type Ask, startTestServer, type TestServer } from '../../testing/test-server.ts';

let folder: string;
let server: TestServer;
let everyone: Everyone;
let auditor: Ask;
let runs = 0;

const state = async () =>
  (await auditor('GET', '/api/audit/state')).body as unknown as {
    intact: boolean | null;
    upToBlock: number;
    wholeAt: string | null;
    wholeBy: string | null;
    findings: { code: string; block: number | null }[];
    past: { at: string; findings: { code: string; block: number | null }[] }[];
  };
const run = (task: 'audit.verify' | 'audit.verifyAll') =>
  runOnce(server.database.store, task, jobsOf(server.house, () => undefined)[task]!, `run.${++runs}`, {
    payload: {},
    attempt: 1,
    lastAttempt: false,
  });
const seal = () => sealOnce(server.database.store, join(folder, 'audit-heads.jsonl'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anwang-verify-'));
  server = await startTestServer({ ANWANG_DATA: folder });
  everyone = await arrangeEveryone(await server.database.owner());
  auditor = await server.as(everyone.seats['a.auditor']!);
}, 120_000);
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('before anything was verified nothing is claimed; afterwards how far and when', async () => {
  expect(await state()).toMatchObject({ intact: null, wholeAt: null, findings: [] });
  await seal();
  await run('audit.verify');
  const first = await state();
  expect(first).toMatchObject({ intact: true, upToBlock: 1, findings: [] });
  expect(first.wholeAt).not.toBeNull();
  await auditor('GET', '/api/audit');
  await seal();
  await run('audit.verify');
  expect((await state()).upToBlock).toBeGreaterThan(first.upToBlock);
});

test('what the command found stands on the screen too: a clean whole takes a finding back, which stays in the history', async () => {
  const owner = await server.database.owner();
  const purpose = async (to: string) =>
    (
      await owner.query<{ was: string }>(
        `update audit.entry e set purpose = $1 from audit.entry was where was.id = e.id and e.id = (select min(id) from audit.entry) returning was.purpose as was`,
        [to],
      )
    ).rows[0]!.was;
  const was = await purpose('casework');
  await run('audit.verifyAll');
  expect((await state()).findings.map((one) => one.code)).toEqual(['rowsDiffer']);
  // As it was before: new blocks say nothing of the old ones.
  await purpose(was);
  await run('audit.verify');
  expect(await state()).toMatchObject({ intact: false, past: [] });
  const command = async (copies: number, findings: Parameters<typeof noteWhole>[1]['findings'] = []) => {
    const { last, rows, findings: found } = await sealAndVerify(server.database.store, owner, join(folder, 'audit-heads.jsonl'));
    await noteWhole(server.database.store, { to: last, rows, findings: [...found, ...findings], at: new Date().toISOString(), copies });
  };
  await command(0);
  expect(await state()).toMatchObject({ intact: true, wholeBy: 'command', past: [{ findings: [{ code: 'rowsDiffer', block: 1 }] }] });
  // What a copy of the heads told, a reading without the copy does not take back.
  await command(1, [
    { code: 'headMissing', block: 9, at: '2026-11-22' },
    { code: 'strayRows', rows: 1 },
  ]);
  await command(0);
  expect(await state()).toMatchObject({ intact: false, findings: [{ code: 'headMissing', block: 9 }] });
  await command(1);
  expect(await state()).toMatchObject({ intact: true, findings: [] });
  expect((await state()).past.map((one) => one.findings.length)).toEqual([2, 1]);
});

test('a row changed in an old block is found by the whole reading, one in a new block by the next', async () => {
  const owner = await server.database.owner();
  await owner.query(`update audit.entry set purpose = 'casework' where id = (select min(id) from audit.entry)`);
  await auditor('GET', '/api/audit');
  await seal();
  await run('audit.verify');
  expect(await state()).toMatchObject({ intact: true });
  await run('audit.verifyAll');
  expect(await state()).toMatchObject({ intact: false, findings: [{ code: 'rowsDiffer', block: 1 }] });
  await auditor('GET', '/api/audit');
  await seal();
  await owner.query(`delete from audit.entry where id = (select max(id) from audit.entry)`);
  await run('audit.verify');
  expect((await state()).findings.map((one) => one.code)).toEqual(['rowsDiffer', 'rowsDiffer']);
});

test('the result of a finding that the owner of the database removes is missed: the log tells of it', async () => {
  const owner = await server.database.owner();
  expect((await state()).findings.map((one) => one.code)).not.toContain('resultMissing');
  const { rows } = await owner.query<Record<string, unknown>>(
    `delete from audit.verification where id = (select max(id) from audit.verification where findings <> '[]') returning *`,
  );
  const told = await state();
  expect([told.intact, told.findings.map((one) => one.code)]).toEqual([false, expect.arrayContaining(['resultMissing'])]);
  const back = Object.entries(rows[0]!).map(([name, value]) => [name, name === 'findings' ? JSON.stringify(value) : value] as const);
  await owner.query(
    `insert into audit.verification (${back.map(([name]) => name).join(', ')}) overriding system value values (${back.map((_, at) => `$${at + 1}`).join(', ')})`,
    back.map(([, value]) => value),
  );
  expect((await state()).findings.map((one) => one.code)).not.toContain('resultMissing');
});

test('a good result that the owner of the database writes is a finding', async () => {
  const owner = await server.database.owner();
  await owner.query(`update audit.verification set findings = '[]'`);
  expect(await state()).toMatchObject({ intact: false });
  expect((await state()).findings.map((one) => one.code)).toContain('resultForged');
});

test('an auditor asks for the whole to be read', async () => {
  expect((await auditor('POST', '/api/audit/verify', {})).body).toEqual({ asked: true });
  const owner = await server.database.owner();
  const waiting = await owner.query(`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'audit.verifyAll'`);
  expect(waiting.rows).toEqual([{ n: 1 }]);
  const worker = await server.as(everyone.seats['a.worker']!);
  expect((await worker('POST', '/api/audit/verify', {})).status).toBe(403);
});
