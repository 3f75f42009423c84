// Statements under names, gathered: what is asked in one turn of the event loop, with nothing waited for in between, goes to PostgreSQL as one batch.

import type pg from 'pg';
import { type Answer, Batch } from './batch.ts';

const waiting = new WeakMap<pg.ClientBase, Batch>();

/** Sends what waits; to be called before anything is sent to the client by another way. */
export function sendWaiting(client: pg.ClientBase): void {
  const batch = waiting.get(client);
  if (batch === undefined) return;
  waiting.delete(client);
  void client.query(batch);
}

/** Runs a statement under a name of its own. The text of a name is always the same. */
export function runNamed<Row>(client: pg.ClientBase, name: string, text: string, values: readonly unknown[]): Promise<Answer<Row>> {
  let batch = waiting.get(client);
  if (batch === undefined) {
    batch = new Batch();
    waiting.set(client, batch);
    // After all that can go on now has gone on.
    process.nextTick(sendWaiting, client);
  }
  return batch.add<Row>(name, text, values).catch((error: unknown) => {
    // The trace of the driver ends in a socket; ours leads to who asked.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  });
}
