// A contact is hidden by the form, by those who may: from then on the victim's own worker finds it on every route that should show it, and nobody of the other
// side on any. It comes out by a person's act alone, and that it was hidden stays unknown to those it was hidden from (house law 8).
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';
import { addDays, dateIn, instantFromMs, taipei } from '@anwang/core/time';
import { blind } from '@anwang/store/keys';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../jobs/index.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { arrangeTwoSides, canaries, learnedCanaries, type TwoSides } from '../testing/two-sides.ts';

const value = '金絲雀托兒所彩虹班';
const reason = '對方曾到校門口等候，金絲雀理由';
let server: TestServer;
let world: TwoSides;

beforeAll(async () => {
  server = await startTestServer();
  world = await arrangeTwoSides(server);
}, 180_000);
afterAll(() => server?.close());

const as = (name: string) => server.as(world.everyone.seats[name]!);
const inDays = (days: number) => addDays(dateIn(taipei, instantFromMs(Date.now())), days);
type Own = { id: string; kind: string; value: string | null; protected: boolean; version: number; keptFrom: number; reason: string | null };
const own = async (name: string) => {
  const answer = await (await as(name))('GET', `/api/people/${world.victim}/contacts?alone=true`);
  return { answer, rows: (answer.body.contacts ?? []) as unknown as Own[] };
};
/** Kinds of the contacts that the desk learned and hid: an address is where somebody lives; what was taken back is not there. */
const learnedKinds = Object.keys(learnedCanaries).flatMap((kind) =>
  kind === 'takenBack' ? [] : kind === 'address' ? 'residenceAddress' : kind,
);
const shielding = (more: object = {}) => ({ from: [world.respondent], reason, reviewOn: inDays(90), ...more });

test('the victim’s own worker and supervisor, and the desk, see every hidden contact marked, and may hide; the other side and the steward may not', async () => {
  for (const name of ['a.dvsaworker', 'a.dvsa', 'a.screener', 'a.reviewer']) {
    const { answer, rows } = await own(name);
    expect(answer.status, answer.text).toBe(200);
    expect(
      rows
        .filter((row) => row.protected && row.keptFrom === 1 && row.value === null)
        .map((row) => row.kind)
        .sort(),
      name,
    ).toEqual([...Object.keys(canaries), ...learnedKinds].sort());
    expect(answer.body.mayShield, name).toEqual({ allowed: true, why: null });
    expect(answer.text, 'the view of the contact names nobody of the other side').not.toContain(world.respondent);
  }
  for (const name of ['a.worker', 'a.supervisor', 'a.other', 'a.partner', 'a.steward', 'b.screener']) {
    const answer = await (await as(name))('POST', `/api/people/${world.victim}/contacts`, { kind: 'school', value, ...shielding() });
    expect([403, 404, 409], `${name}: ${answer.text}`).toContain(answer.status);
  }
});

test('beside others nothing hidden is listed, for those who may know it either: neither row nor reason nor count', async () => {
  for (const name of ['a.dvsaworker', 'a.dvsa', 'a.screener']) {
    const answer = await (await as(name))('GET', `/api/people/${world.victim}/contacts`);
    expect(answer.status, answer.text).toBe(200);
    expect((answer.body.contacts as unknown as Own[]).filter((row) => row.protected || row.keptFrom > 0 || row.reason !== null)).toEqual(
      [],
    );
    for (const id of Object.values(world.contacts)) expect(answer.text, name).not.toContain(id);
  }
});

test('what is put in by the form is there for the victim’s worker on each route of the victim alone, and for the other side on none', async () => {
  const worker = await as('a.dvsaworker');
  const made = await worker('POST', `/api/people/${world.victim}/contacts`, { kind: 'school', value, ...shielding() });
  expect(made.status, made.text).toBe(200);
  const id = String(made.body.id);
  const mine = (await own('a.dvsaworker')).rows.find((row) => row.id === id);
  expect(mine).toMatchObject({ kind: 'school', value: null, protected: true, keptFrom: 1, reason });
  const file = await worker('GET', `/api/people/${world.victim}`);
  expect((file.body.contacts as unknown as Own[]).find((row) => row.id === id)).toMatchObject({ protected: true });
  const opened = await worker('POST', `/api/people/${world.victim}/reveal`, { kind: 'contact', id, reason: '確認安全計畫' });
  expect(opened.body).toEqual({ value });
  for (const name of [
    'a.worker',
    'a.supervisor',
    'a.partner',
    'a.hotline',
    'a.auditor',
    'a.admin',
    'a.analyst',
    'a.arbiter',
    'b.screener',
  ]) {
    const ask = await as(name);
    for (const one of walkRoutes(contract).filter((each) => each.method === 'GET')) {
      const ids: Record<string, string> = {
        personId: world.victim,
        caseId: world.respondentCase,
        reportId: world.reports[1]!,
        contactId: id,
      };
      const answer = await ask('GET', `/api${one.path.replace(/\{([^}]+)\}/g, (_, field: string) => ids[field] ?? world.victim)}`);
      for (const secret of name === 'a.auditor' ? [value, reason] : [value, reason, id])
        expect(answer.text, `${name} ${one.name}`).not.toContain(secret);
    }
    for (const path of ['shield', 'unshield'])
      expect([403, 404], name).toContain(
        (await ask('POST', `/api/people/${world.victim}/contacts/${id}/${path}`, { version: 1, ...shielding() })).status,
      );
    const found = await ask('POST', '/api/people/search', { text: value });
    if (found.status === 200) expect(found.body.rows).toEqual([]);
  }
}, 60_000);

test('what stands openly of the same number or place is hidden with it, each with its record, and other contacts stay', async () => {
  const worker = await as('a.dvsaworker');
  const owner = await server.database.owner();
  const open = async (kind: string, clear: string) => {
    const made = await worker('POST', `/api/people/${world.victim}/contacts`, { kind, value: clear, ...shielding() });
    const shown = await worker('POST', `/api/people/${world.victim}/contacts/${made.body.id}/unshield`, { version: 1, reason: '公開' });
    expect(shown.status, shown.text).toBe(200);
    return String(made.body.id);
  };
  const ids = [await open('phone', '0955123456'), await open('school', '金絲雀 國小'), await open('phone', '0955123457')];
  const standing = async () =>
    (await own('a.dvsaworker')).rows.filter((row) => ids.includes(row.id)).map((row) => [row.protected, row.keptFrom, row.reason]);
  for (const [kind, clear] of [
    ['phone', '0955-123-456'],
    ['school', '金絲雀國小'],
  ])
    await worker('POST', `/api/people/${world.victim}/contacts`, { kind, value: clear, ...shielding() });
  expect(await standing()).toEqual([
    [true, 1, reason],
    [true, 1, reason],
    [false, 0, null],
  ]);
  const keys = await owner.query<{ n: number }>(
    `select count(*)::int as n from people.search_key where person_id = $1 and kind = 'phone' and not hidden and key = any ($2)`,
    [world.victim, [blind(server.house.store.ring, 'search', 'phone', '0955123456')]],
  );
  expect(keys.rows[0]!.n).toBe(0);
});

test('words of the form are refused where they mean nothing: the person itself, nobody, a day that has passed', async () => {
  const desk = await as('a.screener');
  const put = async (more: object) =>
    (await desk('POST', `/api/people/${world.victim}/contacts`, { kind: 'phone', value: '0900111222', ...shielding(more) })).body;
  expect(await put({ from: [world.victim] })).toMatchObject({ code: 'shieldRefused', facts: { reason: 'samePerson' } });
  expect(await put({ from: ['00000000-0000-7000-8000-00000000ffff'] })).toMatchObject({
    code: 'invalidInput',
    fields: [{ path: 'from.0' }],
  });
  expect(await put({ reviewOn: inDays(0) })).toMatchObject({ code: 'invalidInput', fields: [{ path: 'reviewOn' }] });
  expect(await put({ reviewOn: inDays(2000) })).toMatchObject({ code: 'invalidInput', fields: [{ path: 'reviewOn' }] });
  expect(await put({ reason: '' })).toMatchObject({ code: 'invalidInput' });
});

test('it is shown again by a person with a reason, once; a stale form gets both sides; the record stays closed to the other side', async () => {
  const worker = await as('a.dvsaworker');
  const id = world.contacts.workplace!;
  const path = `/api/people/${world.victim}/contacts/${id}`;
  const lifted = await worker('POST', `${path}/unshield`, { version: 1, reason: '已離職' });
  expect(lifted.body, lifted.text).toEqual({ id, version: 2 });
  expect((await own('a.dvsaworker')).rows.find((row) => row.id === id)).toMatchObject({ protected: false, value: canaries.workplace });
  const stale = await worker('POST', `${path}/shield`, { version: 1, ...shielding() });
  expect(stale.body).toMatchObject({ code: 'versionConflict', facts: { current: 2, theirs: { hidden: false } } });
  expect((await worker('POST', `${path}/shield`, { version: 2, ...shielding() })).body).toEqual({ id, version: 3 });
  const records = (name: string) =>
    server.house.store.withActor({ id: world.everyone.seats[name]!.id }, 'casework', { route: 'test', view: [world.victim] }, (tx) =>
      tx.selectFrom('people.shielding').select('act').where('contact_id', '=', id).orderBy('done_at').execute(),
    );
  expect((await records('a.dvsaworker')).map((row) => row.act)).toEqual(['lift', 'hide']);
  expect(await records('a.worker')).toEqual([]);
  const owner = await server.database.owner();
  const raw = await owner.query<{ text: string }>(`select string_agg(s::text, ' ') as text from people.shielding s`);
  expect(raw.rows[0]?.text).not.toContain('金絲雀');
  expect(server.log.join('\n')).not.toContain('金絲雀');
});

test('on the day of review it stays hidden; the victim’s worker and supervisor are told, with ids alone, and nobody else', async () => {
  const owner = await server.database.owner();
  await owner.query(`update people.contact set review_on = current_date - 1 where id = $1`, [world.contacts.workplace]);
  const sweep = jobsOf(server.house, () => undefined)['clocks.sweep']!;
  for (let times = 0; times < 2; times += 1)
    await server.house.store.withActor(sweep.actor, sweep.purpose, { route: 'job', as: 'worker' }, (tx) =>
      sweep.run(tx, { payload: {}, attempt: 1, lastAttempt: false }),
    );
  const told = async (name: string) =>
    ((await (await as(name))('GET', '/api/notices')).body.rows as unknown as { kind: string; leadsTo: object }[]).filter(
      (row) => row.kind === 'shield.review',
    );
  for (const name of ['a.dvsaworker', 'a.dvsa'])
    expect(await told(name), name).toMatchObject([{ leadsTo: { to: 'person', id: world.victim } }]);
  for (const name of ['a.worker', 'a.supervisor', 'a.screener', 'a.auditor', 'b.screener']) expect(await told(name), name).toEqual([]);
  expect((await own('a.dvsaworker')).rows.find((row) => row.id === world.contacts.workplace)).toMatchObject({ protected: true });
});

test('of two telephones only the hidden one is lost to the search, and not to the victim’s own worker', async () => {
  const owner = await server.database.owner();
  const ids: string[] = [];
  for (const phone of ['0900555111', '0900555222']) {
    const sealed = await server.house.store.withActor(server.house.system.seeder, 'system', { route: 'plant' }, (tx) =>
      tx.keys.seal(world.victim, 'contact', phone),
    );
    const made = await owner.query<{ id: string }>(
      `insert into people.contact (person_id, county, kind, subject_id, sealed, source) select id, county, 'phone', id, $2, 'report' from people.person where id = $1 returning id`,
      [world.victim, sealed],
    );
    ids.push(made.rows[0]?.id ?? '');
    await owner.query(
      `insert into people.search_key (key, kind, person_id, county, district) select $2, 'phone', id, county, district from people.person where id = $1`,
      [world.victim, blind(server.database.ring, 'search', 'phone', phone)],
    );
  }
  const finds = async (name: string, text: string) =>
    ((await (await as(name))('POST', '/api/people/search', { text })).body.rows as unknown as { personId: string }[]).map(
      (row) => row.personId,
    );
  for (const name of ['a.screener', 'a.dvsaworker']) expect(await finds(name, '0900555111'), name).toEqual([world.victim]);
  const hidden = await (await as('a.dvsaworker'))('POST', `/api/people/${world.victim}/contacts/${ids[0]}/shield`, {
    version: 1,
    ...shielding(),
  });
  expect(hidden.status, hidden.text).toBe(200);
  for (const name of ['a.screener', 'a.steward', 'a.reviewer']) {
    expect(await finds(name, '0900555111'), name).toEqual([]);
    expect(await finds(name, '0900555222'), name).toEqual([world.victim]);
  }
  expect(await finds('a.worker', '0900555111')).toEqual([]);
  expect(await finds('a.dvsaworker', '0900555111')).toEqual([world.victim]);
  // Somebody it is hidden from has the same number: found together, the victim is not found.
  await owner.query(
    `insert into people.search_key (key, kind, person_id, county, district) select $2, 'phone', id, county, district from people.person where id = $1`,
    [world.respondent, blind(server.database.ring, 'search', 'phone', '0900555111')],
  );
  expect(await finds('a.dvsaworker', '0900555111')).not.toContain(world.victim);
});

test('what is shown again is found again, by everybody who found it before; what is still hidden beside it is not', async () => {
  const owner = await server.database.owner();
  await owner.query(`delete from people.search_key where person_id = $1`, [world.respondent]);
  const worker = await as('a.dvsaworker');
  const finds = async (text: string) =>
    ((await (await as('a.screener'))('POST', '/api/people/search', { text })).body.rows as unknown as { personId: string }[]).map(
      (row) => row.personId,
    );
  const hide = async (phone: string) =>
    String((await worker('POST', `/api/people/${world.victim}/contacts`, { kind: 'phone', value: phone, ...shielding() })).body.id);
  const lift = async (id: string, version: number) => {
    const answer = await worker('POST', `/api/people/${world.victim}/contacts/${id}/unshield`, { version, reason: '已搬離' });
    expect(answer.status, answer.text).toBe(200);
  };
  const [first, second, again] = [await hide('0900555333'), await hide('0900555444'), await hide('0900555444')];
  for (const phone of ['0900555333', '0900555444', '0900555111']) expect(await finds(phone), phone).toEqual([]);
  await lift(first, 1);
  expect(await finds('0900555333')).toEqual([world.victim]);
  expect(await finds('0900555111')).toEqual([]);
  // The same number is still hidden in another row.
  await lift(second, 1);
  expect(await finds('0900555444')).toEqual([]);
  await lift(again, 1);
  expect(await finds('0900555444')).toEqual([world.victim]);
  for (const row of (await own('a.dvsaworker')).rows.filter((each) => each.protected)) await lift(row.id, row.version);
  expect(await finds('0900555111')).toEqual([world.victim]);
});
