// The sign-in library's way into the database: a pool under the auth role that sees the schema `auth` and nothing about people.
// It is the one pool handed out, because the library brings its own transactions; withActor stays the only door to everything else.

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../schema/database.generated.ts';
import type { Target } from './target.ts';

/** Tables of the schema `auth` under their bare names. */
export type AuthDatabase = { [Name in keyof Database as Name extends `auth.${infer Bare}` ? Bare : never]: Database[Name] };

/** Opens the pool of the auth role; `destroy()` ends it. Values come as the driver gives them (Date for moments), as the library expects. */
export function openAuthDatabase(target: Target, connections = 4): Kysely<AuthDatabase> {
  const options = `-c search_path=auth -c timezone=UTC${target.become ? ` -c role=${target.become}` : ''}`;
  const pool = new pg.Pool({
    ...target.config,
    options,
    max: connections,
    application_name: 'anwang auth',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle is dropped by the pool; the next sign-in opens another.
  pool.on('error', () => undefined);
  // One that breaks while it is lent out fails its statements; without a listener of its own it would end the process (found by the crash test).
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<AuthDatabase>({ dialect: new PostgresDialect({ pool }) });
}
