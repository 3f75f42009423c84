// Hands out what comes piece by piece no faster than it is taken.
import type { Writable } from 'node:stream';

/** Writes all pieces and ends the stream; stops asking for more when the taker has gone. */
export async function handOut(pieces: AsyncIterable<Uint8Array>, stream: Writable): Promise<void> {
  for await (const piece of pieces) {
    if (stream.destroyed) return;
    if (!stream.write(piece)) await drained(stream);
  }
  stream.end();
}

/** Resolves when the stream takes more, or will never again; of both, nothing listens on: a long file waits a hundred times. */
function drained(stream: Writable): Promise<void> {
  return new Promise((go) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done);
      go();
    };
    stream.on('drain', done).on('close', done);
  });
}
