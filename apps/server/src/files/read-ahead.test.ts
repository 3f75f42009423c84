import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { handOut } from './hand-out.ts';
import { ReadAhead } from './read-ahead.ts';

const piece = Buffer.alloc(256 * 1024, 'x');
const pieces = async function* (count: number): AsyncGenerator<Buffer> {
  for (let n = 0; n < count; n++) yield piece;
};
const readWithin = async (stream: PassThrough, count: number): Promise<boolean> =>
  Promise.race([handOut(pieces(count), stream).then(() => true), after(300, false)]);

test('room is given for a whole file or not at all, and comes back when the stream closes', async () => {
  const room = new ReadAhead(1000);
  const first = room.stream(800);
  expect(first.write(Buffer.alloc(800))).toBe(true);
  expect(room.stream(300_000).write(Buffer.alloc(300_000))).toBe(false);
  first.destroy();
  await once(first, 'close');
  expect(room.stream(1000).write(Buffer.alloc(1000))).toBe(true);
});

test('a file is read to its end though nobody takes it, and who comes late gets all of it', async () => {
  const room = new ReadAhead(40 * piece.length);
  const stream = room.stream(30 * piece.length);
  expect(await readWithin(stream, 30)).toBe(true);
  // Beyond the room, and without it, reading waits for the taker.
  const over = room.stream(30 * piece.length);
  expect([await readWithin(over, 30), await readWithin(new PassThrough(), 30)]).toEqual([false, false]);
  let got = 0;
  for await (const taken of stream) got += taken.length;
  expect(got).toBe(30 * piece.length);
  over.destroy();
});
