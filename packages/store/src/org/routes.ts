// Which unit receives which programme from where: what routing proposes from.

import { ok, type Problem, type Result } from '@anwang/core/lang';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { type Changed, lostUpdate, updateAt } from './update-at.ts';

export type NewRoute = {
  readonly programme: string;
  readonly district: string | null;
  readonly unitId: string;
  readonly priority: number;
  readonly note: string | null;
};

/** What a list of routes is ordered by: a programme together, by district (the whole county first) and order. */
type After = readonly [programme: string, district: string, priority: string, id: string];

export async function listRoutes(tx: Tx, wish: { programme?: string; after?: After; limit: number }) {
  let query = tx
    .selectFrom('org.route as route')
    .innerJoin('org.unit as unit', 'unit.id', 'route.unit_id')
    .selectAll('route')
    .select(['unit.name_zh as unit_zh', 'unit.name_en as unit_en', 'unit.active as unit_active'])
    .select(sql<boolean>`org.has_supervisor(unit.id)`.as('unit_supervised'))
    .where('route.county', '=', tx.actor.county ?? '');
  if (wish.programme) query = query.where('route.programme', '=', wish.programme);
  if (wish.after) {
    const [programme, district, priority, id] = wish.after;
    query = query.where(
      sql<boolean>`(route.programme, coalesce(route.district, ''), lpad(route.priority::text, 6, '0'), route.id) > (${programme}, ${district}, lpad(${priority}, 6, '0'), ${id}::uuid)`,
    );
  }
  return query
    .orderBy('route.programme')
    .orderBy(sql`coalesce(route.district, '')`)
    .orderBy('route.priority')
    .orderBy('route.id')
    .limit(wish.limit)
    .execute();
}

/** Makes a route; a closed one for the same programme, place and unit is opened again instead of standing there twice. Undefined when an open one is there. */
export async function insertRoute(tx: Tx, county: string, fields: NewRoute): Promise<Changed | undefined> {
  const row = {
    county,
    programme: fields.programme,
    district: fields.district,
    unit_id: fields.unitId,
    priority: fields.priority,
    note: fields.note,
  };
  return tx
    .insertInto('org.route')
    .values(row)
    .onConflict((same) =>
      same
        .columns(['county', 'programme', 'district', 'unit_id'])
        .doUpdateSet((is) => ({ active: true, priority: fields.priority, note: fields.note, version: is('org.route.version', '+', 1) }))
        .where('org.route.active', '=', false),
    )
    .returning(['id', 'version'])
    .executeTakeFirst();
}

export async function updateRoute(
  tx: Tx,
  id: string,
  based: number,
  fields: { readonly priority: number; readonly note: string | null; readonly active: boolean },
): Promise<Result<Changed, Problem>> {
  const row = await updateAt(tx, 'org.route', id, based, { priority: fields.priority, note: fields.note, active: fields.active });
  if (row) return ok(row);
  const theirs = await tx
    .selectFrom('org.route')
    .select(['id', 'priority', 'note', 'active', 'version'])
    .where('id', '=', id)
    .where('county', '=', tx.actor.county ?? '')
    .executeTakeFirst();
  return lostUpdate('route', id, based, theirs, fields);
}
