// What do labelled pairs say that the trained weights get wrong? Fields err together (a household's address and phone, sisters' names), which no sum of
// independent weights knows. Pairs labelled by identifiers, judged with the identifier left out, are with the same other fields the same mixture of
// matches and others as pairs without (linkage.md §3.2.7). Pairs that people judged are not: they are asked about for what else is in their clusters.
// Logistic regression on top of the weights, each correction held near none by a normal prior; wrong labels are part of the likelihood.
import type { BoundModel } from '../model/bind.ts';

export interface LabelledRow {
  /** Level by slot; 0 says nothing. */
  readonly levels: Uint8Array;
  /** Natural log odds by the trained weights, without what the label rests on. */
  readonly logOdds: number;
  readonly same: boolean;
  readonly count: number;
}

/** What to add to the log odds of every pair, and at every slot and level, in nats. */
export interface Corrections {
  readonly all: number;
  readonly bySlot: readonly Float64Array[];
  /** In the order of the interactions. */
  readonly byInteraction: Float64Array;
}

/** Labelled pairs of either kind from which on there is something to learn. */
const LEAST = 20;
/** Standard deviation of what a correction is expected to be. */
const SPREAD = 1;
/** Pairs of a level from which on it is corrected. */
const LEAST_AT_LEVEL = 5;
const SWEEPS = 25;
const SETTLED = 0.002;
const LARGEST_STEP = 1;
/** Above these log odds a pair is a match for certain: what is labelled otherwise there are wrong labels. */
const CERTAIN = 10;
/** Share of matches labelled as two persons (borrowed and mistyped identifiers), and the pairs that this is worth before any are seen. */
const WRONG = 0.02;
const WRONG_STRENGTH = 50;

/** null if there are too few labels. Pure; the order of rows matters only in the last digits. */
export function superviseWeights(
  rows: readonly LabelledRow[],
  sizes: readonly number[],
  interactions: BoundModel['interactions'] = [],
): Corrections | null {
  const pairs = (keep: (row: LabelledRow) => boolean) => rows.reduce((sum, row) => sum + (keep(row) ? row.count : 0), 0);
  if (pairs((row) => row.same) < LEAST || pairs((row) => !row.same) < LEAST) return null;
  const wrong = pairs((row) => row.logOdds > CERTAIN && !row.same) + WRONG * WRONG_STRENGTH;
  const error = wrong / (pairs((row) => row.logOdds > CERTAIN) + WRONG_STRENGTH);
  const z = Float64Array.from(rows, (row) => row.logOdds);
  const bySlot = sizes.map((size) => new Float64Array(size));
  const corrections = { all: new Float64Array(1), bySlot, byInteraction: new Float64Array(interactions.length) };
  const features = featuresOf(rows, corrections, interactions);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let most = 0;
    for (const { of, at, members } of features) {
      const step = newtonStep(rows, members, z, of[at]!, error);
      of[at] = of[at]! + step;
      for (let k = 0; k < members.length; k++) z[members[k]!] = z[members[k]!]! + step;
      most = Math.max(most, Math.abs(step));
    }
    if (most < SETTLED) break;
  }
  return { ...corrections, all: corrections.all[0]! };
}

/** One step of scoring towards the correction of one feature that explains its members best. */
function newtonStep(rows: readonly LabelledRow[], members: Int32Array, z: Float64Array, now: number, error: number): number {
  let gradient = -now / SPREAD ** 2;
  let curvature = 1 / SPREAD ** 2;
  for (let k = 0; k < members.length; k++) {
    const i = members[k]!;
    const { same, count } = rows[i]!;
    const match = 1 / (1 + Math.exp(-z[i]!));
    const told = Math.min(1 - 1e-9, Math.max(1e-9, (1 - error) * match));
    const slope = (1 - error) * match * (1 - match);
    gradient += (count * slope * ((same ? 1 : 0) - told)) / (told * (1 - told));
    curvature += (count * slope ** 2) / (told * (1 - told));
  }
  return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, gradient / curvature));
}

interface Feature {
  /** Where its correction lies. */
  readonly of: Float64Array;
  readonly at: number;
  readonly members: Int32Array;
}

type Places = Pick<Corrections, 'bySlot' | 'byInteraction'> & { readonly all: Float64Array };

function featuresOf(rows: readonly LabelledRow[], places: Places, interactions: BoundModel['interactions']): Feature[] {
  const features: Feature[] = [{ of: places.all, at: 0, members: Int32Array.from(rows.keys()) }];
  const add = (of: Float64Array, at: number, list: readonly number[]): void => {
    const seen = list.reduce((sum, i) => sum + rows[i]!.count, 0);
    if (seen >= LEAST_AT_LEVEL) features.push({ of, at, members: Int32Array.from(list) });
  };
  for (const [slot, corrections] of places.bySlot.entries()) {
    const members = Array.from(corrections, () => [] as number[]);
    for (const [i, row] of rows.entries()) members[row.levels[slot]!]!.push(i);
    for (let level = 1; level < corrections.length; level++) add(corrections, level, members[level]!);
  }
  for (const [k, { when }] of interactions.entries()) {
    const met = [...rows.keys()].filter((i) => when.every(({ slot, levels }) => levels.has(rows[i]!.levels[slot]!)));
    add(places.byInteraction, k, met);
  }
  return features;
}
