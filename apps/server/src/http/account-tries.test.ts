import { expect, test } from 'vitest';
import { arrangePlaces, arrangeSeat, countyA, password } from '../testing/arrange.ts';
import { startTestServer } from '../testing/test-server.ts';
import { AccountTries } from './account-tries.ts';
import { Buckets } from './rate-limit.ts';

const minute = 60_000;
const limits = { burst: 3, perMinute: 0.1 };
const tries = () =>
  new AccountTries(
    new Buckets({ publicReport: limits, receipt: limits, signIn: limits, publicRead: limits, upload: limits, account: limits }),
  );

test('guesses from many networks count together, and time gives them back', () => {
  const held = tries();
  for (let i = 0; i < 3; i++) {
    expect(held.wait('kh.worker.1', `10.0.0.${i}`, 0)).toBe(0);
    held.failed(i % 2 === 0 ? 'kh.worker.1' : 'KH.Worker.1', `10.0.0.${i}`, 0);
  }
  expect(held.wait('kh.worker.1', '10.0.0.9', 0)).toBe(600);
  expect(held.wait('kh.worker.2', '10.0.0.9', 0)).toBe(0);
  expect(held.wait('kh.worker.1', '10.0.0.9', 11 * minute)).toBe(0);
});

test('whoever came in from a network lately is not shut out by guesses from elsewhere, nor let off there', () => {
  const held = tries();
  held.cameIn('kh.worker.1', '198.51.100.7');
  for (let i = 0; i < 3; i++) held.failed('kh.worker.1', `10.0.0.${i}`, 0);
  expect(held.wait('kh.worker.1', '10.0.0.9', 0)).toBeGreaterThan(0);
  expect(held.wait('kh.worker.1', '198.51.100.7', 0)).toBe(0);
  for (let i = 0; i < 3; i++) held.failed('kh.worker.1', '198.51.100.7', 0);
  expect(held.wait('kh.worker.1', '198.51.100.7', 0)).toBeGreaterThan(0);
});

test('the server asks for patience when one account is guessed from many networks, and lets in who is known', async () => {
  const server = await startTestServer({ ANWANG_TRUST_PROXY: '1', ANWANG_LIMIT_ACCOUNT: '2' });
  try {
    const owner = await server.database.owner();
    await arrangePlaces(owner);
    await server.as(
      await arrangeSeat(owner, { userName: 'a.worker', county: countyA, role: 'screener', reach: 'county', reachId: countyA }),
    );
    const from = async (address: string, given: string) =>
      (await server.nobody('POST', '/api/session/sign-in', { userName: 'a.worker', password: given }, { 'x-forwarded-for': address }))
        .status;
    expect(await from('198.51.100.7', password)).toBe(200);
    expect(await from('203.0.113.1', 'guess')).toBe(401);
    expect(await from('203.0.113.2', 'guess')).toBe(401);
    // Right or wrong: the answer tells nothing of the password.
    expect([await from('203.0.113.3', 'guess'), await from('203.0.113.4', password)]).toEqual([429, 429]);
    expect(await from('198.51.100.7', password)).toBe(200);
  } finally {
    await server.close();
  }
});
