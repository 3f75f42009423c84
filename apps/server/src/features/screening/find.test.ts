// A report that waits is found by the name it came with, also where nobody has decided who is meant.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, type DeskWorld, startDesk } from '../../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
});
afterAll(() => world.close());

const file = async (name: string) => {
  const filed = await world.server.nobody('POST', '/api/reports', aReport({ persons: [{ role: 'subject', sex: 'unknown', name }] }));
  expect(filed.status, filed.text).toBe(200);
};
const find = async (text: string, who = 'screener') => {
  const answer = await (await world.as(who))('POST', '/api/screening/find', { text });
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as unknown as { rows: { name: string; number: string }[] }).rows.map((row) => row.name).sort();
};

test('by the whole name, a word, a masked one, how it sounds; not by a common surname', async () => {
  for (const name of [
    '阮氏紅 NGUYEN THI HONG',
    'Kolas Yotaka 谷辣斯·尤達卡',
    '王Ｏ明',
    'ㄚ妹',
    '張簡 陳秀英',
    '王ㄒㄧㄠˇ明',
    'ㄓㄤ ㄐㄧㄚ ㄏㄠˊ',
  ])
    await file(name);
  expect(await find('阮氏紅')).toEqual(['阮氏紅 NGUYEN THI HONG']);
  expect(await find('nguyen')).toEqual(['阮氏紅 NGUYEN THI HONG']);
  expect(await find('kolas')).toEqual(['Kolas Yotaka 谷辣斯·尤達卡']);
  expect(await find('谷辣斯．尤達卡')).toEqual(['Kolas Yotaka 谷辣斯·尤達卡']);
  expect(await find('王○明')).toEqual(['王ㄒㄧㄠˇ明', '王Ｏ明']);
  expect(await find('ㄚ妹')).toEqual(['ㄚ妹']);
  expect(await find('阿妹')).toEqual(['ㄚ妹']);
  expect(await find('張簡陳秀英')).toEqual(['張簡 陳秀英']);
  expect(await find('張家豪')).toEqual(['ㄓㄤ ㄐㄧㄚ ㄏㄠˊ']);
  expect(await find('王')).toEqual([]);
  expect(await find('沒有這個人')).toEqual([]);
});

test('another county finds nothing of it, and looking is on record', async () => {
  await file('歐陽上官');
  expect(await find('歐陽上官', 'foreign')).toEqual([]);
  expect(await find('歐陽上官')).toEqual(['歐陽上官']);
  const owner = await world.server.database.owner();
  const logged = await owner.query<{ count: number }>(
    `select cardinality(ids) as count from audit.entry where action = 'report.search' order by id desc limit 1`,
  );
  expect(logged.rows[0]?.count).toBe(1);
});
