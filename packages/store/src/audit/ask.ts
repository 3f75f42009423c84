// How the verifier asks the database: as the owner on a client of its own, or as the sealer inside a session. It uses PostgreSQL's own functions only.

import { CompiledQuery } from 'kysely';
import type { Client, QueryResultRow } from 'pg';
import type { Tx } from '../session/index.ts';

/** Rows of one statement. */
export type Ask = <Row extends QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;

export const askClient =
  (client: Client): Ask =>
  async <Row extends QueryResultRow>(text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows;

export const askTx =
  (tx: Tx): Ask =>
  async <Row extends QueryResultRow>(text: string, values: unknown[] = []) =>
    (await tx.executeQuery<Row>(CompiledQuery.raw(text, values))).rows;
