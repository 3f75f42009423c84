// Routes of dispatch: which unit receives which programme from which district, in which order.
import { fail, ok } from '@anwang/core/lang';
import { districtsOf, insertRoute, isUnitOf, listRoutes, updateRoute } from '@anwang/store/org';
import type { Handlers } from '../../http/handlers.ts';
import { joinParts, pageOf, readParts } from '../../http/list-cursor.ts';
import { within } from '../../http/within.ts';

const invalid = (path: string, reason: string) => fail({ code: 'invalidInput' as const, fields: [{ path, reason }] });

export const routes: Pick<Handlers<'admin'>, 'routes' | 'createRoute' | 'changeRoute'> = {
  routes: within(async (input, tx, call) => {
    const after = readParts(input.cursor, 4) as [string, string, string, string] | undefined;
    const rows = await listRoutes(tx, { programme: input.programme, after, limit: input.limit + 1 });
    tx.audit({ action: 'admin.routes', count: rows.length });
    const views = rows.map((row) => ({
      id: row.id,
      programme: row.programme,
      programmeLabel: call.house.packs.programmeLabel(row.programme),
      district: row.district,
      unitId: row.unit_id,
      unitName: { zh: row.unit_zh, en: row.unit_en },
      unitActive: row.unit_active,
      unitSupervised: row.unit_supervised,
      priority: row.priority,
      note: row.note,
      active: row.active,
      version: row.version,
    }));
    return ok(pageOf(views, input.limit, (row) => joinParts(row.programme, row.district ?? '', row.priority, row.id)));
  }),
  createRoute: within(async (input, tx, call) => {
    const { county } = call.actor;
    if (county === null) return fail({ code: 'accessDenied', action: 'admin.routes', reason: 'outOfReach' });
    if (!call.house.packs.hasProgramme(input.programme))
      return fail({ code: 'programmeUnknown', programme: input.programme, version: null });
    if (!(await isUnitOf(tx, county, input.unitId))) return invalid('unitId', 'unknownUnit');
    if (input.district !== null && !(await districtsOf(tx, county, [input.district])).has(input.district))
      return invalid('district', 'unknownDistrict');
    const made = await insertRoute(tx, county, input);
    if (!made) return invalid('unitId', 'routeThere');
    tx.audit({ action: 'admin.routeCreated', ids: [made.id], detail: { programme: input.programme } });
    return ok(made);
  }),
  changeRoute: within(async (input, tx) => {
    tx.audit({ action: 'admin.routeChanged', ids: [input.routeId], detail: { active: input.active } });
    return updateRoute(tx, input.routeId, input.version, { priority: input.priority, note: input.note, active: input.active });
  }),
};
