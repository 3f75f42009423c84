// How often is sealed? At least every second, however long a round takes: the next is counted from the beginning of the one before.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../session/index.ts';
import { startSealer } from './seal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When the rounds begin, in milliseconds, while each takes as long as the list says (the last one goes on). */
async function beginningsOf(roundsTake: readonly number[], until: number): Promise<number[]> {
  const begun: number[] = [];
  const from = performance.now();
  const slow = {
    withActor: async () => {
      begun.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, roundsTake[Math.min(begun.length, roundsTake.length) - 1]));
      return undefined;
    },
  } as unknown as Store;
  const stop = startSealer(slow, 'no file is written: nothing is sealed', { onError: (error) => expect.fail(String(error)) });
  await vi.advanceTimersByTimeAsync(until);
  const seen = [...begun];
  const stopped = stop();
  await vi.advanceTimersByTimeAsync(10_000);
  await stopped;
  return seen;
}

test('a round begins within a second of the one before, or as soon as that one has ended', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 12 }), async (roundsTake) => {
      const begun = await beginningsOf(roundsTake, 12_000);
      expect(begun.length).toBeGreaterThan(2);
      for (const [at, begins] of begun.slice(1).entries()) {
        const took = roundsTake[Math.min(at, roundsTake.length - 1)] as number;
        expect(begins - (begun[at] as number)).toBeLessThanOrEqual(Math.max(1_000, took + 1));
      }
    }),
    { numRuns: 60 },
  );
});
