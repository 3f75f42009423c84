// How many candidate pairs a job may make, and how large one block may be, before counts are known.

export interface Budget {
  readonly pairs: number;
  /** Blocks above this size are split by a second key or skipped and reported. */
  readonly block: number;
}

/** Small tables can afford loose rules; what they need more than that grows with the table and is left to `--pair-budget`. */
const PAIRS_PER_RECORD = 4;
const PAIRS_PER_EARLY_RECORD = 36;
const EARLY_RECORDS = 10_000;
const LEAST_PAIRS = 200_000;
/** Up to this many records a generous number of pairs costs less than a second. */
const FEW_RECORDS = 6000;
const PAIRS_OF_FEW = 1_000_000;
/** One block may take at most this share of the budget: a default phone or a temple's address must not crowd out the rest. */
const BLOCK_SHARE = 1 / 200;

export function budgetFor(records: number, asked?: number): Budget {
  const usual = records <= FEW_RECORDS ? PAIRS_OF_FEW : LEAST_PAIRS;
  const pairs = Math.max(
    1,
    asked ?? Math.max(usual, records * PAIRS_PER_RECORD + Math.min(records, EARLY_RECORDS) * PAIRS_PER_EARLY_RECORD),
  );
  return { pairs, block: Math.max(10, Math.floor(Math.sqrt(2 * pairs * BLOCK_SHARE))) };
}
