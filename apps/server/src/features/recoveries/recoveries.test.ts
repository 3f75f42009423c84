// A lost password or device takes two people: neither of them comes in alone, the holder may stop it, a right given just now does not count, and the head is told.
import { runOnce } from '@anwang/store/jobs';
import { totp } from '@anwang/testkit/sign-in';
import { expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { adminOffice } from '../../testing/admin-office.ts';
import { password, type Seat } from '../../testing/arrange.ts';
import type { Ask } from '../../testing/test-server.ts';

const office = adminOffice();
type Half = { which: string; text: string } | null;
type View = { id: string; status: string; confirm: string; half: Half };
const viewOf = (answer: { body: unknown }) => answer.body as View;
const as = (name: string): Promise<Ask> => office.server.as(office.everyone.seats[name]!);
const ask = (who: Ask, userName: string, what = 'password') => who('POST', '/api/recoveries', { userName, what, recognised: 'calledBack' });
const confirm = (who: Ask, id: string, key?: string) =>
  who('POST', `/api/recoveries/${id}/confirm`, { recognised: 'inPerson' }, key ? { 'idempotency-key': key } : undefined);
const enter = (userName: string, given: string) => office.server.nobody('POST', '/api/session/sign-in', { userName, password: given });
const kinds = async (who: Ask) =>
  ((await who('GET', '/api/notices?limit=100')).body.rows as unknown as { kind: string; ref: string }[]).map((row) => row.kind);

test('one asks, the supervisor confirms; each has one half, both together open the choice of an own password', async () => {
  const worker = await as('a.worker');
  const asked = await ask(office.admin, 'a.worker');
  expect(asked.status, asked.text).toBe(200);
  const first = viewOf(asked);
  expect(first).toMatchObject({ status: 'waiting', confirm: 'asked', half: { which: 'first' } });
  expect((await ask(office.admin, 'a.worker')).body.code).toBe('recoveryWaits');
  expect((await confirm(office.admin, first.id)).body.code).toBe('conflictOfInterest');
  expect((await confirm(worker, first.id)).status).toBe(403);
  expect((await confirm(await as('a.other'), first.id)).status).toBe(404);
  expect((await confirm(await as('b.admin'), first.id)).status).toBe(404);
  const supervisor = await as('a.supervisor');
  const waiting = (await supervisor('GET', '/api/recoveries?waiting=true')).body.rows as unknown as View[];
  expect(waiting).toMatchObject([{ id: first.id, confirm: 'yes', half: null }]);
  const key = crypto.randomUUID();
  const confirmed = await confirm(supervisor, first.id, key);
  expect(confirmed.status, confirmed.text).toBe(200);
  const second = viewOf(confirmed);
  expect(second).toMatchObject({ status: 'confirmed', half: { which: 'second' } });
  expect(viewOf(await confirm(supervisor, first.id, key)).half).toEqual(second.half);
  expect((await confirm(supervisor, first.id)).body.code).toBe('recoveryDecided');
  expect((await worker('GET', '/api/session')).status).toBe(401);
  for (const wrong of [password, first.half!.text, second.half!.text, second.half!.text + first.half!.text])
    expect((await enter('a.worker', wrong)).status, wrong).toBe(401);
  expect((await enter('a.worker', first.half!.text + second.half!.text)).body.state).toBe('newPassword');
  const chosen = await office.server.nobody('POST', '/api/session/first-password', {
    userName: 'a.worker',
    given: first.half!.text + second.half!.text,
    next: 'an own password again',
  });
  expect(chosen.body.state, chosen.text).toBe('signedIn');
  const owner = await office.server.database.owner();
  const { rows } = await owner.query<{ text: string }>(
    `select to_jsonb(i)::text as text from system.idempotency i union all select to_jsonb(r)::text from org.recovery r`,
  );
  for (const half of [first.half!.text, second.half!.text]) for (const row of rows) expect(row.text).not.toContain(half);
  expect(await kinds(supervisor)).toContain('recovery.asked');
});

test('alone an administrator gives a first password only before the holder has come in', async () => {
  await as('a.screener');
  const { id } = office.everyone.seats['a.screener']!;
  const refused = await office.admin('POST', `/api/admin/users/${id}/password`, { password: 'given-by-the-office' });
  expect([refused.status, refused.body.code]).toEqual([409, 'secondPersonNeeded']);
  const recovered = await office.admin('POST', `/api/admin/users/${office.everyone.seats['a.worker']!.id}/password`, {
    password: 'given-by-the-office',
  });
  expect(recovered.body.code).toBe('secondPersonNeeded');
  await office.admin('POST', '/api/admin/users', { userName: 'a.fresh', name: '新同仁', password: 'given-by-the-office' });
  const [fresh] = (await office.admin('GET', '/api/admin/users?text=a.fresh')).body.rows as unknown as {
    id: string;
    ownPassword: boolean;
  }[];
  expect(fresh?.ownPassword).toBe(false);
  const again = await office.admin('POST', `/api/admin/users/${fresh!.id}/password`, { password: 'given-once-more-here' });
  expect(again.status, again.text).toBe(200);
});

test('a lost device: two people end the second factor, and the own password opens again', async () => {
  const seat = office.everyone.seats['a.reviewer']!;
  const reviewer = await office.server.as(seat);
  const begun = await reviewer('POST', '/api/session/totp/start', { password });
  await reviewer('POST', '/api/session/totp/confirm', { code: totp(String(begun.body.uri), Date.now()) });
  expect((await enter(seat.userName, password)).body.state).toBe('secondFactor');
  const head = await as('a.director');
  const asked = viewOf(await ask(head, seat.userName, 'secondFactor'));
  expect(asked.half).toBeNull();
  expect((await confirm(office.admin, asked.id)).status).toBe(200);
  expect((await reviewer('GET', '/api/session')).status).toBe(401);
  expect((await enter(seat.userName, password)).body.state).toBe('signedIn');
});

test('the holder who is signed in sees it and stops it; nothing was changed, and those who decide hear of it', async () => {
  const arbiter = await as('a.arbiter');
  const asked = viewOf(await ask(office.admin, 'a.arbiter', 'both'));
  expect(await kinds(arbiter)).toContain('recovery.askedOwn');
  expect((await arbiter('GET', '/api/session/recoveries')).body.rows).toMatchObject([{ id: asked.id, what: 'both' }]);
  const reviewer = await as('a.hotline');
  expect((await reviewer('POST', `/api/session/recoveries/${asked.id}/stop`, {})).status).toBe(404);
  expect((await arbiter('POST', `/api/session/recoveries/${asked.id}/stop`, {})).status).toBe(200);
  const head = await as('a.director');
  expect((await confirm(head, asked.id)).body.code).toBe('recoveryDecided');
  expect((await arbiter('GET', '/api/session')).status).toBe(200);
});
const seatOf = async (userName: string): Promise<Seat> => {
  const owner = await office.server.database.owner();
  const { rows } = await owner.query<Seat>(
    'select id, username as "userName", county, unit_id as unit from org.account where username = $1',
    [userName],
  );
  return rows[0]!;
};

test('a second person made for the purpose does not count, and the head hears of the right', async () => {
  const made = await office.admin('POST', '/api/admin/users', {
    userName: 'a.puppet',
    name: '新主管',
    password: 'given-by-the-office',
    grants: [{ role: 'countyAdmin', reach: 'county', reachId: null, until: null }],
  });
  expect(made.status, made.text).toBe(200);
  const chosen = await office.server.nobody('POST', '/api/session/first-password', {
    userName: 'a.puppet',
    given: 'given-by-the-office',
    next: password,
  });
  expect(chosen.body.state).toBe('signedIn');
  const puppet = await office.server.as(await seatOf('a.puppet'));
  const asked = viewOf(await ask(office.admin, 'a.steward'));
  expect((await confirm(puppet, asked.id)).body.code).toBe('rightTooNew');
  expect((await ask(puppet, 'a.analyst')).body.code).toBe('rightTooNew');
  const head = await as('a.director');
  expect(await kinds(head)).toContain('rights.given');
  // A right that stays when the rights are saved anew keeps its beginning: old enough.
  const owner = await office.server.database.owner();
  const { id } = await seatOf('a.puppet');
  await owner.query(`update org."grant" set valid_from = now() - interval '73 hours' where account_id = $1`, [id]);
  await owner.query('update org.account set version = version + 1 where id = $1', [id]);
  const [row] = (await office.admin('GET', '/api/admin/users?text=a.puppet')).body.rows as unknown as { version: number }[];
  const saved = await office.admin('PUT', `/api/admin/users/${id}/grants`, {
    version: row!.version,
    grants: [
      { role: 'countyAdmin', reach: 'county', reachId: null, until: null },
      { role: 'kpiAnalyst', reach: 'county', reachId: null, until: null },
    ],
  });
  expect(saved.status, saved.text).toBe(200);
  expect((await confirm(puppet, asked.id)).status).toBe(200);
});

test('what nobody confirms is told to the head after a day and lapses after three', async () => {
  const asked = viewOf(await ask(office.admin, 'a.analyst'));
  const owner = await office.server.database.owner();
  const sweep = (name: string) =>
    runOnce(office.server.database.store, 'clocks.sweep', jobsOf(office.server.house, () => undefined)['clocks.sweep']!, name, {
      payload: {},
      attempt: 1,
      lastAttempt: false,
    });
  await owner.query(
    `update org.recovery set asked_at = asked_at - interval '25 hours', due_at = due_at - interval '25 hours' where id = $1`,
    [asked.id],
  );
  await sweep('recovery.1');
  const head = await as('a.director');
  expect(await kinds(head)).toContain('recovery.waiting');
  await owner.query(`update org.recovery set due_at = now() - interval '1 minute' where id = $1`, [asked.id]);
  expect((await confirm(head, asked.id)).body.code).toBe('recoveryDecided');
  await sweep('recovery.2');
  expect(await kinds(office.admin)).toContain('recovery.lapsed');
  const rows = (await head('GET', '/api/recoveries')).body.rows as unknown as View[];
  expect(rows.find((row) => row.id === asked.id)).toMatchObject({ status: 'lapsed', half: null });
});
