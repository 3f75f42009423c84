// Units of the county: made, renamed, closed, given districts and a capacity.
import { fail, ok, type Result } from '@anwang/core/lang';
import { countBurden, districtsOf, insertUnit, isUnitNameTaken, listUnits, updateUnit } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { joinParts, pageOf, readParts } from '../../http/list-cursor.ts';
import { within } from '../../http/within.ts';

/** The administrator's county, when all districts lie in it. */
async function countyOf(tx: Tx, call: Call, districts: readonly string[]): Promise<Result<string>> {
  const { county } = call.actor;
  if (county === null) return fail({ code: 'accessDenied', action: 'admin.units', reason: 'outOfReach' });
  const known = await districtsOf(tx, county, districts);
  const wrong = districts.findIndex((district) => !known.has(district));
  return wrong < 0 ? ok(county) : fail({ code: 'invalidInput', fields: [{ path: `districts.${wrong}`, reason: 'unknownDistrict' }] });
}

/** Two open units of one name could not be told apart where cases are sent to them. */
const nameTaken = fail({ code: 'invalidInput' as const, fields: [{ path: 'name.zh', reason: 'taken' }] });

export const units: Pick<Handlers<'admin'>, 'units' | 'createUnit' | 'changeUnit'> = {
  units: within(async (input, tx) => {
    const after = readParts(input.cursor, 3) as [string, string, string] | undefined;
    const rows = await listUnits(tx, { kind: input.kind, after, limit: input.limit + 1 });
    tx.audit({ action: 'admin.units', count: rows.length });
    const views = rows.map((row) => ({
      id: row.id,
      kind: row.kind as 'desk',
      name: { zh: row.name_zh, en: row.name_en },
      capacity: row.capacity,
      active: row.active,
      districts: row.districts ?? [],
      telephone: row.telephone,
      publicTelephone: row.public_telephone,
      openCases: row.open_cases,
      members: Number(row.members ?? 0),
      version: row.version,
    }));
    return ok(pageOf(views, input.limit, (row) => joinParts(row.kind, row.name.zh, row.id)));
  }),
  createUnit: within(async (input, tx, call) => {
    const county = await countyOf(tx, call, input.districts);
    if (!county.ok) return county;
    if (await isUnitNameTaken(tx, county.value, input.name.zh)) return nameTaken;
    const made = await insertUnit(tx, county.value, input.kind, {
      nameZh: input.name.zh,
      nameEn: input.name.en,
      capacity: input.capacity,
      districts: input.districts,
      telephone: input.telephone,
      publicTelephone: input.publicTelephone,
    });
    tx.audit({ action: 'admin.unitCreated', ids: [made.id] });
    return ok(made);
  }),
  changeUnit: within(async (input, tx, call) => {
    const county = await countyOf(tx, call, input.districts);
    if (!county.ok) return county;
    if (input.active && (await isUnitNameTaken(tx, county.value, input.name.zh, input.unitId))) return nameTaken;
    if (!input.active) {
      const { cases, dispatches } = await countBurden(tx, county.value, input.unitId);
      if (cases > 0) return fail({ code: 'invalidInput', fields: [{ path: 'active', reason: `stillCarries:${cases}` }] });
      if (dispatches > 0) return fail({ code: 'invalidInput', fields: [{ path: 'active', reason: `stillReceives:${dispatches}` }] });
    }
    tx.audit({ action: 'admin.unitChanged', ids: [input.unitId], detail: { active: input.active } });
    return updateUnit(tx, input.unitId, input.version, {
      nameZh: input.name.zh,
      nameEn: input.name.en,
      capacity: input.capacity,
      districts: input.districts,
      telephone: input.telephone,
      publicTelephone: input.publicTelephone,
      active: input.active,
    });
  }),
};
