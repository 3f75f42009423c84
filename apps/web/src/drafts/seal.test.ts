// Drafts on the device: what is sealed comes back under its key and name, and under no other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importKey, seal, unseal } from './seal.ts';

const keyOf = (byte: number) => importKey(btoa(String.fromCharCode(byte).repeat(32)));

test('a draft comes back under its key, whatever was typed', async () => {
  const key = await keyOf(1);
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.string(), async (value, name) => {
      const text = JSON.parse(JSON.stringify(value));
      expect(await unseal(key, name, await seal(key, name, text))).toEqual(text);
    }),
    { numRuns: 50 },
  );
});

test('another key, another name or a touched byte gives nothing', async () => {
  const sealed = await seal(await keyOf(1), 'visit', { note: '母親表示' });
  expect(await unseal(await keyOf(2), 'visit', sealed)).toBeUndefined();
  expect(await unseal(await keyOf(1), 'other', sealed)).toBeUndefined();
  const touched = { ...sealed, data: sealed.data.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) };
  expect(await unseal(await keyOf(1), 'visit', touched)).toBeUndefined();
});

test('what lies on the device does not contain what was typed', async () => {
  const sealed = await seal(await keyOf(1), 'visit', { note: 'canary-4711' });
  expect(atob(sealed.data)).not.toContain('canary-4711');
});
