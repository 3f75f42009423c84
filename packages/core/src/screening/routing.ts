// Where does a report go? The county's route table by programme and district, then load. The proposal explains itself; a person may choose another unit.

import { byCode } from '../lang/by-code.ts';
import type { Label } from '../lang/label.ts';

/** A row of the route table; `district` null = the whole county. Lower priority numbers go first. */
export type RouteRow = {
  readonly id: string;
  readonly programme: string;
  readonly district: string | null;
  readonly unit: string;
  readonly priority: number;
  readonly active: boolean;
};

/** A unit with what it carries now; capacity null = not stated. */
export type UnitLoad = {
  readonly unit: string;
  readonly name: Label;
  readonly openCases: number;
  readonly capacity: number | null;
  readonly active: boolean;
};

/** Why a unit stands where it stands. */
export type RouteReason = {
  readonly code:
    | 'districtRoute'
    | 'countyRoute'
    | 'priority'
    | 'lessLoad'
    | 'full'
    | 'allFull'
    | 'onlyUnit'
    | 'districtUnknown'
    | 'comesLater'
    | 'moreLoad'
    | 'isFull'
    | 'otherDistricts';
  readonly label: Label;
};

/** A unit that could receive the report. */
export type RouteCandidate = {
  readonly unit: string;
  readonly name: Label;
  readonly route: string;
  readonly district: string | null;
  readonly priority: number;
  readonly openCases: number;
  readonly capacity: number | null;
};

/** A unit to choose from, in the order of the proposal: those that fit first, then those that serve the programme elsewhere in the county. */
export type RankedUnit = Omit<UnitLoad, 'active'> & {
  readonly fits: boolean;
  readonly reasons: readonly RouteReason[];
  /** Districts it serves for the programme; none = the whole county. */
  readonly districts: readonly string[];
};

/** The proposed unit with its reasons, and the others in order. */
export type RouteProposal = RouteCandidate & { readonly reasons: readonly RouteReason[]; readonly alternatives: readonly RouteCandidate[] };

const words: Readonly<Record<RouteReason['code'], Label>> = {
  districtRoute: { zh: '本區責任單位', en: 'Responsible for this district' },
  countyRoute: { zh: '全縣市責任單位', en: 'Responsible for the whole county' },
  priority: { zh: '優先順序較前', en: 'Comes first in order' },
  lessLoad: { zh: '目前負荷較低', en: 'Carries less at present' },
  full: { zh: '較優先的單位已滿', en: 'A unit that comes first is full' },
  allFull: { zh: '各單位皆滿載', en: 'All units are full' },
  onlyUnit: { zh: '唯一責任單位', en: 'The only responsible unit' },
  districtUnknown: { zh: '地區未知', en: 'The district is not known' },
  comesLater: { zh: '優先順序較後', en: 'Comes later in order' },
  moreLoad: { zh: '目前負荷較高', en: 'Carries more at present' },
  isFull: { zh: '已滿載', en: 'Full' },
  otherDistricts: { zh: '責任區不含本區', en: 'Serves other districts' },
};

const inWords = (codes: readonly RouteReason['code'][]): RouteReason[] => codes.map((code) => ({ code, label: words[code] }));

type Load = Pick<RouteCandidate, 'openCases' | 'capacity'>;

function isFull(candidate: Load): boolean {
  return candidate.capacity !== null && candidate.openCases >= candidate.capacity;
}

/** Load as a share of capacity; without a stated capacity the number of cases per hundred. */
function load(candidate: Load): number {
  return candidate.openCases / (candidate.capacity ?? 100);
}

/** Order: not full before full, own district before whole county, priority, load, unit id (so that equal cases give equal answers). */
function compare(a: RouteCandidate, b: RouteCandidate): number {
  return (
    Number(isFull(a)) - Number(isFull(b)) ||
    Number(a.district === null) - Number(b.district === null) ||
    a.priority - b.priority ||
    load(a) - load(b) ||
    byCode(a.unit, b.unit)
  );
}

function candidates(routes: readonly RouteRow[], loads: readonly UnitLoad[], programme: string, district: string | null): RouteCandidate[] {
  const byUnit = new Map(loads.filter((one) => one.active).map((one) => [one.unit, one]));
  const fitting = routes.filter((row) => row.active && row.programme === programme && (row.district === null || row.district === district));
  const best = new Map<string, RouteCandidate>();
  for (const row of fitting) {
    const unit = byUnit.get(row.unit);
    if (unit === undefined) continue;
    const { name, openCases, capacity } = unit;
    const candidate = { unit: row.unit, name, route: row.id, district: row.district, priority: row.priority, openCases, capacity };
    const known = best.get(row.unit);
    if (known === undefined || compare(candidate, known) < 0) best.set(row.unit, candidate);
  }
  return [...best.values()].sort(compare);
}

function reasonsFor(chosen: RouteCandidate, others: readonly RouteCandidate[], district: string | null): RouteReason[] {
  const codes: RouteReason['code'][] = [];
  if (district === null) codes.push('districtUnknown');
  codes.push(chosen.district === null ? 'countyRoute' : 'districtRoute');
  const peers = others.filter((other) => (other.district === null) === (chosen.district === null));
  if (others.length === 0) codes.push('onlyUnit');
  if (peers.some((other) => other.priority > chosen.priority && isFull(other) === isFull(chosen))) codes.push('priority');
  if (peers.some((other) => other.priority === chosen.priority && load(other) > load(chosen) && isFull(other) === isFull(chosen)))
    codes.push('lessLoad');
  if (
    !isFull(chosen) &&
    others.some(
      (other) => isFull(other) && compare({ ...other, capacity: null, openCases: chosen.openCases }, { ...chosen, capacity: null }) < 0,
    )
  )
    codes.push('full');
  if (isFull(chosen)) codes.push('allFull');
  return inWords(codes);
}

/** Why a unit comes after the one that is proposed. */
function reasonsAfter(first: RouteCandidate, other: RouteCandidate): RouteReason[] {
  const codes: RouteReason['code'][] = [other.district === null ? 'countyRoute' : 'districtRoute'];
  const sameArea = (other.district === null) === (first.district === null);
  if (isFull(other)) codes.push('isFull');
  else if (sameArea && other.priority > first.priority) codes.push('comesLater');
  else if (sameArea && load(other) > load(first)) codes.push('moreLoad');
  return inWords(codes);
}

/** The unit proposed for a programme in a district, with reasons and alternatives; null if no active unit is on the route table. */
export function proposeRoute(
  routes: readonly RouteRow[],
  loads: readonly UnitLoad[],
  programme: string,
  district: string | null,
): RouteProposal | null {
  const [chosen, ...alternatives] = candidates(routes, loads, programme, district);
  if (chosen === undefined) return null;
  return { ...chosen, reasons: reasonsFor(chosen, alternatives, district), alternatives };
}

/**
 * All units that may be chosen for a programme in a district, in one order with the proposal: what fits by the same comparison, each with
 * its reasons, then the units of the programme that serve other districts, the least loaded first.
 */
export function rankUnits(
  routes: readonly RouteRow[],
  loads: readonly UnitLoad[],
  programme: string,
  district: string | null,
): RankedUnit[] {
  const rows = routes.filter((row) => row.active && row.programme === programme);
  const served = Map.groupBy(rows, (row) => row.unit);
  const districtsOf = (unit: string): string[] => {
    const list = (served.get(unit) ?? []).map((row) => row.district);
    return list.includes(null) ? [] : [...new Set(list.flatMap((one) => one ?? []))].sort();
  };
  const [first, ...others] = candidates(routes, loads, programme, district);
  const fitting = (first === undefined ? [] : [first, ...others]).map((one, index): RankedUnit => {
    const { unit, name, openCases, capacity } = one;
    const reasons = first === undefined || index === 0 ? reasonsFor(one, others, district) : reasonsAfter(first, one);
    return { unit, name, openCases, capacity, fits: true, reasons, districts: districtsOf(unit) };
  });
  const elsewhere = loads
    .filter(({ unit, active }) => active && served.has(unit) && !fitting.some((one) => one.unit === unit))
    .sort((a, b) => Number(isFull(a)) - Number(isFull(b)) || load(a) - load(b) || byCode(a.unit, b.unit))
    .map(({ unit, name, openCases, capacity }): RankedUnit => {
      const codes: RouteReason['code'][] = isFull({ openCases, capacity }) ? ['otherDistricts', 'isFull'] : ['otherDistricts'];
      return { unit, name, openCases, capacity, fits: false, reasons: inWords(codes), districts: districtsOf(unit) };
    });
  return [...fitting, ...elsewhere];
}
