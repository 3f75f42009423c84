// Which units could take this, in which order, and why? Those of the route table for a programme, as the rules rank them.
import type { OutputOf } from '@anwang/contract';
import { rankUnits } from '@anwang/core/screening';
import { countOpenCases, readRouting, readUnitLoads } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { bilingual } from '../packs-in-force.ts';

type UnitChoice = OutputOf<'screening', 'units'>['units'][number];

/** Ranked units as the contract has them. */
const choicesOf = (ranked: ReturnType<typeof rankUnits>): UnitChoice[] =>
  ranked.map(({ unit, name, reasons, districts, ...one }) => ({
    ...one,
    unitId: unit,
    unitName: name.zh,
    reasons: reasons.map(({ code, label }) => ({ code, label: bilingual(label) })),
    districts: [...districts],
  }));

/** Units that the route table does not name for the programme come last. */
const withOthers = (ranked: UnitChoice[], all: Awaited<ReturnType<typeof readUnitLoads>>): UnitChoice[] => {
  const named = new Set(ranked.map((one) => one.unitId));
  const others = all.filter((one) => !named.has(one.id));
  return [
    ...ranked,
    ...others.map(({ id, name, ...carried }) => ({ ...carried, unitId: id, unitName: name, fits: false, reasons: [], districts: [] })),
  ];
};

/** The units of the programme: what fits the district first, in the order in which the rules would propose them. */
export async function unitChoices(tx: Tx, county: string, district: string | null, programme: string): Promise<UnitChoice[]> {
  const { routes, loads } = await readRouting(tx, county);
  return choicesOf(rankUnits(routes, loads, programme, district));
}

/** The same for the arbiter, who may send it to any unit that can accept. */
export async function anyUnit(tx: Tx, county: string, district: string | null, programme: string): Promise<UnitChoice[]> {
  return withOthers(await unitChoices(tx, county, district, programme), await readUnitLoads(tx, county));
}

/** The same for a case that is to go on with another unit than its own; whoever asks reaches none of them, so that what they carry is counted apart. */
export async function unitsBeside(
  tx: Tx,
  { county, programme, unit }: { readonly county: string; readonly programme: string; readonly unit: string },
  district: string | null,
): Promise<UnitChoice[]> {
  const [{ routes, loads }, all, carried] = await Promise.all([readRouting(tx, county), readUnitLoads(tx, county), countOpenCases(tx)]);
  const counted = loads.map((one) => ({ ...one, openCases: carried.get(one.unit) ?? 0 }));
  const ranked = rankUnits(
    routes.filter((route) => route.unit !== unit),
    counted,
    programme,
    district,
  );
  return withOthers(
    choicesOf(ranked),
    all.flatMap((one) => (one.id === unit ? [] : [{ ...one, openCases: carried.get(one.id) ?? 0 }])),
  );
}
