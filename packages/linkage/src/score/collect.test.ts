import { expect, test } from 'vitest';
import { collectGarbage } from './collect.ts';

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
