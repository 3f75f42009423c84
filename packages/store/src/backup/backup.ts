// One consistent snapshot of everything, encrypted, without keys: the data in one file, the wrapped subject keys in another that is kept apart
// (house.md, "Erasure": an old backup alone must not bring back what was erased). The key file itself is in neither.

import type { Client } from 'pg';
import { makeHead } from '../audit/heads.ts';
import type { KeyRing } from '../keys/index.ts';
import { copyOut } from '../session/copy.ts';
import { quoteLiteral, type Target } from '../session/index.ts';
import { connectPatiently } from './connect-patiently.ts';
import { openSealedWriter, type SealedWriter } from './sealed-stream.ts';
import { copyTarget, listSequences, listTables } from './tables.ts';

export type BackupReport = { readonly tables: number; readonly rows: number; readonly seconds: number };

/**
 * Writes `file` and `file.keys`, both whole or not at all. The servers may go on working.
 * The last head of the audit travels along, signed.
 */
export async function backup(owner: Target, ring: KeyRing, file: string): Promise<BackupReport> {
  const began = performance.now();
  // Files first: a folder that cannot be written is found before anything waits for an answer.
  const data = openSealedWriter(file, ring);
  const keys = openOr(`${file}.keys`, ring, data.abandon);
  const clients: Client[] = [];
  try {
    const client = await connectPatiently(owner, 'backup');
    clients.push(client);
    const second = await connectPatiently(owner, 'backup keys');
    clients.push(second);
    await client.query('begin isolation level repeatable read read only');
    const snapshot = (await client.query<{ id: string }>('select pg_export_snapshot() as id')).rows[0]?.id ?? '';
    await second.query(`begin isolation level repeatable read read only; set transaction snapshot ${quoteLiteral(snapshot)}`);
    const landed = await client.query<{ version: number; checksum: string }>(
      'select version, checksum from migration.landed order by version',
    );
    const block = (await client.query<{ seq: number; mac: Buffer }>('select seq, mac from audit.block order by seq desc limit 1')).rows[0];
    data.line({
      kind: 'manifest',
      at: new Date().toISOString(),
      migrations: landed.rows,
      head: block ? makeHead(ring, block.seq, block.mac.toString('hex'), new Date().toISOString()) : null,
    });
    const tables = await listTables(client);
    let rows = 0;
    for (const table of tables) rows += await writeTable(client, data, table);
    data.line({ kind: 'sequences', sequences: await listSequences(client) });
    await writeTable(second, keys, {
      name: 'keys.subject',
      columns: ['id', 'subject_id', 'record_class', 'wrapped', 'master_id', 'created_at'],
    });
    data.line({ kind: 'end', tables: tables.length, rows });
    keys.line({ kind: 'end' });
    keys.end();
    data.end();
    return { tables: tables.length, rows, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    data.abandon();
    keys.abandon();
    throw error;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

function openOr(path: string, ring: KeyRing, otherwise: () => void): SealedWriter {
  try {
    return openSealedWriter(path, ring);
  } catch (error) {
    otherwise();
    throw error;
  }
}

async function writeTable(
  client: Client,
  out: SealedWriter,
  table: { readonly name: string; readonly columns: readonly string[] },
): Promise<number> {
  const count =
    (await client.query<{ rows: number }>(`select count(*) as rows from ${copyTarget(table).replace(/ \(.*$/, '')}`)).rows[0]?.rows ?? 0;
  out.line({ kind: 'table', name: table.name, columns: table.columns, rows: count });
  await copyOut(client, `copy ${copyTarget(table)} to stdout`, (chunk) => out.bytes(chunk));
  out.line({ kind: 'endTable', name: table.name });
  return count;
}
