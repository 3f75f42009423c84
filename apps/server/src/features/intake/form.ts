// What the report form offers: places, kinds of reporters, relations, grounds. Open to everybody, the same for everybody.
import type { OutputOf } from '@anwang/contract';
import { ok, type Result } from '@anwang/core/lang';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';

/** Places from the database, choices from the packs. */
export async function readForm(tx: Tx, call: Call): Promise<Result<OutputOf<'intake', 'form'>>> {
  const { packs } = call.house;
  const counties = await tx.selectFrom('org.county').select(['id', 'name_zh', 'name_en']).orderBy('id').execute();
  const districts = await tx.selectFrom('org.district').select(['id', 'county', 'name_zh', 'name_en']).orderBy('id').execute();
  const byCounty = Map.groupBy(districts, (district) => district.county);
  const name = (row: { name_zh: string; name_en: string }) => ({ zh: row.name_zh, en: row.name_en });
  return ok({
    counties: counties.map((county) => ({
      id: county.id,
      name: name(county),
      districts: (byCounty.get(county.id) ?? []).map((district) => ({ id: district.id, name: name(district) })),
    })),
    reporterKinds: packs.entries('reporterKind').map((entry) => ({ ...entry, mandatory: packs.isMandatory(entry.code) })),
    relations: [...packs.entries('relation')],
    whereabouts: [...packs.entries('whereabouts')],
    placeKinds: [...packs.entries('placeKind')],
    grounds: packs.entries('grounds').map((entry) => ({ ...entry, danger: packs.isDanger(entry.code) })),
    needs: [...packs.entries('needType')],
    channels: [...packs.entries('channel')],
    demo: call.house.demo(),
  });
}
