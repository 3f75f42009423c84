// Candidate pairs in this process: blocks and pairs on typed arrays, shared out to the workshop by rules and by ranges of blocks.
import type { RuleShape, UsedRule } from '../compile/steps.ts';
import type { BoundModel } from '../model/bind.ts';
import type { BlockList, Blocks } from '../plan/block-rows.ts';
import { splitFacet } from '../plan/blocks.ts';
import type { Budget } from '../plan/budget.ts';
import type { Shapes } from '../plan/shapes.ts';
import { PatternSum } from '../score/batch.ts';
import { sharedInts } from '../score/encode.ts';
import type { ComparedPairs } from '../score/orders.ts';
import { weighTables } from '../score/weigh.ts';
import type { Workshop } from '../score/workshop.ts';
import type { WeighedPairs } from './decide.ts';
import type { PairStage } from './pair-stage.ts';

/** Pairs a piece of work; twelve bytes each. */
const PAIRS_AT_ONCE = 1 << 17;

type Batch = ComparedPairs['batch'] & { readonly names: Int32Array };

export interface HereInput {
  readonly workshop: Workshop;
  readonly shapes: Shapes;
  readonly budget: Budget;
  readonly rows: number;
  /** Pairs between sources 0 and 1 only. */
  readonly across: boolean;
}

export function pairsHere({ workshop, shapes, budget, rows, across }: HereInput): PairStage {
  const blocks = new Map<number, Blocks>();
  let batches: Batch[] = [];
  return {
    async makeBlocks(rule: number, shape: RuleShape, oversize: boolean) {
      const by = oversize ? splitFacet(shape, shapes) : null;
      const made = await workshop.ask('block', { parts: shape.parts, limit: budget.block, split: by });
      blocks.set(rule, made);
      return by === null ? null : { by, pairs: made.splitPairs, kept: made.split.members.length };
    },
    async compare(used: readonly UsedRule[], blocked: () => void) {
      const keys = sharedInts(rows * used.length);
      const lists = used.map(({ rule, split }): BlockList[] => {
        const made = blocks.get(rule)!;
        return split === null ? [made.plain] : [made.plain, made.split];
      });
      blocks.clear();
      const stride = used.length;
      await Promise.all(lists.map((list, position) => workshop.ask('number', { keys, stride, position, lists: list })));
      blocked();
      const sum = new PatternSum();
      const asked = lists.flatMap((list, position) =>
        list.flatMap((one) =>
          rangesOf(one).map(async ([from, to]): Promise<Batch> => {
            const { batch, patterns } = await workshop.ask('pairs', { keys, stride, position, list: one, from, to, across });
            return { ...batch, names: sum.add(patterns) };
          }),
        ),
      );
      batches = await Promise.all(asked);
      return sum.patterns;
    },
    weigh(model: BoundModel, levels: Uint8Array, floor: number) {
      const all = batches;
      batches = [];
      return weighAll(workshop, model, levels, all, floor);
    },
  };
}

/** Weights of given pairs, in their order. */
export async function weighGiven(
  workshop: Workshop,
  model: BoundModel,
  refined: (patterns: PatternSum['patterns']) => Uint8Array,
  l: Int32Array,
  r: Int32Array,
): Promise<Float64Array> {
  const sum = new PatternSum();
  const asked: Promise<Batch>[] = [];
  const all = { l: sharedInts(l.length), r: sharedInts(l.length), mask: sharedInts(l.length) };
  all.l.set(l);
  all.r.set(r);
  for (let from = 0; from < l.length; from += PAIRS_AT_ONCE) {
    const to = Math.min(l.length, from + PAIRS_AT_ONCE);
    const batch = { l: all.l.subarray(from, to), r: all.r.subarray(from, to), mask: all.mask.subarray(from, to) };
    asked.push(workshop.ask('compare', batch).then(({ batch: compared, patterns }) => ({ ...compared, names: sum.add(patterns) })));
  }
  const batches = await Promise.all(asked);
  return (await weighAll(workshop, model, refined(sum.patterns), batches, Number.NEGATIVE_INFINITY)).weight;
}

async function weighAll(
  workshop: Workshop,
  model: BoundModel,
  levels: Uint8Array,
  batches: readonly Batch[],
  floor: number,
): Promise<WeighedPairs> {
  const tables = weighTables(model, levels, levels.length / Math.max(1, model.slots.length));
  const parts = await Promise.all(
    batches.map(({ l, r, pattern, names }) => workshop.ask('weigh', { l, r, pattern, names, tables, floor })),
  );
  const total = parts.reduce((sum, part) => sum + part.l.length, 0);
  // Clusters will add some pairs: room for them costs nothing until it is used, another copy does.
  const room = total + (total >> 2);
  const all = { l: new Int32Array(room), r: new Int32Array(room), weight: new Float64Array(room) };
  let at = 0;
  for (const part of parts) {
    all.l.set(part.l, at);
    all.r.set(part.r, at);
    all.weight.set(part.weight, at);
    at += part.l.length;
  }
  return { l: all.l.subarray(0, total), r: all.r.subarray(0, total), weight: all.weight.subarray(0, total) };
}

/** Ranges of blocks with about as many pairs each. */
function rangesOf({ starts }: BlockList): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  let pairs = 0;
  for (let b = 0; b + 1 < starts.length; b++) {
    const size = starts[b + 1]! - starts[b]!;
    pairs += (size * (size - 1)) / 2;
    if (pairs < PAIRS_AT_ONCE && b + 2 < starts.length) continue;
    ranges.push([from, b + 1]);
    from = b + 1;
    pairs = 0;
  }
  return ranges;
}
