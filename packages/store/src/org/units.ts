// Units of the county, the districts they serve, and how much they carry.

import { ok, type Problem, type Result } from '@anwang/core/lang';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { type Changed, lostUpdate, updateAt } from './update-at.ts';

export type UnitFields = {
  readonly nameZh: string;
  readonly nameEn: string;
  /** Open cases the unit can carry; null = not stated. */
  readonly capacity: number | null;
  readonly districts: readonly string[];
  /** Undefined: as it stands. */
  readonly telephone?: string | null | undefined;
  readonly publicTelephone?: string | null | undefined;
};

/** The columns of the two numbers, where they are given. */
const numbersOf = ({ telephone, publicTelephone }: UnitFields) => ({
  ...(telephone === undefined ? {} : { telephone }),
  ...(publicTelephone === undefined ? {} : { public_telephone: publicTelephone }),
});

/** What a list of units is ordered by: those of a kind together, then by name. */
type After = readonly [kind: string, name: string, id: string];

/** Units of the own county after `after`, with districts, members and open cases. */
export async function listUnits(tx: Tx, wish: { kind?: string; after?: After; limit: number }) {
  let query = tx
    .selectFrom('org.unit as unit')
    .selectAll('unit')
    .select((is) => [
      is
        .selectFrom('org.unit_district as served')
        .whereRef('served.unit_id', '=', 'unit.id')
        .select(sql<string[]>`coalesce(array_agg(served.district order by served.district), '{}')`.as('list'))
        .as('districts'),
      is
        .selectFrom('org.account as member')
        .whereRef('member.unit_id', '=', 'unit.id')
        .where('member.active', '=', true)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('members'),
    ])
    .select(
      sql<number>`coalesce((select held.open_cases from org.open_cases(${tx.actor.county ?? ''}) held where held.unit_id = unit.id), 0)`.as(
        'open_cases',
      ),
    )
    .where('unit.county', '=', tx.actor.county ?? '');
  if (wish.kind) query = query.where('unit.kind', '=', wish.kind);
  if (wish.after) {
    const [kind, name, id] = wish.after;
    query = query.where(sql<boolean>`(unit.kind, unit.name_zh, unit.id) > (${kind}, ${name}, ${id}::uuid)`);
  }
  return query.orderBy('unit.kind').orderBy('unit.name_zh').orderBy('unit.id').limit(wish.limit).execute();
}

/** What a unit would leave behind if it were closed: its open cases, and what was sent to it and nobody has answered. Numbers, for somebody who may read neither. */
export async function countBurden(tx: Tx, county: string, unitId: string): Promise<{ cases: number; dispatches: number }> {
  const { rows } = await sql<{ cases: number; dispatches: number }>`select coalesce(sum(open_cases), 0)::int as cases,
    coalesce(sum(waiting), 0)::int as dispatches from org.open_cases(${county}) where unit_id = ${unitId}`.execute(tx);
  return rows[0] ?? { cases: 0, dispatches: 0 };
}

/** Does an open unit of the county, other than `except`, have this name? */
export async function isUnitNameTaken(tx: Tx, county: string, nameZh: string, except?: string): Promise<boolean> {
  const same = tx.selectFrom('org.unit').select('id').where('county', '=', county).where('name_zh', '=', nameZh).where('active', '=', true);
  const found = await (except ? same.where('id', '!=', except) : same).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** The open unit of this name, as people call it. */
export async function findUnitByName(tx: Tx, county: string, nameZh: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom('org.unit')
    .select('id')
    .where('county', '=', county)
    .where('name_zh', '=', nameZh)
    .where('active', '=', true)
    .executeTakeFirst();
  return found?.id;
}

export async function insertUnit(tx: Tx, county: string, kind: string, fields: UnitFields): Promise<Changed> {
  const row = { county, kind, name_zh: fields.nameZh, name_en: fields.nameEn, capacity: fields.capacity, ...numbersOf(fields) };
  const made = await tx.insertInto('org.unit').values(row).returning(['id', 'version']).executeTakeFirstOrThrow();
  await serve(tx, made.id, fields.districts);
  return made;
}

export async function updateUnit(
  tx: Tx,
  id: string,
  based: number,
  fields: UnitFields & { readonly active: boolean },
): Promise<Result<Changed, Problem>> {
  const row = await updateAt(tx, 'org.unit', id, based, {
    name_zh: fields.nameZh,
    name_en: fields.nameEn,
    capacity: fields.capacity,
    active: fields.active,
    ...numbersOf(fields),
  });
  if (!row) {
    const theirs = await tx
      .selectFrom('org.unit')
      .select([
        'id',
        'name_zh as nameZh',
        'name_en as nameEn',
        'capacity',
        'active',
        'telephone',
        'public_telephone as publicTelephone',
        'version',
      ])
      .select((is) =>
        is
          .selectFrom('org.unit_district as served')
          .whereRef('served.unit_id', '=', 'org.unit.id')
          .select(sql<string[]>`coalesce(array_agg(served.district order by served.district), '{}')`.as('list'))
          .as('districts'),
      )
      .where('id', '=', id)
      .where('county', '=', tx.actor.county ?? '')
      .executeTakeFirst();
    return lostUpdate('unit', id, based, theirs, fields);
  }
  await tx.deleteFrom('org.unit_district').where('unit_id', '=', id).execute();
  await serve(tx, id, fields.districts);
  return ok(row);
}

async function serve(tx: Tx, unitId: string, districts: readonly string[]): Promise<void> {
  if (districts.length === 0) return;
  await tx
    .insertInto('org.unit_district')
    .values([...new Set(districts)].map((district) => ({ unit_id: unitId, district })))
    .execute();
}

/** Those of the given districts that lie in the county. */
export async function districtsOf(tx: Tx, county: string, districts: readonly string[]): Promise<Set<string>> {
  if (districts.length === 0) return new Set();
  const rows = await tx
    .selectFrom('org.district')
    .select('id')
    .where('county', '=', county)
    .where('id', 'in', [...districts])
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Whether a unit belongs to the county. */
export async function isUnitOf(tx: Tx, county: string, unitId: string): Promise<boolean> {
  return (
    (await tx.selectFrom('org.unit').select('id').where('id', '=', unitId).where('county', '=', county).executeTakeFirst()) !== undefined
  );
}

/** Those of the named units that are open and belong to the county: whether somebody supervises there, who could accept what is sent. */
export async function findSupervised(tx: Tx, county: string, units: readonly string[]): Promise<Map<string, boolean>> {
  if (units.length === 0) return new Map();
  const rows = await tx
    .selectFrom('org.unit')
    .select(['id', sql<boolean>`org.has_supervisor(id)`.as('supervised')])
    .where('id', 'in', [...new Set(units)])
    .where('county', '=', county)
    .where('active', '=', true)
    .execute();
  return new Map(rows.map((row) => [row.id, row.supervised]));
}
