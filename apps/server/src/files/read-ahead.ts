// A download holds a connection of the database until its last piece was read, and a telephone in the mountains takes minutes. What fits into a room of memory that
// all downloads share is read at once, so that the connection is free again; what does not is read as it is taken.
import { PassThrough } from 'node:stream';

/** Room for what was read and is not yet taken, in bytes. */
export class ReadAhead {
  #free: number;

  constructor(room: number) {
    this.#free = room;
  }

  /** A stream for that many bytes; whoever writes to it waits for the taker only where the room did not suffice. The room is given back when the stream closes. */
  stream(bytes: number): PassThrough {
    if (bytes > this.#free) return new PassThrough();
    this.#free -= bytes;
    const stream = new PassThrough({ highWaterMark: bytes + 1 });
    stream.once('close', () => {
      this.#free += bytes;
    });
    return stream;
  }
}
