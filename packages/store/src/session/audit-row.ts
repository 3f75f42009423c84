// One row of the audit. The rows of a transaction travel with its commit, so that putting things on record costs no round trip of its own.

import { createHmac } from 'node:crypto';
import { currentKey, type KeyRing, keyObject } from '../keys/index.ts';

export type AuditRow = {
  /** What was done: an action of core/access or a verb of the store, e.g. `person.read`, `case.record`. */
  readonly action: string;
  /** Persons of whom something was shown or changed. */
  readonly personIds?: readonly string[];
  /** Other things: reports, cases, files … */
  readonly ids?: readonly string[];
  /** How many rows were returned. */
  readonly count?: number;
  /** The search as asked; kept as a keyed digest only, since names are few enough to be guessed. */
  readonly query?: string;
  readonly county?: string | null;
  readonly breakGlassId?: string;
  /** Codes and ids. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

type Session = {
  readonly actor: { readonly id: string; readonly county?: string | null };
  readonly purpose: string;
  readonly route: string;
  readonly ring: KeyRing;
};

const queryDigest = (ring: KeyRing, query: string): string =>
  createHmac('sha256', keyObject(currentKey(ring, 'index').bytes))
    .update(`audit query\n${query}`, 'utf8')
    .digest('hex');
/** Ids as a list of PostgreSQL; what is no id cannot come in. */
const idList = (values: readonly string[] | undefined): string => `{${(values ?? []).join(',').replace(/[^0-9a-fA-F,-]/g, '')}}`;

type Values = {
  readonly actor_id: string;
  readonly county: string | null;
  readonly purpose: string;
  readonly route: string;
  readonly action: string;
  readonly query_digest: string | null;
  readonly row_count: number | null;
  readonly person_ids: string;
  readonly ids: string;
  readonly break_glass_id: string | null;
  readonly detail: object;
};
const columns = 'actor_id, county, purpose, route, action, query_digest, row_count, person_ids, ids, break_glass_id, detail';

const valuesOf = (row: AuditRow, session: Session): Values => ({
  actor_id: session.actor.id,
  county: row.county === undefined ? (session.actor.county ?? null) : row.county,
  purpose: session.purpose,
  route: session.route,
  action: row.action,
  query_digest: row.query === undefined ? null : queryDigest(session.ring, row.query),
  row_count: row.count ?? null,
  person_ids: idList(row.personIds),
  ids: idList(row.ids),
  break_glass_id: row.breakGlassId ?? null,
  detail: row.detail ?? {},
});

/** One row, as nearly all transactions write: its values as they are. */
const insertOne = `insert into audit.entry (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Any number of rows in one text, so that each connection plans it once; they travel as JSON. */
const insertMany = `insert into audit.entry (${columns})
  select * from json_to_recordset($1::json) as x(actor_id uuid, county text, purpose text, route text, action text, query_digest text, row_count integer,
    person_ids uuid[], ids uuid[], break_glass_id uuid, detail jsonb)`;

/** The statement that writes the rows; null when there are none. */
export function auditStatement(rows: readonly AuditRow[], session: Session): { sql: string; parameters: unknown[] } | null {
  const [first, ...more] = rows;
  if (first === undefined) return null;
  if (more.length === 0) return { sql: insertOne, parameters: Object.values(valuesOf(first, session)) };
  return { sql: insertMany, parameters: [JSON.stringify(rows.map((row) => valuesOf(row, session)))] };
}
