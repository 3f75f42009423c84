// Which units could take this, in which order, and why? Those of the route table for a programme, as the rules rank them.
import type { OutputOf } from '@anwang/contract';
import { rankUnits } from '@anwang/core/screening';
import { readRouting, readUnitLoads } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { bilingual } from '../packs-in-force.ts';

type UnitChoice = OutputOf<'screening', 'units'>['units'][number];

/** The units of the programme: what fits the district first, in the order in which the rules would propose them. */
export async function unitChoices(tx: Tx, county: string, district: string | null, programme: string): Promise<UnitChoice[]> {
  const { routes, loads } = await readRouting(tx, county);
  return rankUnits(routes, loads, programme, district).map(({ unit, name, reasons, districts, ...one }) => ({
    ...one,
    unitId: unit,
    unitName: name.zh,
    reasons: reasons.map(({ code, label }) => ({ code, label: bilingual(label) })),
    districts: [...districts],
  }));
}

/** The same for the arbiter, who may send it to any unit that can accept: those that the route table does not name for the programme come last. */
export async function anyUnit(tx: Tx, county: string, district: string | null, programme: string): Promise<UnitChoice[]> {
  const ranked = await unitChoices(tx, county, district, programme);
  const named = new Set(ranked.map((one) => one.unitId));
  const others = (await readUnitLoads(tx, county)).filter((one) => !named.has(one.id));
  return [
    ...ranked,
    ...others.map(({ id, name, ...carried }) => ({ ...carried, unitId: id, unitName: name, fits: false, reasons: [], districts: [] })),
  ];
}
