// The reference reading of a bound model: scores two records in memory, short and obvious. The compiled path is held to it by property tests.
// Weight = prior + sum of log2(m/u) + frequency bits + interactions (Fellegi and Sunter 1969; Winkler 1990 for frequencies).
import { type BoundModel, carriesFrequency, mixtureBits, refineLevels } from '../model/bind.ts';
import { probabilityAt } from '../model/calibration.ts';
import type { Words } from '../roles/types.ts';

/** A record by column name; absent and '' are missing. */
export type Row = Readonly<Record<string, string | null | undefined>>;

/** One bar of the waterfall. */
export interface Evidence {
  readonly comparison: string;
  readonly label: Words;
  readonly level: string;
  readonly levelLabel: Words;
  readonly bits: number;
  readonly frequencyBits: number;
}

export interface PairScore {
  /** Bits; adds up `priorBits`, all evidence, `interactionBits` and `relatedBits`. */
  readonly weight: number;
  readonly probability: number;
  readonly priorBits: number;
  readonly evidence: readonly Evidence[];
  readonly interactionBits: number;
  /** Taken off because two related persons would agree like this as well. */
  readonly relatedBits: number;
}

/** Pure and symmetric. For a model that is bound already: tests bring assemblies of their own. */
export function scoreBound(bound: BoundModel, a: Row, b: Row): PairScore {
  const values = bound.slots.map(({ bound: { columns, comparison } }) => {
    const raw = (row: Row) => columns.map((column) => (row[column] === undefined || row[column] === '' ? null : row[column]));
    return [comparison.prepare(raw(a)), comparison.prepare(raw(b))] as const;
  });
  const reached = Uint8Array.from(bound.slots, ({ bound: { comparison } }, s) => {
    const [x, y] = values[s]!;
    return x === null || y === null ? 0 : comparison.compare(x, y);
  });
  const levels = refineLevels(reached, bound.refinements);
  const evidence = bound.slots.map((slot, s): Evidence => {
    const level = slot.bound.comparison.levels[levels[s]!]!;
    const [x, y] = values[s]!;
    const { frequency } = slot;
    const adjusted = frequency !== null && carriesFrequency(bound, s, levels[s]!) && x !== null && y !== null;
    const shares = (value: unknown) => frequency!.rule.shares(frequency!.table, value);
    return {
      comparison: slot.bound.id,
      label: slot.bound.comparison.label,
      level: level.id,
      levelLabel: level.label,
      bits: slot.bits[levels[s]!]!,
      frequencyBits: adjusted ? frequency.rule.bits(shares(x), shares(y), levels[s]!, slot.u[levels[s]!]!) : 0,
    };
  });
  const interactionBits = bound.interactions
    .filter((interaction) => interaction.when.every((condition) => condition.levels.has(levels[condition.slot]!)))
    .reduce((sum, interaction) => sum + interaction.bits, 0);
  const priorBits = bound.model.priorBits;
  const frequencyBits = evidence.reduce((sum, e) => sum + e.frequencyBits, 0);
  const { related } = bound;
  // Two related persons would agree like this as well; a rare value is no rarer between relatives, hence the frequency bits.
  const relatedBits =
    related === null
      ? 0
      : -mixtureBits(
          related.share,
          related.bits.reduce((sum, row, s) => sum + row[levels[s]!]!, frequencyBits + interactionBits),
        );
  const weight = evidence.reduce((sum, e) => sum + e.bits, priorBits) + frequencyBits + interactionBits + relatedBits;
  return { weight, probability: probabilityAt(bound.model.calibration, weight), priorBits, evidence, interactionBits, relatedBits };
}
