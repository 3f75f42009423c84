// What routing reads: the rows of the route table for some programmes, and what their units carry now.
import type { RouteRow, UnitLoad } from '@anwang/core/screening';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

const openCases = sql<number>`(select count(*)::int from casework.case c where c.unit_id = u.id and c.status not in ('closed','notOpened'))`;

/** Routes of a county and the load of their units (open cases; a county's desk may count them, others get the count of what they reach). */
export async function readRouting(tx: Tx, county: string): Promise<{ routes: RouteRow[]; loads: UnitLoad[] }> {
  const routes = await tx
    .selectFrom('org.route')
    .select(['id', 'programme', 'district', 'unit_id', 'priority', 'active'])
    .where('county', '=', county)
    .where('active', '=', true)
    .execute();
  const units = [...new Set(routes.map((row) => row.unit_id))];
  if (units.length === 0) return { routes: [], loads: [] };
  const loads = await tx
    .selectFrom('org.unit as u')
    .select(['u.id', 'u.name_zh', 'u.name_en', 'u.capacity'])
    // A unit without a supervisor would accept nothing: nobody is proposed who cannot answer.
    .select(sql<boolean>`u.active and org.has_supervisor(u.id)`.as('active'))
    .select(openCases.as('open_cases'))
    .where('u.id', '=', sql<string>`any(${units}::uuid[])`)
    .execute();
  return {
    routes: routes.map((row) => ({
      id: row.id,
      programme: row.programme,
      district: row.district,
      unit: row.unit_id,
      priority: row.priority,
      active: row.active,
    })),
    loads: loads.map((row) => ({
      unit: row.id,
      name: { zh: row.name_zh, en: row.name_en },
      openCases: row.open_cases,
      capacity: row.capacity,
      active: row.active,
    })),
  };
}

/** Units of a county that can accept, with what they carry now. */
export async function readUnitLoads(
  tx: Tx,
  county: string,
): Promise<{ id: string; name: string; openCases: number; capacity: number | null }[]> {
  const found = await tx
    .selectFrom('org.unit as u')
    .select(['u.id', 'u.name_zh as name', 'u.capacity', openCases.as('openCases')])
    .where('u.county', '=', county)
    .where('u.active', '=', true)
    .where(sql<boolean>`org.has_supervisor(u.id)`)
    .orderBy('u.kind')
    .orderBy('u.id')
    .execute();
  return found;
}

/** Open cases by unit of the own county, also of units that the session does not reach: for whoever looks for a unit that could go on with a case. */
export async function countOpenCases(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unit_id: string; open_cases: number }>`select * from org.unit_loads()`.execute(tx);
  return new Map(rows.map((row) => [row.unit_id, row.open_cases]));
}
