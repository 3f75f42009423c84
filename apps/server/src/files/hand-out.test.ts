import { PassThrough } from 'node:stream';
import { setImmediate as aTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { handOut } from './hand-out.ts';

const piece = Buffer.alloc(256 * 1024, 'x');

async function* pieces(count: number, asked: (n: number) => void): AsyncGenerator<Buffer> {
  for (let n = 1; n <= count; n++) {
    asked(n);
    yield piece;
  }
}

test('whoever takes slowly gets everything, is never far behind what was read, and no wait leaves a listener behind', async () => {
  const stream = new PassThrough();
  let asked = 0;
  let taken = 0;
  let ahead = 0;
  let most = 0;
  const done = handOut(
    pieces(30, (n) => {
      asked = n;
    }),
    stream,
  );
  for (let turns = 0; !stream.readableEnded && turns < 10_000; turns++) {
    await aTurn();
    ahead = Math.max(ahead, asked - taken / piece.length);
    most = Math.max(most, stream.listenerCount('close'), stream.listenerCount('drain'), stream.listenerCount('error'));
    taken += stream.read()?.length ?? 0;
  }
  await done;
  expect(taken).toBe(30 * piece.length);
  expect(ahead).toBeLessThanOrEqual(2);
  expect(most).toBeLessThanOrEqual(3);
});

test('whoever goes away is not read for any more', async () => {
  const stream = new PassThrough();
  let asked = 0;
  const done = handOut(
    pieces(1000, (n) => {
      asked = n;
    }),
    stream,
  );
  await aTurn();
  stream.destroy();
  await done;
  expect(asked).toBeLessThan(4);
});
