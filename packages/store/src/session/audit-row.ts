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
const idsOnly = (values: readonly string[] | undefined): string[] => (values ?? []).map((value) => value.replace(/[^0-9a-fA-F-]/g, ''));

/** The insert for any number of rows as one text, so that each connection plans it once; the rows travel as JSON. */
export const auditInsert = `insert into audit.entry (actor_id, county, purpose, route, action, query_digest, row_count, person_ids, ids, break_glass_id, detail)
  select * from json_to_recordset($1::json) as x(actor_id uuid, county text, purpose text, route text, action text, query_digest text, row_count integer,
    person_ids uuid[], ids uuid[], break_glass_id uuid, detail jsonb)`;

/** The rows for `auditInsert`. */
export function auditRows(rows: readonly AuditRow[], session: Session): string {
  return JSON.stringify(
    rows.map((row) => ({
      actor_id: session.actor.id,
      county: row.county === undefined ? (session.actor.county ?? null) : row.county,
      purpose: session.purpose,
      route: session.route,
      action: row.action,
      query_digest: row.query === undefined ? null : queryDigest(session.ring, row.query),
      row_count: row.count ?? null,
      person_ids: idsOnly(row.personIds),
      ids: idsOnly(row.ids),
      break_glass_id: row.breakGlassId ?? null,
      detail: row.detail ?? {},
    })),
  );
}
