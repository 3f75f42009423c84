// From weighed pairs to clusters: the closure of components is scored too, then what may not be together is kept apart and ties break by id.
import {
  type Clustering,
  componentsOf,
  divideComponents,
  groupEdges,
  matchOneToOne,
  missingAmong,
  missingPairs,
  revise,
} from '../cluster/index.ts';
import type { Engine } from '../engine/engine.ts';
import { apartByLabel, joinByLabel, type LabelledPairs, weighLabels } from '../learn/labels.ts';
import type { BoundModel } from '../model/bind.ts';
import { logOddsAt, probabilityAt } from '../model/calibration.ts';
import type { Calibration } from '../model/model.ts';
import { LARGE_FILE } from '../score/collect.ts';
import type { Encoded } from '../score/encode.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import { Ranks, recordInts } from './ranks.ts';
import { type EntityInput, joinEntities } from './second-round.ts';

export interface WeighedPairs {
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
}

export interface Decision extends WeighedPairs {
  /** In the light of the clusters: at or above the threshold exactly for pairs that share one. */
  readonly probability: Float64Array;
  readonly clustering: Clustering;
  /** Matches that the linked pairs are expected to lack, against what their probabilities sum up to. */
  readonly overstated: number;
}

export interface DecideInput {
  readonly engine: Engine;
  readonly model: BoundModel;
  readonly encoded: Encoded;
  readonly scorers: readonly SlotScorer[];
  readonly weighed: WeighedPairs;
  /** Weights of further pairs, in the same order. */
  readonly weigh: (l: Int32Array, r: Int32Array) => Promise<Float64Array>;
  /** Weights of pairs of clusters. */
  readonly weighEntities: EntityInput['weigh'];
  /** Gives back memory that is not needed any more. */
  readonly tidy: () => Promise<void>;
  readonly threshold: number;
  readonly onePerSource: boolean;
  /** Every record is linked to one other at most. */
  readonly oneToOne: boolean;
  /** Clusters are scored against clusters once more. */
  readonly secondRound: boolean;
  readonly labels: LabelledPairs;
  /** Pairs within one source are not answers (link). */
  readonly across: boolean;
}

export async function decide(input: DecideInput): Promise<Decision> {
  const { model, encoded, scorers, labels } = input;
  const weighed = weighLabels(input.weighed, labels);
  const calibration = model.model.calibration;
  const threshold = Math.log(input.threshold / (1 - input.threshold));
  const ranks = new Ranks(input.engine, encoded.rows);
  const linked = (weight: number) => logOddsAt(calibration, weight) >= threshold;
  let within: Within | null = findWithin(encoded.rows, weighed, linked);
  const missing = { l: within.missing.l, r: within.missing.r };
  const added = await input.weigh(missing.l, missing.r);
  // What finding them took is as much as the pairs, and dividing them is where most memory is held.
  if (encoded.rows >= LARGE_FILE) await input.tidy();
  const all = {
    l: joined(weighed.l, missing.l),
    r: joined(weighed.r, missing.r),
    weight: joined(weighed.weight, added),
  };
  const conflicts = conflictLevels(model);
  const origins = input.onePerSource ? await recordInts(input.engine, encoded.rows, 'lk_origin') : null;
  const conflict = (a: number, b: number) =>
    conflicts.some(({ slot, levels }) => levels.has(scorers[slot]!.level(encoded.columns[slot]![a]!, encoded.columns[slot]![b]!)));
  const told = apartByLabel(labels);
  const partner = input.oneToOne
    ? matchOneToOne(encoded.rows, all.l, all.r, logOddsOf(calibration, all.weight), threshold, await ranks.all())
    : null;
  const apart = (a: number, b: number) =>
    (partner !== null && partner[a] !== b) || told(a, b) || (origins !== null && origins[a] === origins[b]) || conflict(a, b);
  const ranking = (nodes: Int32Array) => ranks.of(nodes);
  const divided = await divideWithin(within, weighed.weight, added, calibration, { nodes: encoded.rows, threshold, apart }, ranking);
  // What dividing takes is as much as the pairs themselves.
  within = null;
  const first = joinByLabel(divided.cluster, labels);
  const cluster = input.secondRound
    ? await joinEntities({
        ...all,
        weigh: input.weighEntities,
        cluster: first,
        threshold: threshold / Math.LN2,
        apart,
        ranking,
      })
    : first;
  const clustering = { ...divided, cluster };
  // Pairs of entities that were joined now: in the answer like all pairs of a cluster.
  const later = cluster === first ? NOTHING : missingAmong(encoded.rows, ...withinJoined(cluster, divided.cluster, all));
  if (encoded.rows >= LARGE_FILE) await input.tidy();
  const whole = { l: joined(all.l, later.l), r: joined(all.r, later.r), weight: joined(all.weight, await input.weigh(later.l, later.r)) };
  const pairwise = whole.weight.map((weight) => probabilityAt(calibration, weight));
  const bits = (pair: number) => whole.weight[pair]! - model.model.priorBits;
  const revised = revise(cluster, { ...whole, probability: pairwise, bits }, input.threshold);
  const { probability, overstated } = revised;
  return { ...answers({ ...whole, probability }, weighed.l.length, input, clustering), clustering, overstated };
}

/** Components at the threshold, the pairs that lie within them, and those that are missing there. */
interface Within {
  readonly components: ReturnType<typeof componentsOf>;
  readonly inside: ReturnType<typeof groupEdges>;
  readonly missing: ReturnType<typeof missingPairs>;
}

function findWithin(rows: number, { l, r, weight }: WeighedPairs, linked: (weight: number) => boolean): Within {
  const components = componentsOf(rows, l, r, (edge) => linked(weight[edge]!));
  const inside = groupEdges(rows, components, l, r);
  return { components, inside, missing: missingPairs(components, inside) };
}

/** Clusters of the pairs that lie within components: those between them, most of them where rules are loose, can neither link nor part anything. */
function divideWithin(
  { components, inside, missing }: Within,
  weight: Float64Array,
  added: Float64Array,
  calibration: Calibration,
  rules: Parameters<typeof divideComponents>[2],
  ranking: Parameters<typeof divideComponents>[3],
): Promise<Clustering> {
  const logOdds = new Float64Array(inside.edges.length);
  for (let i = 0; i < logOdds.length; i++) logOdds[i] = logOddsAt(calibration, weight[inside.edges[i]!]!);
  const scored = [
    { ...inside, logOdds },
    { ...missing, logOdds: logOddsOf(calibration, added) },
  ];
  return divideComponents(components, scored, rules, ranking);
}

const NOTHING = { l: new Int32Array(0), r: new Int32Array(0) };

function logOddsOf(calibration: Calibration, weight: Float64Array): Float64Array {
  const odds = new Float64Array(weight.length);
  for (let i = 0; i < odds.length; i++) odds[i] = logOddsAt(calibration, weight[i]!);
  return odds;
}

/** The pairs that lie within clusters which are more than one part, as (l, r). */
function withinJoined(cluster: Int32Array, parts: Int32Array, { l, r }: WeighedPairs): [Int32Array, Int32Array] {
  const several = new Uint8Array(cluster.length);
  for (let node = 0; node < cluster.length; node++) if (parts[node] !== parts[cluster[node]!]) several[cluster[node]!] = 1;
  const inside: number[] = [];
  for (let i = 0; i < l.length; i++) {
    const root = cluster[l[i]!]!;
    if (several[root] === 1 && root === cluster[r[i]!]) inside.push(i);
  }
  return [Int32Array.from(inside, (i) => l[i]!), Int32Array.from(inside, (i) => r[i]!)];
}

/** Proposed pairs, and pairs of the closure that share a cluster. */
function answers(
  all: WeighedPairs & { readonly probability: Float64Array },
  proposed: number,
  { encoded, across }: DecideInput,
  { cluster }: Clustering,
) {
  const keep = new Int32Array(all.l.length - proposed);
  let kept = 0;
  for (let i = proposed; i < all.l.length; i++) {
    const a = all.l[i]!;
    const b = all.r[i]!;
    if (cluster[a] === cluster[b] && !(across && encoded.sources[a] === encoded.sources[b])) keep[kept++] = i;
  }
  if (kept === all.l.length - proposed) return all;
  const pick = <T extends Int32Array | Float64Array>(from: T): T => {
    const out = from.slice(0, proposed + kept) as T;
    for (let at = 0; at < kept; at++) out[proposed + at] = from[keep[at]!]!;
    return out;
  };
  return { l: pick(all.l), r: pick(all.r), weight: pick(all.weight), probability: pick(all.probability) };
}

/** Both, one after the other; `a` itself is made longer where there is room behind it. */
function joined<T extends Int32Array | Float64Array>(a: T, b: T): T {
  if (b.length === 0) return a;
  const all = lengthened(a, a.length + b.length);
  all.set(b, a.length);
  return all;
}

function lengthened<T extends Int32Array | Float64Array>(a: T, length: number): T {
  const Kind = a instanceof Int32Array ? Int32Array : Float64Array;
  const { buffer, byteOffset } = a;
  const fits = byteOffset + length * a.BYTES_PER_ELEMENT <= buffer.byteLength;
  const longer = (fits && buffer instanceof ArrayBuffer ? new Kind(buffer, byteOffset, length) : new Kind(length)) as T;
  if (longer.buffer !== buffer) longer.set(a);
  return longer;
}

/** Levels of label-grade identifiers that say "two different persons". */
function conflictLevels(model: BoundModel): { slot: number; levels: Set<number> }[] {
  return model.slots.flatMap(({ bound: { comparison } }, slot) => {
    if (comparison.truthFacet === undefined) return [];
    const levels = new Set(comparison.levels.flatMap((level, i) => (level.conflict === true ? [i] : [])));
    return levels.size === 0 ? [] : [{ slot, levels }];
  });
}
