// Makes a database in a server we administer (the embedded one), from nothing or as a copy of a template.

import { quoteIdentifier } from '../session/driver.ts';
import { connectAs, type Target } from '../session/target.ts';

/** Creates `name` unless it exists; `template` must have no connections. True when it was made now. */
export async function createDatabase(admin: Target, name: string, template?: string): Promise<boolean> {
  const client = await connectAs({ config: { ...admin.config, database: 'postgres' } }, 'create database');
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if ((found.rowCount ?? 0) > 0) return false;
    const from = template ? ` template ${quoteIdentifier(template)} strategy file_copy` : ` template template0 encoding 'UTF8'`;
    await client.query(`create database ${quoteIdentifier(name)}${from}`);
    return true;
  } finally {
    await client.end();
  }
}

/** Drops a database of the tests, ending its connections. */
export async function dropDatabase(admin: Target, name: string): Promise<void> {
  const client = await connectAs({ config: { ...admin.config, database: 'postgres' } }, 'drop database');
  try {
    await client.query(`drop database if exists ${quoteIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}
