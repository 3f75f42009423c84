// What the screens need to speak: programmes as data at their version, codes in words, places and units; and why I may see something.
import { fail, ok } from '@anwang/core/lang';
import { findInstrument, findProgramme, programmeFor, programmesFor } from '@anwang/packs';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { bilingual } from '../../packs-in-force.ts';
import { programmeRules } from './programme-rules.ts';
import { asUnitKind } from './unit-kind.ts';
import { whySeen } from './why-seen.ts';

/** Packs are plain data; a copy as JSON is what the screen gets. */
const asJson = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

export const reference: Handlers<'reference'> = {
  programmes: async (_input, call) =>
    ok({
      programmes: programmesFor(call.actor.county ?? '').map((programme) => ({
        id: programme.id,
        version: programme.version,
        label: bilingual(programme.label),
        unit: programme.unit,
      })),
    }),
  programme: async (input, call) => {
    const found =
      input.version === undefined ? programmeFor(input.programme, call.actor.county ?? '') : findProgramme(input.programme, input.version);
    return found ? ok(asJson(found)) : fail({ code: 'programmeUnknown', programme: input.programme, version: input.version ?? null });
  },
  rules: async ({ programme }, call) => {
    const found = programmeRules(programme, call.actor.county ?? '');
    return found ? ok(found) : fail({ code: 'programmeUnknown', programme, version: null });
  },
  instruments: async (input) => {
    const found = findInstrument(input.instrument, input.version);
    return found ? ok(asJson(found)) : fail({ code: 'instrumentUnknown', instrument: input.instrument, version: input.version ?? null });
  },
  words: async (_input, call) => {
    const { packs } = call.house;
    return ok({ version: packs.desk('').version, sets: Object.fromEntries(packs.sets().map((set) => [set, [...packs.entries(set)]])) });
  },
  places: within(async (_input, tx, call) => {
    const county = await tx
      .selectFrom('org.county')
      .select(['id', 'name_zh', 'name_en'])
      .where('id', '=', call.actor.county ?? '')
      .executeTakeFirst();
    if (!county) return ok({ county: { id: '', name: { zh: '全國', en: 'National' } }, districts: [] });
    const districts = await tx
      .selectFrom('org.district')
      .select(['id', 'name_zh', 'name_en'])
      .where('county', '=', county.id)
      .orderBy('id')
      .execute();
    return ok({
      county: { id: county.id, name: { zh: county.name_zh, en: county.name_en } },
      districts: districts.map((row) => ({ id: row.id, name: { zh: row.name_zh, en: row.name_en } })),
    });
  }),
  units: within(async (input, tx, call) => {
    let query = tx
      .selectFrom('org.unit')
      .select(['id', 'kind', 'name_zh', 'name_en'])
      .where('county', '=', call.actor.county ?? '')
      .where('active', '=', true)
      .orderBy('kind')
      .orderBy('id');
    if (input.kind) query = query.where('kind', '=', input.kind);
    if (input.programme)
      query = query.where('id', 'in', (of) =>
        of
          .selectFrom('org.route')
          .select('unit_id')
          .where('programme', '=', input.programme ?? '')
          .where('active', '=', true),
      );
    const units = await query.execute();
    const serves =
      units.length > 0
        ? await tx
            .selectFrom('org.unit_district')
            .selectAll()
            .where(
              'unit_id',
              'in',
              units.map((unit) => unit.id),
            )
            .execute()
        : [];
    const byUnit = Map.groupBy(serves, (row) => row.unit_id);
    return ok({
      units: units.map((unit) => ({
        id: unit.id,
        kind: asUnitKind(unit.kind),
        name: { zh: unit.name_zh, en: unit.name_en },
        districts: (byUnit.get(unit.id) ?? []).map((row) => row.district),
      })),
    });
  }),
  why: whySeen,
};
