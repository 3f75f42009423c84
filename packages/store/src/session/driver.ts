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
  const { become } = target;
  // The pool waits for the role before it hands a connection out.
  const onConnect = async (client: pg.ClientBase): Promise<void> => {
    if (become !== undefined) await client.query(`set role ${quoteIdentifier(become)}`);
  };
  const pool = new pg.Pool({ ...clientConfig(target, name), max, onConnect });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003', '08000']);

/** Gives every failure to get a connection the one code of "come again": the job queue waits on it, a request is answered with it. Others are left as they are. */
export function markLost(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (
    lost.has(code) ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  )
    return Object.assign(error, { code: '57P03' });
  return error;
}

/**
 * The pool of the job queue: when PostgreSQL goes away and comes back, its statements fail with a code that the queue tries again on. Without it the queue
 * gives up on the jobs in its hands and ends the process (found by the crash test).
 */
export function steadyPool(target: Target, name: string, max: number): pg.Pool {
  const pool = rolePool(target, name, max);
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Reflect.set(client, 'query', (...args: unknown[]): unknown => {
      const answer = query(...args);
      return answer instanceof Promise ? answer.catch((error: unknown) => Promise.reject(markLost(error))) : answer;
    });
  });
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  Reflect.set(pool, 'connect', (...args: unknown[]): unknown => {
    const answer = connect(...args);
    return answer instanceof Promise ? answer.catch((error: unknown) => Promise.reject(markLost(error))) : answer;
  });
  return pool;
}
