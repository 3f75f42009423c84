// How often do strangers agree? Random pairs of records contain matches, and of small files with many records a person most pairs that agree on a date
// of birth are matches: what these agree on is taken out, and where little is left after that the shelf's expectation is asked.

export interface RandomAgreement {
  /** Agreement of random pairs of records by level, matches among them included, and the pairs behind it. */
  readonly random: Float64Array;
  readonly pairs: number;
  /** What the shelf expects of strangers. */
  readonly expected: Float64Array;
  /** What is one's own: people share it by chance much alike everywhere, so the shelf can be asked; addresses of one kind of file are not those of another. */
  readonly own: boolean;
}

/** Pairs at a level that the shelf's expectation is worth: decides where the sample met none, and nothing where it met many. */
const EXPECTED_HITS = 1.5;
/** At least this share of random agreement is taken to be by chance, however many matches there are. */
const LEAST_CHANCE = 0.03;
/** So far off may the number of matches at a level be: what is left of random agreement is known no better. */
const DOUBT = 0.3;

/** u by level, not yet scaled to 1: (random agreement − lambda × m) / (1 − lambda), smoothed by the expectation and never all matches. */
export function strangersOf({ random, pairs, expected, own }: RandomAgreement, m: Float64Array, lambda: number): Float64Array {
  return Float64Array.from(random, (share, level) => {
    if (level === 0) return 0;
    const matches = Math.min(share, lambda * m[level]!);
    const chance = Math.max(share * LEAST_CHANCE, (share - lambda * m[level]!) / (1 - lambda));
    const doubt = own ? DOUBT * matches : 0;
    // As many pairs as would leave the share that uncertain by themselves.
    const telling = doubt === 0 ? pairs : pairs / (1 + (pairs * doubt ** 2) / chance);
    return (chance * telling + EXPECTED_HITS) / (telling + EXPECTED_HITS / Math.max(1e-9, expected[level]!));
  });
}
