// Whoever is above and told of a call that nobody took up opens what is needed to send help, and nothing of the case; the rule is that of decide().
import { decide } from '@anwang/core/access';
import { addHours, type Instant } from '@anwang/core/time';
import { expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { actorLoader } from '../../load-actor.ts';
import { arrangeSeat, countyA, countyB } from '../../testing/arrange.ts';
import { visitHouse } from '../../testing/visit-house.ts';

const { aCase, done, house, one, owner } = visitHouse();

type Row = { callId: string; number: string; by: string; note: string | null; place: string | null; where: { value: string } | null };

const sweepAt = async (hours: number) => {
  const { server } = house();
  const now = () => addHours(new Date().toISOString() as Instant, hours);
  const sweep = jobsOf({ ...server.house, now }, () => undefined)['clocks.sweep']!;
  await server.house.store.withActor(sweep.actor, sweep.purpose, { route: 'test', as: 'worker' }, (tx) =>
    sweep.run(tx, { payload: {} } as never),
  );
};

test('a head reads who calls, from where and what was said, once the clock has told them and until somebody takes it up', async () => {
  const { server, seats } = house();
  const database = await server.database.owner();
  const seat = (userName: string, county: string) =>
    arrangeSeat(database, { userName, county, unit: null, role: 'director', reach: 'county', reachId: county });
  const [head, otherHead] = [await seat('c.head', countyA), await seat('c.head2', countyB)];
  const toldTo = async (who: typeof head) => {
    const answer = await (await server.as(who))('GET', '/api/supports');
    expect(answer.status, answer.text).toBe(200);
    return answer.body.rows as unknown as Row[];
  };
  const held = await aCase('支援上報', {
    grounds: ['family-adversity'],
    persons: [{ role: 'subject', name: '支援上報', birthDate: '0800102', phones: ['0966000123'] }],
  });
  const [subject] = (await one('worker', held.id)).members;
  const [contact] = (await owner('select id from people.contact where person_id = $1', [subject!.personId])) as { id: string }[];
  const at = new Date(Date.now() + 1_800_000).toISOString();
  await done('worker', held, {
    type: 'planVisit',
    kind: 'contact',
    method: 'phone',
    at,
    contactId: contact!.id,
    place: '巷底鐵皮屋',
    note: '不可外傳',
  });
  // The call names no plan: that of the hour tells where.
  await done('worker', held, { type: 'callSupport', planId: null, note: '同住者堵住門口' });
  expect(await toldTo(head), 'the unit has ten minutes').toEqual([]);
  await sweepAt(0.25);
  const [row, ...more] = await toldTo(head);
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    note: '同住者堵住門口',
    place: '巷底鐵皮屋',
    where: { value: '0966000123' },
    number: expect.stringMatching(/^VF-/),
  });
  expect(JSON.stringify(row)).not.toMatch(/支援上報|不可外傳/);
  expect(await toldTo(otherHead)).toEqual([]);
  // The case itself stays closed to them, and the notice leads to the start page, where the call stands.
  const ask = await server.as(head);
  expect((await ask('GET', `/api/cases/${held.id}`)).status).toBeGreaterThanOrEqual(403);
  const notices = (await ask('GET', '/api/notices')).body.rows as unknown as { leadsTo: object }[];
  expect(notices[0]).toMatchObject({ leadsTo: { to: 'start', id: null } });
  // What is hidden is not told to them either.
  await owner('update people.contact set hidden = true, hidden_from = array[$2]::uuid[] where id = $1', [contact!.id, subject!.personId]);
  expect(await toldTo(head)).toMatchObject([{ where: null }]);
  // Route and database answer as decide() does, for everybody.
  const load = actorLoader(server.house.store);
  for (const each of [...Object.values(seats), head, otherHead]) {
    const actor = (await load(each.id, 1))!;
    const may = (thing: Parameters<typeof decide>[3]) =>
      decide(actor, 'support.told', 'supervision', thing, new Date().toISOString() as Instant).allow;
    const answer = await (await server.as(each))('GET', '/api/supports');
    expect(answer.status === 200, each.userName).toBe(may(null));
    if (answer.status === 200)
      expect((answer.body.rows as unknown as Row[]).length === 1, each.userName).toBe(may({ kind: 'case', id: held.id, county: countyA }));
  }
  await done('supervisor', { ...held }, { type: 'takeSupport', callId: row!.callId, note: null });
  expect(await toldTo(head)).toEqual([]);
  const [seen] = await owner(
    `select count(*)::int as n from audit.entry where action = 'support.told' and actor_id = $1 and ids @> array[$2]::uuid[]`,
    [head.id, held.id],
  );
  expect(seen!.n).toBeGreaterThan(0);
});
