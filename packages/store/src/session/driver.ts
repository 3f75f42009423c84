// The driver's few things that other folders of the store need; nobody else imports it (house.md, "Who may import whom").

import pg from 'pg';
import { clientConfig, type Target } from './target.ts';

/** An identifier or a text as SQL; for statements that take no parameters. */
export const quoteIdentifier = (name: string): string => pg.escapeIdentifier(name);
export const quoteLiteral = (text: string): string => pg.escapeLiteral(text);

/** SQLSTATE of a failed statement; undefined for anything else. */
export function stateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** A pool in which every connection has taken the target's role; for the job queue's own work. The caller ends it. */
export function rolePool(target: Target, name: string, max: number): pg.Pool {
  const pool = new pg.Pool({ ...clientConfig(target, name), max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    if (target.become) client.query(`set role ${quoteIdentifier(target.become)}`).catch(() => undefined);
  });
  return pool;
}
