// A backup into an empty database of another server: the schema from the migrations it was made with, the rows by COPY, the sequences, then what
// was ordered to be erased since. Transaction numbers start anew there, so the audit begins a new epoch.

import type { Client } from 'pg';
import { appendHeads, type Head, makeHead } from '../audit/heads.ts';
import { replayErasures } from '../erasure/replay.ts';
import type { KeyRing } from '../keys/index.ts';
import { analyzeTables } from '../schema/analyze.ts';
import { migrate } from '../schema/migrate.ts';
import { type Migration, readMigrations } from '../schema/migration-files.ts';
import { copyIn } from '../session/copy.ts';
import { connectAs, type Target } from '../session/index.ts';
import { connectPatiently } from './connect-patiently.ts';
import { BackupError, readSealed, type SealedRecord } from './sealed-stream.ts';
import { copyTarget, listTables, quoted, type SequenceState } from './tables.ts';

export type RestoreOptions = {
  readonly file: string;
  /** The subject keys kept apart; `file.keys` unless said. */
  readonly keysFile?: string;
  /** Where the audit's heads of this installation go on; receives the head of the backup. */
  readonly headsFile: string;
  /** The list of erasures, kept outside backups; its orders are carried out again. */
  readonly erasuresFile: string;
  readonly passwords?: Readonly<Record<'app' | 'worker' | 'auth', string>>;
};

export type RestoreReport = {
  readonly tables: number;
  readonly rows: number;
  readonly erasures: number;
  readonly notices: readonly string[];
};

type Manifest = {
  readonly kind: 'manifest';
  readonly migrations: readonly { readonly version: number; readonly checksum: string }[];
  readonly head: Head | null;
};

/** Restores into an empty database. Throws BackupError with a sentence when the file, the keys, the program's version or the database do not fit. */
export async function restore(owner: Target, ring: KeyRing, options: RestoreOptions): Promise<RestoreReport> {
  const keysFile = options.keysFile ?? `${options.file}.keys`;
  // Both files are read to the end once before anything is written.
  for (const file of [options.file, keysFile]) for (const record of readSealed(file, ring)) void record;
  const records = readSealed(options.file, ring);
  const manifest = expectLine<Manifest>(first(records), 'manifest');
  await expectEmpty(owner);
  const passwords = options.passwords ? { passwords: options.passwords } : {};
  await migrate(owner, { migrations: migrationsOf(manifest), policies: false, ...passwords });
  const client = await connectPatiently(owner, 'restore');
  try {
    await client.query('begin');
    await client.query(`truncate ${(await listTables(client)).map((table) => quoted(table.name)).join(', ')} cascade`);
    const counts = await loadTables(client, records);
    for (const record of readTables(readSealed(keysFile, ring))) await loadTable(client, record);
    await client.query('update audit.era set epoch = epoch + 1');
    const epoch = (await client.query<{ epoch: number }>('select epoch from audit.era')).rows[0]?.epoch ?? 1;
    await client.query(`alter table audit.entry alter column epoch set default ${Number(epoch)}`);
    await client.query('commit');
    await migrate(owner, passwords);
    appendHeads(options.headsFile, [makeHead(ring, manifest.head?.seq ?? 0, manifest.head?.mac ?? '', new Date().toISOString(), true)]);
    await analyzeTables(client);
    const erased = await replayErasures(owner, ring, options.erasuresFile);
    return { ...counts, erasures: erased.count, notices: erased.notices };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

function first(records: Generator<SealedRecord>): SealedRecord | undefined {
  const next = records.next();
  return next.done ? undefined : next.value;
}

function expectLine<Shape extends { readonly kind: string }>(record: SealedRecord | undefined, kind: string): Shape {
  const line = record && 'line' in record ? record.line : undefined;
  if (line === null || typeof line !== 'object' || Reflect.get(line, 'kind') !== kind)
    throw new BackupError(`備份內容不符預期：缺少 ${kind}。`, `The backup is not as expected: no ${kind}.`);
  return line as Shape;
}

async function expectEmpty(owner: Target): Promise<void> {
  // The owner's role may not exist yet in a new server: look as the login.
  const client = await connectAs({ config: owner.config }, 'restore');
  const found = await client
    .query(`select from pg_namespace where nspname in ('people', 'casework', 'intake')`)
    .finally(() => client.end());
  if ((found.rowCount ?? 0) > 0)
    throw new BackupError(
      '要還原進去的資料庫不是空的。請以 --data 指定新的資料夾，或用空的資料庫。',
      'The database to restore into is not empty. Choose a new data folder (--data DIR) or an empty database.',
    );
}

function migrationsOf(manifest: Manifest): Migration[] {
  const known = readMigrations();
  return manifest.migrations.map(({ version, checksum }) => {
    const migration = known.find((one) => one.version === version);
    if (!migration || migration.checksum !== checksum)
      throw new BackupError(
        `備份是以另一個版本的安網製作的（第 ${version} 號資料庫變更不同）。請先用該版本還原，再升級。`,
        `The backup was made by another version of Anwang (migration ${version} is not the same). Restore with that version, then upgrade.`,
      );
    return migration;
  });
}

type TableRecord = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly chunks: () => Generator<Buffer>;
};

function* readTables(records: Generator<SealedRecord>): Generator<TableRecord | { readonly sequences: readonly SequenceState[] }> {
  for (;;) {
    const record = records.next().value as SealedRecord | undefined;
    if (!record || !('line' in record))
      throw new BackupError('備份內容不符預期：有資料而無資料表。', 'The backup is not as expected: bytes without a table.');
    const line = record.line as { kind: string; name: string; columns: string[]; rows: number; sequences: SequenceState[] };
    if (line.kind === 'end') return;
    if (line.kind === 'sequences') yield { sequences: line.sequences };
    else if (line.kind === 'table')
      yield {
        name: line.name,
        columns: line.columns,
        rows: line.rows,
        chunks: function* () {
          for (;;) {
            const next = records.next().value as SealedRecord | undefined;
            if (!next) throw new BackupError(`備份在資料表 ${line.name} 中間中斷。`, `The backup ends within ${line.name}.`);
            if ('bytes' in next) yield next.bytes;
            else return;
          }
        },
      };
  }
}

async function loadTables(client: Client, records: Generator<SealedRecord>): Promise<{ tables: number; rows: number }> {
  let tables = 0;
  let rows = 0;
  for (const record of readTables(records)) {
    if ('sequences' in record) {
      for (const sequence of record.sequences)
        await client.query('select setval($1::regclass, $2, $3)', [quoted(sequence.name), sequence.last, sequence.called]);
      continue;
    }
    rows += await loadTable(client, record);
    tables += 1;
  }
  return { tables, rows };
}

async function loadTable(client: Client, record: TableRecord | { readonly sequences: unknown }): Promise<number> {
  if ('sequences' in record) return 0;
  const chunks = record.chunks();
  await copyIn(client, `copy ${copyTarget(record)} from stdin`, toAsync(chunks));
  const found = (await client.query<{ rows: number }>(`select count(*) as rows from ${quoted(record.name)}`)).rows[0]?.rows;
  if (found !== record.rows)
    throw new BackupError(
      `資料表 ${record.name} 備份時有 ${record.rows} 筆，還原後為 ${found} 筆。`,
      `${record.name}: ${record.rows} rows were written, ${found} came back.`,
    );
  return record.rows;
}

async function* toAsync(chunks: Generator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
}
