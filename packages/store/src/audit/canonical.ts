// How a row of the audit is read for sealing: its columns named one by one, in SQL made of PostgreSQL's own functions only, so that neither a function nor a
// view that the owner might replace stands between the row and its digest. Sealer and verifier share this text and nothing else.

/** SQL expression: SHA-256 of one row `e` of audit.entry. Moments are written in UTC whatever the session's zone. */
const rowDigest = `pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.jsonb_build_array(
  e.id, e.epoch, e.xid::pg_catalog.text, pg_catalog.to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_id, e.county, e.purpose, e.route, e.action,
  e.query_digest, e.row_count, e.person_ids::pg_catalog.text, e.ids::pg_catalog.text, e.break_glass_id, e.detail)::pg_catalog.text, 'UTF8'))`;

/** Condition: the row became visible between two snapshots of one epoch. $1 epoch, $2 snapshot before (null for the first), $3 this snapshot. */
const inBlock = `e.epoch = $1
  and e.xid >= coalesce(pg_catalog.pg_snapshot_xmin($2::pg_catalog.pg_snapshot), '0'::pg_catalog.xid8) and e.xid < pg_catalog.pg_snapshot_xmax($3::pg_catalog.pg_snapshot)
  and pg_catalog.pg_visible_in_snapshot(e.xid, $3::pg_catalog.pg_snapshot)
  and ($2::pg_catalog.pg_snapshot is null or not pg_catalog.pg_visible_in_snapshot(e.xid, $2::pg_catalog.pg_snapshot))`;

/** Count and digest of a block's rows, in order of id. */
export const blockDigest = `select pg_catalog.count(*)::int as row_count, coalesce(pg_catalog.max(e.id), 0) as last_id,
  pg_catalog.sha256(coalesce(pg_catalog.string_agg(${rowDigest}, ''::pg_catalog.bytea order by e.id), ''::pg_catalog.bytea)) as digest
  from audit.entry e where ${inBlock}`;
