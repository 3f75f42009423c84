// One client of the driver as Kysely wants it. Statements keep a name, so that PostgreSQL parses each text once per connection;
// behind a transaction pooler, where the next statement may meet another server process, names are left out.

import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Driver,
  type KyselyProps,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Answer } from './batch.ts';
import { runNamed, sendWaiting } from './named-query.ts';

const names = new Map<string, string>();
const mostNames = 2000;

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known) return known;
  if (names.size >= mostNames) return undefined;
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
  names.set(sql, name);
  return name;
}

/** Runs one statement, under a name where connections are ours. */
export function runStatement<Row>(client: pg.ClientBase, text: string, values: readonly unknown[], named: boolean): Promise<Answer<Row>> {
  const name = named ? nameOf(text) : undefined;
  if (name !== undefined) return runNamed<Row>(client, name, text, values);
  sendWaiting(client);
  const answer: Promise<Answer<never>> = client.query<never>(values.length === 0 ? { text } : { text, values: [...values] });
  return answer;
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  readonly #named: boolean;

  constructor(client: pg.ClientBase, named: boolean) {
    this.#client = client;
    this.#named = named;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await runStatement<pg.QueryResultRow>(this.#client, query.sql, query.parameters, this.#named);
    const changes = result.command === 'INSERT' || result.command === 'UPDATE' || result.command === 'DELETE' || result.command === 'MERGE';
    const rows = (result.rows ?? []) as Row[];
    return changes ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) } : { rows };
  }

  // biome-ignore lint/correctness/useYield: nothing is streamed through a session; the interface asks for the method
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('a session does not stream; read in pages');
  }
}

/** A driver of nothing: the transaction was begun and will be ended by withActor alone. */
const noDriver: Driver = {
  init: async () => undefined,
  acquireConnection: async () => Promise.reject(new Error('a session has one connection, inside its transaction')),
  beginTransaction: async () => Promise.reject(new Error('a session is a transaction already; use tx.savepoint')),
  commitTransaction: async () => Promise.reject(new Error('withActor commits')),
  rollbackTransaction: async () => Promise.reject(new Error('withActor rolls back')),
  releaseConnection: async () => undefined,
  destroy: async () => undefined,
};

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
const dialect = new PostgresDialect({
  pool: async () => Promise.reject(new Error('a session is never a pool')),
});

/** What a Kysely over exactly this client is made of. */
export function propsOf(client: pg.ClientBase, named: boolean): KyselyProps {
  const connection = new ClientConnection(client, named);
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (consumer) => consumer(connection) });
  return { config: { dialect }, driver: noDriver, executor, dialect };
}
