// The update of a row of the organisation at the version its change was based on. Why did it touch nothing? Either the row is out of reach (then it is not
// there), or somebody else was first: both sides are shown.

import { fail, type Problem, type Result } from '@anwang/core/lang';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export type Changed = { readonly id: string; readonly version: number };
type Columns = Readonly<Record<string, string | number | boolean | null>>;

/** Sets the columns and moves the version on; undefined when the row is out of reach or no longer at `based`. */
export async function updateAt(
  tx: Tx,
  table: 'org.account' | 'org.unit' | 'org.route',
  id: string,
  based: number,
  columns: Columns,
): Promise<Changed | undefined> {
  const set = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const { rows } = await sql<Changed>`update ${sql.table(table)} set ${sql.join([...set, sql`version = version + 1`])}
    where id = ${id} and version = ${based} returning id, version`.execute(tx);
  if (table !== 'org.route') tx.renames = true;
  return rows[0];
}

type Versioned = { readonly version: number; readonly grants?: unknown };

/** The problem of an update that changed no row; `theirs` is the row as it stands now, undefined when it cannot be seen. */
export function lostUpdate(kind: string, id: string, based: number, theirs: Versioned | undefined, yours: unknown): Result<never, Problem> {
  if (!theirs) return fail({ code: 'notFound', kind, id });
  return fail({ code: 'versionConflict', kind, id, based, current: theirs.version, theirs, yours });
}
