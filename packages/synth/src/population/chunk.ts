// A chunk is a thousand people in whole households: the unit in which a demo is made, written and resumed. Chunk n of a county is the
// same whatever was made before it, so a killed seed continues where it stopped.

import { type Chance, chanceOf } from '../chance/index.ts';
import type { DemoCounty } from '../counties/index.ts';
import { makeHousehold, type SynthHousehold } from './household.ts';
import type { Serials, Sex, SynthKin } from './person.ts';

export const CHUNK_PEOPLE = 1_000;
/** Serials per sex that a chunk may use; 1,400 chunks fit the demo range. */
const CHUNK_SERIALS = 700;
const RANGE = 1_000_000;
/** Coprime with the range: neighbours in a chunk get numbers far apart. */
const STRIDE = 7_919;

export interface PopulationChunk {
  readonly index: number;
  readonly chance: Chance;
  readonly households: readonly SynthHousehold[];
  /** Edges across households: parents who live apart. */
  readonly kin: readonly SynthKin[];
}

const serialsOf = (index: number): Serials => {
  const used: Record<Sex, number> = { male: 0, female: 0 };
  return {
    take(sex) {
      const n = used[sex];
      if (n >= CHUNK_SERIALS) throw new RangeError('a chunk ran out of demo numbers');
      used[sex] = n + 1;
      return ((index * CHUNK_SERIALS + n) * STRIDE + 104_729) % RANGE;
    },
  };
};

// About half of the single parents have a former partner within reach: somebody alone, of the other sex and fitting age.
const partedCouples = (chance: Chance, households: readonly SynthHousehold[]): SynthKin[] => {
  const alone = households.filter((h) => h.form === 'single').flatMap((h) => h.members.map((m) => m.person));
  const taken = new Set<string>();
  return households.flatMap((household) => {
    const head = household.members[0]?.person;
    if (household.form !== 'singleParent' || head === undefined || !chance.bool(0.5)) return [];
    const year = Number(head.birthDate.slice(0, 4));
    const other = alone.find((p) => !taken.has(p.id) && p.sex !== head.sex && Math.abs(Number(p.birthDate.slice(0, 4)) - year) <= 8);
    if (other === undefined) return [];
    taken.add(other.id);
    const children = household.members
      .filter((m) => m.place === 'child')
      .map((m): SynthKin => ({ person: other.id, other: m.person.id, relation: 'parent' }));
    return [{ person: head.id, other: other.id, relation: 'divorced' as const }, ...children];
  });
};

export interface ChunkRequest {
  readonly seed: string;
  readonly county: DemoCounty;
  /** Index over all counties of the world: no two chunks share one. */
  readonly index: number;
  readonly people?: number;
  readonly anchorMs: number;
}

/** The households of one chunk. */
export const populationChunk = ({ seed, county, index, people = CHUNK_PEOPLE, anchorMs }: ChunkRequest): PopulationChunk => {
  const chance = chanceOf(`${seed}/${county.id}/chunk/${index}`);
  const setting = { county, serials: serialsOf(index), anchorMs, loadedMs: anchorMs - 760 * 86_400_000 };
  const households: SynthHousehold[] = [];
  for (let room = people; room > 0; ) {
    const household = makeHousehold(chance, setting, room);
    households.push(household);
    room -= household.members.length;
  }
  return { index, chance, households, kin: partedCouples(chance.fork('parted'), households) };
};
