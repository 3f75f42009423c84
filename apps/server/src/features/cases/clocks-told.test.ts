// A head who is told that a time limit has passed reads which, whose and since when, as long as it runs; the rule is that of decide().
import { decide } from '@anwang/core/access';
import { addHours, type Instant } from '@anwang/core/time';
import { expect, test } from 'vitest';
import { jobsOf } from '../../jobs/index.ts';
import { actorLoader } from '../../load-actor.ts';
import { arrangeSeat, countyA, countyB } from '../../testing/arrange.ts';
import { visitHouse } from '../../testing/visit-house.ts';

const { aCase, house, owner } = visitHouse();

type Row = { number: string; lead: string | null; unit: { zh: string } | null; clock: { zh: string }; due: string };

const sweepAt = async (hours: number) => {
  const { server } = house();
  const now = () => addHours(new Date().toISOString() as Instant, hours);
  const sweep = jobsOf({ ...server.house, now }, () => undefined)['clocks.sweep']!;
  await server.house.store.withActor(sweep.actor, sweep.purpose, { route: 'test', as: 'worker' }, (tx) =>
    sweep.run(tx, { payload: {} } as never),
  );
};

test('what a notice of a passed time limit speaks of stands on the start page of the head until it is met', async () => {
  const { server, seats } = house();
  const database = await server.database.owner();
  const seat = (userName: string, county: string) =>
    arrangeSeat(database, { userName, county, unit: null, role: 'director', reach: 'county', reachId: county });
  const [head, otherHead] = [await seat('k.head', countyA), await seat('k.head2', countyB)];
  const toldTo = async (who: typeof head) => {
    const answer = await (await server.as(who))('GET', '/api/clocks');
    expect(answer.status, answer.text).toBe(200);
    return answer.body.rows as unknown as Row[];
  };
  const held = await aCase('逾期上報', {
    grounds: ['family-adversity'],
    persons: [{ role: 'subject', name: '逾期上報', birthDate: '0800102' }],
  });
  expect(await toldTo(head)).toEqual([]);
  for (let day = 20; day < 60; day += 4) await sweepAt(24 * day);
  const told = (await owner(
    `select n.ref, n.due_at from system.notice n where n.case_id = $1 and n.kind = 'clock.overdue' and n.to_post = $2`,
    [held.id, `director:county:${countyA}`],
  )) as { ref: string; due_at: string }[];
  expect(told.length).toBeGreaterThan(0);
  const [row] = await toldTo(head);
  expect(row).toMatchObject({ number: told[0]!.ref, lead: expect.any(String), unit: { zh: expect.any(String) } });
  expect(JSON.stringify(await toldTo(head))).not.toContain('逾期上報');
  expect(await toldTo(otherHead)).toEqual([]);
  const load = actorLoader(server.house.store);
  for (const each of [...Object.values(seats), head, otherHead]) {
    const actor = (await load(each.id, 1))!;
    const may = (thing: Parameters<typeof decide>[3]) =>
      decide(actor, 'clock.told', 'supervision', thing, new Date().toISOString() as Instant).allow;
    const answer = await (await server.as(each))('GET', '/api/clocks');
    expect(answer.status === 200, each.userName).toBe(may(null));
    if (answer.status === 200)
      expect((answer.body.rows as unknown as Row[]).length > 0, each.userName).toBe(may({ kind: 'case', id: held.id, county: countyA }));
  }
  // Met, or begun anew with another day: what was told is over, and the list says nothing of it.
  await owner('update casework.clock set stopped_at = now() where case_id = $1', [held.id]);
  expect(await toldTo(head)).toEqual([]);
  const [seen] = await owner(
    `select count(*)::int as n from audit.entry where action = 'clock.told' and actor_id = $1 and ids @> array[$2]::uuid[]`,
    [head.id, held.id],
  );
  expect(seen!.n).toBeGreaterThan(0);
});
