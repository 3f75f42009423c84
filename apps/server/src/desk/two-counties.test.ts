// Rights in two counties stay apart: what a grant shows over there is not shown of a report here.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyA, countyB } from '../testing/arrange.ts';
import { type DeskWorld, aReport as report, startDesk } from '../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
}, 120_000);
afterAll(() => world?.close());

test('an arbiter here who reviews in another county reads the report, and no telephone or address of it', async () => {
  const { server, everyone } = world;
  const persons = [{ role: 'subject', name: '兩地者', phones: ['0966000999'], addresses: ['甲一區兩地路一號'] }];
  await server.nobody('POST', '/api/reports', report({ persons }));
  const screener = await world.as('screener');
  const rows = (await screener('GET', '/api/screening/queue?limit=50')).body.rows as unknown as { id: string; title: string }[];
  const { id } = rows.find((row) => row.title === '兩地者')!;
  expect((await screener('GET', `/api/screening/reports/${id}`)).text).toContain('0966000999');
  const seat = everyone.seats['a.arbiter']!;
  const owner = await server.database.owner();
  await owner.query('delete from org."grant" where account_id = $1', [seat.id]);
  for (const [role, county] of [
    ['arbiter', countyA],
    ['deskReviewer', countyB],
  ])
    await owner.query(
      `insert into org."grant" (account_id, role, reach_kind, reach_id, valid_from) values ($1, $2, 'county', $3, '2020-01-01')`,
      [seat.id, role, county],
    );
  await owner.query('update org.account set version = version + 1 where id = $1', [seat.id]);
  const read = await (await server.as(seat))('GET', `/api/screening/reports/${id}`, undefined, { purpose: 'dispatch' });
  expect(read.status, read.text).toBe(200);
  expect(read.text).toContain('兩地者');
  for (const secret of ['0966000999', '兩地路']) expect(read.text).not.toContain(secret);
});
