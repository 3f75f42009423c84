// One row of the audit as SQL text. It travels with the commit in one message, so that putting things on record costs no round trip of its own.

import { createHash } from 'node:crypto';
import pg from 'pg';

export type AuditRow = {
  /** What was done: an action of core/access or a verb of the store, e.g. `person.read`, `case.record`. */
  readonly action: string;
  /** Persons of whom something was shown or changed. */
  readonly personIds?: readonly string[];
  /** Other things: reports, cases, files … */
  readonly ids?: readonly string[];
  /** How many rows were returned. */
  readonly count?: number;
  /** The search as asked; kept as a digest only. */
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
};

const literal = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? 'null' : pg.escapeLiteral(String(value));
const list = (values: readonly string[] | undefined): string =>
  literal(`{${(values ?? []).map((value) => value.replace(/[^0-9a-fA-F-]/g, '')).join(',')}}`);

/** The insert for some rows, with a trailing semicolon; '' for none. */
export function auditStatement(rows: readonly AuditRow[], session: Session): string {
  if (rows.length === 0) return '';
  const values = rows.map((row) =>
    [
      literal(session.actor.id),
      literal(row.county === undefined ? (session.actor.county ?? null) : row.county),
      literal(session.purpose),
      literal(session.route),
      literal(row.action),
      row.query === undefined ? 'null' : literal(createHash('sha256').update(row.query, 'utf8').digest('hex')),
      literal(row.count),
      list(row.personIds),
      list(row.ids),
      literal(row.breakGlassId),
      literal(JSON.stringify(row.detail ?? {})),
    ].join(','),
  );
  return `insert into audit.entry (actor_id, county, purpose, route, action, query_digest, row_count, person_ids, ids, break_glass_id, detail) values (${values.join('),(')});`;
}
