// The expectation step: posteriors of all patterns and what they sum up to. Laid out for the machine: every (slot, level) under one set of possible levels
// is a cell whose odds are worked out once an iteration; a pattern is a row of cells, and their product needs no exponential function. The loop is a small
// function that is called for some hundred patterns at a time, so that it is compiled after milliseconds: as one loop, compiling it took longer than
// running it on 10,000 records.
/** By level: of the pairs at the level, the share that a group's rules find; 0 is impossible. */
export type Possible = ArrayLike<number>;

export interface PatternInput {
  /** Levels of every pattern, row by row (pattern × slots); 0 is missing and carries no weight. */
  readonly levels: Uint8Array;
  readonly slots: number;
  readonly counts: Float64Array;
  /** Group of every pattern (its rule mask), dense from 0. */
  readonly group: Int32Array;
  /**
   * For every group and slot: null, or the share of each level that the group's rules find. There the likelihood is conditional on having been found:
   * a single level says nothing, several still tell (same surname by construction, given name open). What is equal should be one array: it is laid out once.
   */
  readonly possible: readonly (readonly (Possible | null)[])[];
  /**
   * For every group and slot: true where some rule of the group does not look at the slot, so that its level is free there. Only such pairs teach m:
   * taken together over groups they are all matches that the other rules find, agreeing on the slot or not.
   */
  readonly informs: readonly (readonly boolean[])[];
  /** Probability of a match that is known beforehand for a pattern (an identifier or a label says so), NaN unknown. */
  readonly known: Float64Array;
  /** How much likelier a pattern is among strangers than independence says; absent: independent. */
  readonly chance?: Float64Array;
  readonly u: readonly Float64Array[];
  /** What a pair whose class is not known beforehand counts for m, against one that is. */
  readonly unknownWeight: number;
  /** Levels of r that stay at their prior: relatives do not agree on what is one's own, whatever the data seem to say. */
  readonly pinned: readonly (readonly boolean[])[];
  /** Prior share of matches by group and its strength in pairs. */
  readonly lambda: Float64Array;
}

/** Cells of one slot in groups that leave the same levels possible and are alike in whether they teach m. */
interface CellRow {
  readonly slot: number;
  /** Of level 0, which has no cell of its own: cell 0 stands for it everywhere and is worth nothing. */
  readonly start: number;
  readonly levels: number;
  readonly possible: Possible | null;
  readonly informs: boolean;
}

/** What one pass reads and writes. */
interface Pass {
  readonly slots: number;
  readonly cells: Uint16Array;
  readonly counts: Float64Array;
  readonly group: Int32Array;
  readonly known: Float64Array;
  readonly chance: Float64Array;
  readonly unknownWeight: number;
  readonly posterior: Float64Array;
  readonly related: Float64Array;
  /** By cell. */
  readonly match: Float64Array;
  readonly kin: Float64Array;
  readonly sumM: Float64Array;
  readonly sumR: Float64Array;
  /** By group. */
  readonly matchFirst: Float64Array;
  readonly kinFirst: Float64Array;
  readonly strangers: Float64Array;
  readonly matches: Float64Array;
  readonly relatives: Float64Array;
}

const AT_ONCE = 256;
/** What is divided by more is still a number. */
const MOST_ODDS = 1e200;

interface Expected {
  /** Sums by slot and level of the pairs that count for m and r. */
  readonly m: readonly Float64Array[];
  readonly r: readonly Float64Array[];
  /** By group. */
  readonly matches: Float64Array;
  readonly related: Float64Array;
  readonly pairs: Float64Array;
}

export interface Patterns {
  readonly posterior: Float64Array;
  readonly related: Float64Array;
  /** `matchBits` and `kinBits` by slot and level; `shift` is what being at one of the possible levels says by itself. */
  expect(
    matchBits: readonly Float64Array[],
    kinBits: readonly Float64Array[],
    lambda: Float64Array,
    relatives: Float64Array,
    shift: (rows: 'm' | 'r', possible: Possible, slot: number) => number,
  ): Expected;
}

export function layOut(input: PatternInput): Patterns {
  const { slots, counts, group, known, u, lambda } = input;
  const { rows, cells, size } = cellsOf(input);
  const numbers = (length: number): Float64Array => new Float64Array(length);
  const groups = lambda.length;
  const pairs = numbers(groups);
  for (let p = 0; p < counts.length; p++) pairs[group[p]!]! += counts[p]!;
  const pass: Pass = {
    ...{ slots, cells, counts, group, known, unknownWeight: input.unknownWeight },
    chance: input.chance ?? numbers(counts.length).fill(1),
    ...{ posterior: numbers(counts.length), related: numbers(counts.length) },
    ...{ match: numbers(size).fill(1), kin: numbers(size).fill(1), sumM: numbers(size), sumR: numbers(size) },
    ...{ matchFirst: numbers(groups), kinFirst: numbers(groups), strangers: numbers(groups) },
    ...{ matches: numbers(groups), relatives: numbers(groups) },
  };
  return {
    posterior: pass.posterior,
    related: pass.related,
    expect(matchBits, kinBits, shares, relatives, shift) {
      for (const { slot, start, levels, possible } of rows) {
        const [less, lessKin] = possible === null ? [0, 0] : [shift('m', possible, slot), shift('r', possible, slot)];
        for (let level = 1; level < levels; level++) {
          pass.match[start + level] = Math.exp(matchBits[slot]![level]! - less);
          pass.kin[start + level] = Math.exp(kinBits[slot]![level]! - lessKin);
        }
      }
      for (let g = 0; g < groups; g++) {
        pass.matchFirst[g] = odds(shares[g]!);
        pass.kinFirst[g] = odds(relatives[g]!);
        pass.strangers[g] = 1 - relatives[g]!;
      }
      for (const sum of [pass.sumM, pass.sumR, pass.matches, pass.relatives]) sum.fill(0);
      for (let from = 0; from < counts.length; from += AT_ONCE) expectSome(pass, from, Math.min(counts.length, from + AT_ONCE));
      const gather = (sums: Float64Array, keep: (row: CellRow, level: number) => boolean): Float64Array[] => {
        const out = u.map((row) => numbers(row.length));
        for (const row of rows) {
          for (let level = 1; level < row.levels; level++) if (keep(row, level)) out[row.slot]![level]! += sums[row.start + level]!;
        }
        return out;
      };
      return {
        m: gather(pass.sumM, ({ informs }) => informs),
        r: gather(pass.sumR, ({ slot }, level) => input.pinned[slot]![level] !== true),
        matches: pass.matches,
        related: pass.relatives,
        pairs,
      };
    },
  };
}

const odds = (share: number): number => share / (1 - share);

function cellsOf({ levels, slots, u, group, possible, informs }: PatternInput): { rows: CellRow[]; cells: Uint16Array; size: number } {
  const rows: CellRow[] = [];
  const known = new Map<Possible | null, CellRow[]>();
  let size = 1;
  const rowOf = possible.map((sets, g) =>
    sets.map((set, slot) => {
      const teaches = informs[g]![slot] === true;
      let alike = known.get(set);
      if (alike === undefined) {
        alike = [];
        known.set(set, alike);
      }
      const place = slot * 2 + (teaches ? 1 : 0);
      let row = alike[place];
      if (row === undefined) {
        row = { slot, start: size - 1, levels: u[slot]!.length, possible: set, informs: teaches };
        size += u[slot]!.length - 1;
        alike[place] = row;
        rows.push(row);
      }
      return row;
    }),
  );
  if (size > 65_536) throw new RangeError(`${size} kinds of levels are more than training tells apart`);
  const cells = new Uint16Array(levels.length);
  for (let p = 0; p < group.length; p++) {
    const own = rowOf[group[p]!]!;
    for (let s = 0; s < slots; s++) {
      const level = levels[p * slots + s]!;
      if (level !== 0) cells[p * slots + s] = own[s]!.start + level;
    }
  }
  return { rows, cells, size };
}

function expectSome(pass: Pass, from: number, to: number): void {
  const { slots, cells, counts, group, known, chance, unknownWeight, posterior, related, match, kin, sumM, sumR } = pass;
  const { matchFirst, kinFirst, strangers, matches, relatives } = pass;
  for (let p = from; p < to; p++) {
    const g = group[p]!;
    const at = p * slots;
    // Odds of kin are against strangers, odds of a match against both: shares of the three follow.
    let matchOdds = matchFirst[g]! / chance[p]!;
    let kinOdds = kinFirst[g]!;
    for (let i = at; i < at + slots; i++) {
      const cell = cells[i]!;
      matchOdds *= match[cell]!;
      kinOdds *= kin[cell]!;
    }
    kinOdds /= chance[p]!;
    if (kinOdds > MOST_ODDS) kinOdds = MOST_ODDS;
    const told = known[p]!;
    const n = counts[p]!;
    let post = told;
    let forM = n * told;
    // NaN: not known.
    if (!(told >= 0)) {
      post = 1 / (1 + (strangers[g]! * (1 + kinOdds)) / matchOdds);
      forM = n * post * unknownWeight;
    }
    const kinPost = ((1 - post) * kinOdds) / (1 + kinOdds);
    posterior[p] = post;
    related[p] = kinPost;
    const forR = n * kinPost;
    matches[g] = matches[g]! + n * post;
    relatives[g] = relatives[g]! + forR;
    for (let i = at; i < at + slots; i++) {
      const cell = cells[i]!;
      sumM[cell] = sumM[cell]! + forM;
      sumR[cell] = sumR[cell]! + forR;
    }
  }
}
