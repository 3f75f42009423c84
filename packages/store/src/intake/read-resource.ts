// A report, case or person as the facts that access decisions rest on.
import type { Resource } from '@anwang/core/access';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Null when the thing is out of the session's reach. */
export async function readResource(tx: Tx, kind: 'report' | 'case' | 'person', id: string): Promise<Resource | null> {
  if (kind === 'report') {
    const row = await tx
      .selectFrom('intake.report as r')
      .select(['r.county', 'r.district', 'r.created_by'])
      .select(
        sql<
          string[] | null
        >`(select array_agg(distinct coalesce(c.unit_id, d.unit_id)) from intake.dispatch d left join casework.case c on c.id = d.case_id where d.report_id = r.id and d.status in ('sent','accepted','disputed','upheld'))`.as(
          'units',
        ),
      )
      .select(
        sql<
          string[] | null
        >`(select array_agg(distinct s.account_id) from casework.case_report cr join casework.assignment s on s.case_id = cr.case_id and s.until is null where cr.report_id = r.id)`.as(
          'workers',
        ),
      )
      .where('r.id', '=', id)
      .executeTakeFirst();
    return row
      ? {
          kind,
          id,
          county: row.county,
          districts: list(row.district),
          units: row.units ?? [],
          workers: row.workers ?? [],
          owner: row.created_by,
        }
      : null;
  }
  if (kind === 'case') {
    const row = await tx
      .selectFrom('casework.case as c')
      .select(['c.county', 'c.district', 'c.unit_id'])
      .select(
        sql<
          string[] | null
        >`(select array_agg(distinct s.account_id) from casework.assignment s where s.case_id = c.id and s.until is null)`.as('workers'),
      )
      .where('c.id', '=', id)
      .executeTakeFirst();
    return row ? { kind, id, county: row.county, districts: list(row.district), units: [row.unit_id], workers: row.workers ?? [] } : null;
  }
  const row = await tx
    .selectFrom('people.person as p')
    .select(['p.county', 'p.district'])
    .select(sql<string[] | null>`(select array_agg(distinct x.unit_id) from people.reach x where x.person_id = p.id)`.as('units'))
    .select(
      sql<
        string[] | null
      >`(select array_agg(distinct s.account_id) from casework.case_person cp join casework.assignment s on s.case_id = cp.case_id and s.until is null where cp.person_id = p.id and cp.until is null)`.as(
        'workers',
      ),
    )
    .where('p.id', '=', id)
    .executeTakeFirst();
  return row ? { kind, id, county: row.county, districts: list(row.district), units: row.units ?? [], workers: row.workers ?? [] } : null;
}

const list = (district: string | null): string[] => (district === null ? [] : [district]);
