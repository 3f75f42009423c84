// Brings a database to the present schema: roles, numbered migrations one transaction each (so a kill resumes where it stopped), the job queue's own
// tables, then the generated policies. Running it again on a present database does nothing but compare checksums.

import { runMigrations } from 'graphile-worker';
import type { Client } from 'pg';
import { applyPolicies } from '../policies/apply.ts';
import { quoteIdentifier, rolePool } from '../session/driver.ts';
import { connectAs, type Target } from '../session/target.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { ensureRoles } from './roles.ts';

export type MigrateOptions = {
  readonly passwords?: Readonly<Record<'app' | 'worker' | 'auth', string>>;
  readonly migrations?: readonly Migration[];
  /** False while a restore has brought an older schema only part of the way. */
  readonly policies?: boolean;
  readonly onStep?: (step: string) => void;
};

const lockNumber = 0x616e77616e67; // "anwang"

/** Migrates. Throws with a sentence when a landed file was changed, or when the database is newer than this program. */
export async function migrate(owner: Target, options: MigrateOptions = {}): Promise<void> {
  const migrations = options.migrations ?? readMigrations();
  await prepareLogin(owner, options);
  const client = await connectAs(owner, 'migrate');
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const done = await landed(client);
    checkLanded(done, migrations);
    for (const migration of migrations) {
      if (done.has(migration.version)) continue;
      options.onStep?.(`${String(migration.version).padStart(4, '0')}-${migration.name}`);
      await applyOne(client, migration);
    }
    await prepareQueue(owner);
    if (options.policies !== false && (await applyPolicies(client))) options.onStep?.('policies');
  } finally {
    await client.end();
  }
}

async function prepareLogin(owner: Target, options: MigrateOptions): Promise<void> {
  const client = await connectAs({ config: owner.config }, 'prepare');
  try {
    await ensureRoles(client, options.passwords);
    const database = await client.query<{ name: string }>('select current_database() as name');
    const name = quoteIdentifier(database.rows[0]?.name ?? '');
    await client.query(
      `grant create, connect, temporary on database ${name} to anwang_owner; grant connect on database ${name} to anwang_app, anwang_worker, anwang_auth`,
    );
  } finally {
    await client.end();
  }
}

async function landed(client: Client): Promise<Map<number, { name: string; checksum: string }>> {
  await client.query(`create schema if not exists migration;
    create table if not exists migration.landed (version integer primary key, name text not null, checksum text not null, landed_at timestamptz not null default now());
    create table if not exists migration.policies (one boolean primary key default true check (one), checksum text not null)`);
  const rows = await client.query<{ version: number; name: string; checksum: string }>(
    'select version, name, checksum from migration.landed',
  );
  return new Map(rows.rows.map((row) => [row.version, row]));
}

function checkLanded(done: ReadonlyMap<number, { name: string; checksum: string }>, migrations: readonly Migration[]): void {
  for (const [version, row] of done) {
    const known = migrations.find((migration) => migration.version === version);
    if (!known)
      throw new Error(
        `The database has migration ${version} (${row.name}), which this program does not know: it was used by a newer Anwang. Start that version.`,
      );
    if (known.checksum !== row.checksum)
      throw new Error(
        `The migration ${version} (${row.name}) was changed after it had landed in this database. Restore the file, or start with a new data folder.`,
      );
  }
}

async function applyOne(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    // What a migration makes, or makes anew, has no rights yet: the policies are put in place again, also when the process ends before it came to that.
    await client.query('delete from migration.policies');
    await client.query('insert into migration.landed (version, name, checksum) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(
      `The migration ${migration.version} (${migration.name}) failed and was undone: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** graphile-worker keeps its tables current by itself; they belong to the owner, the worker works under policies of its own. */
async function prepareQueue(owner: Target): Promise<void> {
  const pool = rolePool(owner, 'migrate queue', 1);
  try {
    await runMigrations({ pgPool: pool, logger: undefined });
  } finally {
    await pool.end();
  }
}
