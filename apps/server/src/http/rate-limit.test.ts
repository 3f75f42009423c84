import { expect, test } from 'vitest';
import { arrangePlaces } from '../testing/arrange.ts';
import { startTestServer } from '../testing/test-server.ts';
import { Buckets, networkOf } from './rate-limit.ts';

const minute = 60_000;
const limits = { burst: 3, perMinute: 0.1 };
const buckets = () =>
  new Buckets({ publicReport: limits, receipt: limits, signIn: limits, publicRead: limits, upload: limits, account: limits });

test('a used-up address is not let in again because many others came', () => {
  const held = buckets();
  for (let i = 0; i < 3; i++) expect(held.take('signIn', '192.0.2.1', 0)).toBe(0);
  for (let i = 0; i < 20_000; i++) held.take('signIn', `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, i);
  // Eleven minutes have filled one of three.
  expect(held.take('signIn', '192.0.2.1', 11 * minute)).toBe(0);
  for (let i = 0; i < 25_000; i++) held.take('signIn', `11.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, 11 * minute + i);
  expect(held.take('signIn', '192.0.2.1', 12 * minute)).toBeGreaterThan(0);
});

test('what is remembered has an end, whatever comes', () => {
  const held = buckets();
  for (let i = 0; i < 120_000; i++) held.take('receipt', `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, i);
  expect(held.size).toBeLessThanOrEqual(50_000);
});

test('a clock that is set back takes no tries away', () => {
  const held = buckets();
  expect(held.take('upload', 'somebody', 600 * minute)).toBe(0);
  expect(held.take('upload', 'somebody', 0)).toBe(0);
  expect(held.take('upload', 'somebody', 0)).toBe(0);
  expect(held.take('upload', 'somebody', 0)).toBe(600);
});

test('what was no try is put back, never more than there is room for', () => {
  const held = buckets();
  for (let i = 0; i < 3; i++) expect(held.take('signIn', 'office', 0)).toBe(0);
  held.giveBack('signIn', 'office', 1, 0);
  expect([held.take('signIn', 'office', 0), held.take('signIn', 'office', 0)]).toEqual([0, 600]);
  held.giveBack('signIn', 'office', 9, 0);
  for (let i = 0; i < 3; i++) expect(held.take('signIn', 'office', 0)).toBe(0);
  expect(held.take('signIn', 'office', 0)).toBe(600);
});

test('a household has one bucket, however many addresses of the new kind it owns', () => {
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:DB8:1:2:ffff:0:0:9'));
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:5::'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('::1')).not.toBe(networkOf('2001:db8::1'));
  expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'));
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
  const held = buckets();
  for (let i = 1; i <= 3; i++) expect(held.take('signIn', networkOf(`2001:db8:1:2::${i}`), 0)).toBe(0);
  expect(held.take('signIn', networkOf('2001:db8:1:2::4'), 0)).toBeGreaterThan(0);
});

test('nobody gets a new bucket by claiming another address before the one that the proxy saw', async () => {
  const server = await startTestServer({ ANWANG_TRUST_PROXY: '1', ANWANG_LIMIT_RECEIPTS: '2' });
  await arrangePlaces(await server.database.owner());
  const look = (forwarded: string) =>
    server.nobody('POST', '/api/receipts/status', { number: 'R-115-0001', code: 'nothing' }, { 'x-forwarded-for': forwarded });
  const answers = [];
  for (const claimed of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) answers.push((await look(`${claimed}, 198.51.100.7`)).status);
  expect(answers.at(-1)).toBe(429);
  expect((await look('198.51.100.8')).status).not.toBe(429);
  await server.close();
});
