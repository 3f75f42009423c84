// Joins a model (plain numbers) with the comparisons of the role shelf that it names, resolved to indices, ready to score.
import type { Assembly, BoundComparison, Frequency, FrequencyTable } from '../roles/types.ts';
import { tableOf } from './frequency-counts.ts';
import type { GatheredFrequencies, Model } from './model.ts';

/** Replaces level `from[level]` of `slot` by `to` where every (slot, level set) of `when` holds on the levels before refinement. */
export interface ResolvedRefinement {
  readonly slot: number;
  readonly from: ReadonlySet<number>;
  readonly when: readonly { readonly slot: number; readonly levels: ReadonlySet<number> }[];
  readonly to: number;
}

interface ResolvedInteraction {
  readonly when: readonly { readonly slot: number; readonly levels: ReadonlySet<number> }[];
  readonly bits: number;
}

interface BoundSlot {
  readonly bound: BoundComparison;
  /** log2(m/u) by level index. */
  readonly bits: Float64Array;
  readonly u: Float64Array;
  readonly frequency: BoundFrequency | null;
}

/** Its table is made when it is asked for: the scorers of a run have tables of their own. */
class BoundFrequency {
  readonly rule: Frequency<unknown>;
  readonly #counts: GatheredFrequencies;
  #table: FrequencyTable | null = null;

  constructor(rule: Frequency<unknown>, counts: GatheredFrequencies) {
    this.rule = rule;
    this.#counts = counts;
  }

  get table(): FrequencyTable {
    this.#table ??= tableOf(this.#counts);
    return this.#table;
  }
}

interface BoundKind {
  readonly share: number;
  readonly bits: readonly Float64Array[];
}

export interface BoundModel {
  readonly model: Model;
  readonly related: BoundKind | null;
  readonly slots: readonly BoundSlot[];
  readonly refinements: readonly ResolvedRefinement[];
  readonly interactions: readonly ResolvedInteraction[];
}

/**
 * Throws if the model names a comparison or level that the assembly does not have. `gathered`: frequencies by slot that a run counted and has not yet
 * sealed into its model.
 */
export function bindModel(model: Model, assembly: Assembly, gathered?: readonly (GatheredFrequencies | null)[]): BoundModel {
  const slots = model.comparisons.map((stated, s): BoundSlot => {
    const bound = assembly.comparisons.find((b) => b.id === stated.id);
    if (bound === undefined) throw new Error(`the model has a comparison ${stated.id} that its columns do not give`);
    const own = bound.comparison.levels;
    if (own.length !== stated.levels.length || own.some((level, i) => level.id !== stated.levels[i]!.id)) {
      throw new Error(`the levels of ${stated.id} in the model are not those of this version of the library`);
    }
    const rule = bound.comparison.frequency;
    const counts = gathered?.[s] ?? stated.frequencies;
    return {
      bound,
      bits: Float64Array.from(stated.levels, (level) => level.bits),
      u: Float64Array.from(stated.levels, (level) => level.u),
      frequency: rule === undefined || counts === null ? null : new BoundFrequency(rule, { ...counts, strangers: stated.levels[1]!.u }),
    };
  });
  const interactions = model.interactions.map((stated) => ({
    when: resolveWhen(
      stated.when,
      slots.map((s) => s.bound),
    ),
    bits: stated.bits,
  }));
  const kind = (stated: Model['related']): BoundKind | null =>
    stated === null ? null : { share: stated.share, bits: stated.bits.map((row) => Float64Array.from(row)) };
  return { model, related: kind(model.related), slots, refinements: resolveRefinements(assembly), interactions };
}

/** Refinements of an assembly as indices, in the order of its comparisons. */
export function resolveRefinements(assembly: Assembly): ResolvedRefinement[] {
  return assembly.refinements.map((refinement) => {
    const slot = slotOf(assembly.comparisons, refinement.target);
    const level = (id: string) => levelOf(assembly.comparisons[slot]!, id);
    return {
      slot,
      from: new Set(refinement.from.map(level)),
      when: resolveWhen(refinement.when, assembly.comparisons),
      to: level(refinement.to),
    };
  });
}

type When = readonly { readonly comparison: string; readonly levels: readonly string[] }[];

function resolveWhen(when: When, comparisons: readonly BoundComparison[]) {
  return when.map((condition) => {
    const slot = slotOf(comparisons, condition.comparison);
    return { slot, levels: new Set(condition.levels.map((id) => levelOf(comparisons[slot]!, id))) };
  });
}

function slotOf(comparisons: readonly BoundComparison[], id: string): number {
  const slot = comparisons.findIndex((b) => b.id === id);
  if (slot < 0) throw new Error(`unknown comparison ${id}`);
  return slot;
}

function levelOf(bound: BoundComparison, id: string): number {
  const level = bound.comparison.levels.findIndex((l) => l.id === id);
  if (level < 0) throw new Error(`unknown level ${id} of ${bound.id}`);
  return level;
}

/** log2 of a mixture of two kinds against the first: 0 where the second explains nothing more, rising with `bits` beyond its share. */
export function mixtureBits(share: number, bits: number): number {
  return bits > 500 ? Math.log2(share) + bits : Math.log2(1 - share + share * Math.exp(bits * Math.LN2));
}

/** Levels with refinements applied: conditions read the levels as they came, and of one slot's refinements the first that holds decides. */
export function refineLevels(levels: Uint8Array, refinements: readonly ResolvedRefinement[]): Uint8Array {
  const refined = levels.slice();
  for (let i = refinements.length - 1; i >= 0; i--) {
    const { slot, from, when, to } = refinements[i]!;
    if (from.has(levels[slot]!) && when.every((condition) => condition.levels.has(levels[condition.slot]!))) refined[slot] = to;
  }
  return refined;
}

/** True if frequency bits apply: only levels that are reached by comparison itself, never by a refinement, carry them. */
export function carriesFrequency(model: BoundModel, slot: number, level: number): boolean {
  const own = model.slots[slot]!;
  if (own.frequency === null || own.bound.comparison.levels[level]!.frequency === undefined) return false;
  return !model.refinements.some((refinement) => refinement.slot === slot && refinement.to === level);
}
