// A connection that may hold a transaction open for hours: the server ends one that stands idle for a minute, and the second of a backup waits until the first has copied everything.

import type { Client } from 'pg';
import { connectAs, type Target } from '../session/index.ts';

/** Connects without limits of time. */
export async function connectPatiently(owner: Target, title: string): Promise<Client> {
  const client = await connectAs(owner, title);
  await client.query('set idle_in_transaction_session_timeout = 0; set statement_timeout = 0; set transaction_timeout = 0');
  return client;
}
