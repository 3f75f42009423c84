// Nobody works on the own family: by the own number, before or after the family is known, and by withdrawing; what keeps people safe stays open; somebody else lifts it.
import { expect, test } from 'vitest';
import { caseHouse, now, visit } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

const family = (name: string, nationalId: string) => ({
  grounds: ['family-adversity'],
  persons: [{ role: 'subject', name, birthDate: '0800102', nationalId }],
});
const relative = { code: 'conflictOfInterest', facts: { reason: 'relative' } };
const note = { type: 'addNote', note: '紀錄' };
const give = async (who: string, nationalId: string) => (await as(who))('PUT', '/api/session/own-number', { nationalId });
const take = async (who: string) => (await as(who))('DELETE', '/api/session/own-number');
const kindsTold = async (who: string) =>
  ((await (await as(who))('GET', '/api/notices?limit=100')).body.rows as unknown as { kind: string }[])
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('recusal'));

test('whoever gave the own number does nothing in the own case but call for help, and hands it on', async () => {
  const held = await aCase('本人甲', family('本人甲', 'Y190000016'));
  await done('worker', held, note);
  expect((await give('worker', 'ｙ190000016')).status).toBe(200);
  expect((await (await as('worker'))('GET', '/api/session/recusals')).body.number).toMatchObject({ ending: '016' });
  expect((await act('worker', held, note)).body).toMatchObject(relative);
  expect((await act('worker', held, visit())).body).toMatchObject(relative);
  const seen = await (await as('worker'))('GET', `/api/cases/${held.id}`);
  expect(seen.body).toMatchObject({ related: true });
  expect(JSON.stringify(seen.body.allowed)).not.toContain('addNote');
  await done('worker', held, { type: 'callSupport', note: null });
  const [call] = (await (await as('worker'))('GET', `/api/cases/${held.id}`)).body.supports as unknown as { id: string }[];
  await done('worker', held, { type: 'endSupport', callId: call!.id, how: 'safe', note: null });
  await done('supervisor', held, note);
  const given = { type: 'handOverLead', workerId: house().seats.worker!.id, reason: 'workload', note: null };
  await done('supervisor', held, { ...given, workerId: house().seats.worker2!.id });
  expect((await act('supervisor', held, given)).body).toMatchObject({ code: 'assignmentConflict', facts: { reason: 'relative' } });
  expect((await take('worker')).status).toBe(200);
  expect((await take('worker')).status).toBe(404);
});

test('a number given before anybody of it is known holds when they are reported', async () => {
  expect((await give('worker2', 'Y190000024')).body).toMatchObject({ code: 'idNumberCheckDigit' });
  expect((await give('worker2', 'abc')).body).toMatchObject({ code: 'idNumberMalformed' });
  expect((await give('worker2', 'Y190000034')).status).toBe(200);
  const held = await aCase('後來知道', family('後來知道', 'Y190000034'));
  const given = { type: 'handOverLead', workerId: house().seats.worker2!.id, reason: 'workload', note: null };
  expect((await act('supervisor', held, given)).body).toMatchObject({ code: 'assignmentConflict', facts: { reason: 'relative' } });
  await take('worker2');
  await done('supervisor', held, given);
});

test('whoever withdraws from a case is kept from it and from other reports of these people, until somebody else lifts it', async () => {
  const held = await aCase('迴避甲', family('迴避甲', 'Y190000052'));
  const worker = await as('worker');
  const declare = { caseId: held.id, ground: 'inLaw' };
  for (const _twice of [1, 2]) expect((await worker('POST', '/api/recusals/case', declare)).status).toBe(200);
  expect(await kindsTold('supervisor')).toEqual(['recusal.declared']);
  expect((await act('worker', held, note)).body).toMatchObject(relative);
  const own = (await worker('GET', '/api/session/recusals')).body.rows as unknown as { id: string; number: string }[];
  expect(own).toMatchObject([{ kind: 'case', targetId: held.id, ground: { code: 'inLaw' } }]);
  const supervisor = await as('supervisor');
  const listed = (await supervisor('GET', '/api/recusals')).body.rows;
  expect(listed).toMatchObject([{ id: own[0]!.id, number: own[0]!.number, accountId: house().seats.worker!.id }]);
  expect((await (await as('elsewhere'))('GET', '/api/recusals')).body.rows).toEqual([]);
  const lift = { why: '查無親屬關係，本人誤認同名者' };
  expect((await worker('POST', `/api/recusals/${own[0]!.id}/lift`, lift)).status).toBe(403);
  expect((await (await as('elsewhere'))('POST', `/api/recusals/${own[0]!.id}/lift`, lift)).status).toBe(404);
  expect((await supervisor('POST', `/api/recusals/${own[0]!.id}/lift`, { why: '短' })).status).toBe(422);
  expect((await supervisor('POST', `/api/recusals/${own[0]!.id}/lift`, lift)).status).toBe(200);
  expect(await kindsTold('worker')).toEqual(['recusal.lifted']);
  await done('worker', held, note);
});

test('a supervisor who withdraws does not lift it; the head is told where the unit has no other', async () => {
  const held = await aCase('督導迴避', family('督導迴避', 'Y190000061'));
  const supervisor = await as('supervisor');
  expect((await supervisor('POST', '/api/recusals/case', { caseId: held.id, ground: 'blood' })).status).toBe(200);
  const [own] = (await supervisor('GET', '/api/session/recusals')).body.rows as unknown as { id: string }[];
  expect((await supervisor('GET', '/api/recusals')).body.rows).toEqual([]);
  expect((await supervisor('POST', `/api/recusals/${own!.id}/lift`, { why: '其實沒有親屬關係，請解除' })).status).toBe(404);
  expect((await act('supervisor', held, note)).body).toMatchObject(relative);
  await done('worker', held, note);
  const head = await house().server.database.owner();
  const told = await head.query(`select kind, to_post from system.notice where kind = 'recusal.declaredAlone'`);
  expect(told.rows).toHaveLength(1);
});

test('a screener who withdraws from a report proposes nothing there; others do', async () => {
  const sent = await house().server.nobody('POST', '/api/reports', {
    county: house().seats.screener!.county,
    district: null,
    reporterKind: 'education',
    narrative: '家裡好幾天沒有開伙',
    ...family('篩案迴避', 'Y190000070'),
  });
  expect(sent.status, sent.text).toBe(200);
  const screener = await as('screener');
  const rows = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as { id: string; title: string }[];
  const { id } = rows.find((row) => row.title === '篩案迴避')!;
  expect((await screener('GET', `/api/screening/reports/${id}`)).body.mayPropose).toMatchObject({ allowed: true });
  expect((await screener('POST', '/api/recusals/report', { reportId: id, ground: 'other' })).status).toBe(200);
  expect((await screener('GET', `/api/screening/reports/${id}`)).body.mayPropose).toMatchObject({
    allowed: false,
    why: { code: 'relative' },
  });
  expect(await kindsTold('reviewer')).toEqual(['recusal.fromReport']);
  expect(await kindsTold('screener')).toEqual([]);
  // Of the reviewers nobody is left: the head is told.
  expect((await (await as('reviewer'))('POST', '/api/recusals/report', { reportId: id, ground: 'other' })).status).toBe(200);
  const owner = await house().server.database.owner();
  const told = await owner.query(`select to_post, ref from system.notice where kind = 'recusal.reviewerAlone'`);
  expect(told.rows).toMatchObject([{ to_post: `director:county:${house().seats.screener!.county}` }]);
  expect((await (await as('foreign'))('POST', '/api/recusals/report', { reportId: id, ground: 'other' })).status).toBe(404);
});

test('the inbox says to whoever has withdrawn that somebody else accepts', async () => {
  const held = await aCase('收件迴避', family('收件迴避', 'Y190000098'));
  const owner = await house().server.database.owner();
  const { rows } = await owner.query<{ id: string; report_id: string }>(`select id, report_id from intake.dispatch where case_id = $1`, [
    held.id,
  ]);
  await owner.query(`update intake.dispatch set status = 'sent' where id = $1`, [rows[0]!.id]);
  const supervisor = await as('supervisor');
  const seen = async () => (await supervisor('GET', `/api/dispatch/${rows[0]!.id}`)).body;
  expect(await seen()).toMatchObject({ withdrawn: false, mayAccept: true });
  const said = { reportId: rows[0]!.report_id, ground: 'other' };
  expect((await supervisor('POST', '/api/recusals/report', said)).status).toBe(200);
  expect(await seen()).toMatchObject({ withdrawn: true, mayAccept: false, mayDispute: false });
});

test('the list of withdrawals goes on where a page ends', async () => {
  const owner = await house().server.database.owner();
  const seat = house().seats.worker!;
  await owner.query(
    `insert into access.recusal (account_id, county, unit_id, kind, target_id, number, ground, declared_at)
     select a.id, a.county, a.unit_id, 'case', gen_random_uuid(), 'P-' || n, 'other', now() - make_interval(mins => n / 2) from org.account a, generate_series(1, 9) n where a.id = $1`,
    [seat.id],
  );
  const supervisor = await as('supervisor');
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await supervisor('GET', `/api/recusals?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    const rows = body.rows as unknown as { id: string }[];
    expect(rows.length).toBeLessThanOrEqual(2);
    seen.push(...rows.map((row) => row.id));
    cursor = body.next as unknown as string | null;
  }
  const whole = (await supervisor('GET', '/api/recusals?limit=200')).body.rows as unknown as { id: string }[];
  expect(whole.length).toBeGreaterThanOrEqual(9);
  expect(seen).toEqual(whole.map((row) => row.id));
  await owner.query(`delete from access.recusal where number like 'P-%'`);
});

test('the database itself takes no entry of somebody who has withdrawn', async () => {
  const held = await aCase('資料庫', family('資料庫', 'Y190000089'));
  await (await as('worker'))('POST', '/api/recusals/case', { caseId: held.id, ground: 'spouse' });
  const { store } = house().server.database;
  const seat = house().seats.worker!;
  const write = (type: string) =>
    store.withActor({ id: seat.id, county: seat.county }, 'casework', { route: 'test' }, async (tx) =>
      tx
        .insertInto('casework.event')
        .values({ case_id: held.id, seq: 90, type, actor_id: seat.id, county: seat.county, happened_at: now(), facts: '{}' })
        .execute(),
    );
  await expect(write('noteAdded')).rejects.toThrow(/row-level security/);
  await expect(write('supportTaken')).resolves.toBeDefined();
});
