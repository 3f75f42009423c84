import v8 from 'node:v8';
import { expect, test } from 'vitest';
import { collectGarbage } from './collect.ts';

// First: a setting that was changed once would be no change the second time.
test('collecting leaves the settings under which bytecode is kept', () => {
  const before = v8.cachedDataVersionTag();
  collectGarbage();
  expect(v8.cachedDataVersionTag()).toBe(before);
});

test('what nobody holds is gone at once', () => {
  const held = (() => new WeakRef({ values: new Int32Array(1 << 20) }))();
  return new Promise<void>((resolve) => {
    // A weak reference is kept until the end of the job that made it.
    setTimeout(() => {
      collectGarbage();
      expect(held.deref()).toBeUndefined();
      resolve();
    }, 0);
  });
});
