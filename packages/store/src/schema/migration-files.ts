// The numbered SQL files, their order and their checksums. A file that has landed is never edited; a change is a new file.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = { readonly version: number; readonly name: string; readonly sql: string; readonly checksum: string };

const migrationsFolder = join(import.meta.dirname, 'migrations');

/** All migrations in order. Throws when two share a number or a name does not begin with four digits. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file): Migration => {
      const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
      if (!match) throw new Error(`the migration ${file} must be named like 0050-what-it-does.sql`);
      const sql = readFileSync(join(folder, file), 'utf8');
      return { version: Number(match[1]), name: match[2] ?? '', sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
  for (const [index, migration] of migrations.entries())
    if (migrations[index - 1]?.version === migration.version) throw new Error(`two migrations carry the number ${migration.version}`);
  return migrations;
}
