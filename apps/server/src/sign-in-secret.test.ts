// The secret of the sign-ins: made once, the same again, and never silently anew where something is sealed under it.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signInSecret } from './sign-in-secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'anwang-secret-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it is made at the first start, closed to others, and read back the same', () => {
  const keys = join(folder, 'a.keys.json');
  const secret = signInSecret(keys, false);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(signInSecret(keys, true)).toBe(secret);
  expect(statSync(join(folder, 'a.sign-in.secret')).mode & 0o077).toBe(0);
});

test('missing or cut short beside second factors, a sentence says what to do, and nothing is made', () => {
  const keys = join(folder, 'b.keys.json');
  const says = (en: RegExp, zh: RegExp) => expect.objectContaining({ message: expect.stringMatching(en), zh: expect.stringMatching(zh) });
  expect(() => signInSecret(keys, true)).toThrow(says(/is missing.*Put it back/, /找不到登入密鑰檔.*請由備份放回/));
  expect(existsSync(join(folder, 'b.sign-in.secret'))).toBe(false);
  writeFileSync(join(folder, 'b.sign-in.secret'), '');
  expect(() => signInSecret(keys, false)).toThrow(says(/too short.*Put back/, /不完整.*請放回/));
});
