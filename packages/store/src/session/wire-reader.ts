// Answers to batches are read from the bytes as they come: rows become ours without being the driver's first. Everything else that PostgreSQL says
// (descriptions, errors, notices, readiness) is handed to the driver message by message, as it would read it itself.

import type pg from 'pg';
import { Batch } from './batch.ts';

type Listener = (chunk: Buffer) => void;
/** The driver's client as it is inside; `pg` is pinned exactly, and `batch.test.ts` runs what is used of it. */
type Inside = {
  readonly _activeQuery: unknown;
  readonly connection: {
    readonly stream: {
      listeners(name: 'data'): Listener[];
      on(name: 'data', listener: Listener): void;
      off(name: 'data', listener: Listener): void;
    };
  };
};

const dataRow = 0x44;
const commandComplete = 0x43;
const bindComplete = 0x32;

/** Reads what comes to a client whose connection has just been made, and on which nothing is under way. */
export function readDirectly(client: pg.ClientBase): void {
  const inside: Inside = Object(client);
  const { stream } = inside.connection;
  const [driver, ...others] = stream.listeners('data');
  if (driver === undefined || others.length > 0) throw new Error('the driver listens to its connection in another way than it did');
  let held: Buffer | null = null;
  stream.on('data', (chunk) => {
    const bytes: Buffer = held === null ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    while (at + 5 <= bytes.length) {
      const next = at + 1 + bytes.readUInt32BE(at + 1);
      if (next > bytes.length) break;
      const query = inside._activeQuery;
      const code = bytes[at];
      if (!(query instanceof Batch)) driver(bytes.subarray(at, next));
      else if (code === dataRow) query.row(bytes, at + 5, next);
      else if (code === commandComplete) query.complete(bytes.toString('latin1', at + 5, next - 1));
      else if (code !== bindComplete) driver(bytes.subarray(at, next));
      at = next;
    }
    held = at === bytes.length ? null : bytes.subarray(at);
  });
  stream.off('data', driver);
}
