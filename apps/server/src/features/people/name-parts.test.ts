// People are found by a part of their name: a word of an indigenous or romanised name, a given name, one character; with a bound that the answer tells of.
// Whoever was in the index before parts were keys gets them from a job that can be stopped and goes on.
import type { Tx } from '@anwang/store/session';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rekeyPart } from '../../people/rekey.ts';
import { aReport, type DeskWorld, startDesk } from '../../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
});
afterAll(() => world.close());

const file = async (person: object) => {
  const filed = await world.server.nobody('POST', '/api/reports', aReport({ persons: [{ role: 'subject', sex: 'male', ...person }] }));
  expect(filed.status, filed.text).toBe(200);
};
type Found = { rows: { name: string; why: { code: string }[] }[]; next: string | null; cut: boolean };
const search = async (text: string, limit = 50): Promise<Found> => {
  const answer = await (await world.as('screener'))('POST', '/api/people/search', { text, limit });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as Found;
};
const names = async (text: string) => (await search(text)).rows.map((row) => row.name).sort();

test('a word, a given name or a character finds; a common surname is too wide', async () => {
  for (const name of ['谷辣斯・尤達卡', 'Walis Nokan', '吳俊傑 Iban Nokan', '粘怡君', '陳𠮷', '瓦歷斯'])
    await file({ name, birthDate: '0600314' });
  expect(await names('谷辣斯')).toEqual(['谷辣斯·尤達卡']);
  expect(await names('walis')).toEqual(['Walis Nokan']);
  expect(await names('nokan')).toEqual(['Walis Nokan', '吳俊傑（Iban Nokan）']);
  expect(await names('Iban Nokan')).toEqual(['吳俊傑（Iban Nokan）']);
  expect(await names('怡君')).toEqual(['粘怡君']);
  expect(await names('粘')).toEqual(['粘怡君']);
  expect(await names('𠮷')).toEqual(['陳𠮷']);
  expect((await search('𠮷')).rows[0]?.why).toMatchObject([{ code: 'nameCharacter' }]);
  const wide = await (await world.as('screener'))('POST', '/api/people/search', { text: '陳', limit: 50 });
  expect([wide.status, wide.body.code]).toEqual([422, 'queryTooWide']);
});

test('no more than the bound are shown, and the answer says that there are more', async () => {
  const clans = ['Takiludun', 'Nawi', 'Watan', 'Palalavi', 'Soqluman', 'Noming'];
  for (const [at, clan] of clans.entries()) await file({ name: `Temu ${clan}`, birthDate: `0${40 + at * 10}0${at + 1}2${at}`.slice(-7) });
  expect(await search('temu', 4)).toMatchObject({ rows: { length: 4 }, next: null, cut: true });
  expect(await search('temu')).toMatchObject({ rows: { length: 6 }, next: null, cut: false });
});

const runJob = async () => {
  const { server } = world;
  const owner = await server.database.owner();
  let after: unknown;
  for (let parts = 0; parts < 20; parts++) {
    await server.database.store.withActor(server.house.system.matcher, 'screening', { route: 'job.people.rekey', as: 'worker' }, (tx: Tx) =>
      rekeyPart(tx, server.house.now(), after === undefined ? {} : { after }, 3),
    );
    const { rows } = await owner.query<{ payload: { after: string } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'people.rekey' order by j.id desc limit 1`,
    );
    if (rows[0] === undefined || rows[0].payload.after === after) break;
    after = rows[0].payload.after;
  }
  await owner.end();
};

test('the job calls people as their row is read today: no letters taken for a hidden part, a guessed age kept as a guess', async () => {
  await file({ name: '古俊傑 Temi Nawi', birthDate: '0660606' });
  await file({ name: '古大同', ageApproximate: 62 });
  await file({ name: '古○明', birthDate: '0550606' });
  await file({ name: '古小弟（綽號阿弟）', birthDate: '0440606' });
  const owner = await world.server.database.owner();
  const told = async () =>
    (
      await owner.query(
        `select name, birth_date::text as born, birth_precision as precision from people.person where name like '古%' order by name collate "C"`,
      )
    ).rows;
  const right = await told();
  expect(right).toEqual([
    { name: '古○明', born: '1966-06-06', precision: 'day' },
    { name: '古俊傑（Temi Nawi）', born: '1977-06-06', precision: 'day' },
    { name: '古大同', born: expect.stringMatching(/-01-01$/), precision: 'approximate' },
    { name: '古小弟（綽號阿弟）', born: '1955-06-06', precision: 'day' },
  ]);
  await owner.query(`update people.person set name = '古小弟' where name like '古小弟%'`);
  await owner.query(`update people.person set name = '古俊傑○' where name like '古俊傑%'`);
  await owner.query(`update people.person set birth_date = null, birth_precision = 'unknown' where name = '古大同'`);
  await runJob();
  expect(await told()).toEqual(right);
  await owner.end();
});

test('the job gives keys to whoever has none, part by part', async () => {
  const owner = await world.server.database.owner();
  const whole = (await owner.query(`select person_id, kind, key from people.search_key order by 1, 2, 3`)).rows;
  await owner.query(`delete from people.search_key where kind in ('namePart', 'nameCharacter')`);
  expect(await names('walis')).toEqual([]);
  await runJob();
  expect((await owner.query(`select person_id, kind, key from people.search_key order by 1, 2, 3`)).rows).toEqual(whole);
  expect(await names('walis')).toEqual(['Walis Nokan']);
  await owner.end();
});
