import { describe, expect, it } from 'vitest';
import { type LabelledRow, superviseWeights } from './supervise.ts';

const SIZES = [3, 3, 3];
const odds = (share: number): number => Math.log(share / (1 - share));

/** Expected counts of a world where address (1) and phone (2) agree together among relatives, told by weights that believe them independent. */
const world = (wrong = 0): LabelledRow[] => {
  const m = [0.9, 0.8, 0.8];
  const strangers = [0.02, 0.02, 0.02];
  const relatives = [0.02, 0.9, 0.9];
  const rows: LabelledRow[] = [];
  for (let code = 0; code < 8; code++) {
    const levels = Uint8Array.from([0, 1, 2], (s) => (((code >> s) & 1) === 1 ? 1 : 2));
    const chance = (agree: readonly number[]) => agree.reduce((p, a, s) => p * (levels[s] === 1 ? a : 1 - a), 1);
    const matches = 4000 * chance(m);
    const others = 4000 * chance(strangers) + 1500 * chance(relatives);
    const logOdds = odds(4 / 9) + Math.log(chance(m) / chance(strangers));
    rows.push(
      { levels, logOdds, same: true, count: matches * (1 - wrong) },
      { levels, logOdds, same: false, count: others + matches * wrong },
    );
  }
  return rows;
};

const expectedAndReal = (rows: readonly LabelledRow[], corrections: NonNullable<ReturnType<typeof superviseWeights>>) => {
  const linked = rows.filter((row) => judged(row, corrections) > 0);
  const sum = (of: (row: LabelledRow) => number) => linked.reduce((total, row) => total + of(row), 0);
  return {
    expected: sum((row) => row.count / (1 + Math.exp(-judged(row, corrections)))) / sum((row) => row.count),
    real: sum((row) => (row.same ? row.count : 0)) / sum((row) => row.count),
  };
};
const judged = (row: LabelledRow, { all, bySlot }: NonNullable<ReturnType<typeof superviseWeights>>): number =>
  row.logOdds + all + bySlot.reduce((sum, slot, s) => sum + slot[row.levels[s]!]!, 0);
const NONE = { all: 0, bySlot: SIZES.map((n) => new Float64Array(n)), byInteraction: new Float64Array(0) };

describe('corrections by labelled pairs', () => {
  it('make expected precision real where fields err together', () => {
    const rows = world();
    const before = expectedAndReal(rows, NONE);
    expect(before.expected - before.real).toBeGreaterThan(0.1);
    const after = expectedAndReal(rows, superviseWeights(rows, SIZES)!);
    expect(Math.abs(after.expected - after.real)).toBeLessThan(0.02);
    expect(after.real).toBeGreaterThan(before.real);
  });

  it('do not take wrong labels of certain matches for doubt', () => {
    const certain: LabelledRow[] = [
      { levels: Uint8Array.of(1, 1, 1), logOdds: 14, same: true, count: 9700 },
      { levels: Uint8Array.of(1, 1, 1), logOdds: 14, same: false, count: 300 },
      { levels: Uint8Array.of(2, 2, 2), logOdds: -6, same: false, count: 5000 },
    ];
    const learned = superviseWeights(certain, SIZES)!;
    expect(judged(certain[0]!, learned)).toBeGreaterThan(10);
  });

  it('of interactions find what two levels say too much together', () => {
    // Strangers agree on slots 1 and 2 together eight times as often as independence says; the weights do not know.
    const rows: LabelledRow[] = [];
    for (const [one, other] of [
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ] as const) {
      const levels = Uint8Array.of(0, one, other);
      const share = (agree: number) => (one === 1 ? agree : 1 - agree) * (other === 1 ? agree : 1 - agree);
      const together = one === 1 && other === 1 ? 8 : 1;
      rows.push({ levels, logOdds: Math.log(share(0.9) / share(0.05)), same: true, count: 5000 * share(0.9) });
      rows.push({ levels, logOdds: Math.log(share(0.9) / share(0.05)), same: false, count: 5000 * share(0.05) * together });
    }
    const both = [
      { slot: 1, levels: new Set([1]) },
      { slot: 2, levels: new Set([1]) },
    ];
    const worst = (interactions: readonly { when: typeof both; bits: number }[]): number => {
      const learned = superviseWeights(rows, SIZES, interactions)!;
      const off = rows.flatMap((row, i) => {
        const other = rows[i + 1];
        if (!row.same || other === undefined) return [];
        const meets = interactions.length > 0 && both.every(({ slot, levels }) => levels.has(row.levels[slot]!));
        const odds = judged(row, learned) + (meets ? learned.byInteraction[0]! : 0);
        return [Math.abs(1 / (1 + Math.exp(-odds)) - row.count / (row.count + other.count))];
      });
      return Math.max(...off);
    };
    expect(worst([{ when: both, bits: 0 }])).toBeLessThan(worst([]));
  });

  it('are none where there are few labels, and say nothing of what is missing', () => {
    expect(
      superviseWeights(
        world().map((row) => ({ ...row, count: row.count / 1000 })),
        SIZES,
      ),
    ).toBeNull();
    const blind = world().map((row) => ({ ...row, levels: Uint8Array.of(row.levels[0]!, row.levels[1]!, 0) }));
    expect([...superviseWeights(blind, SIZES)!.bySlot[2]!]).toEqual([0, 0, 0]);
  });
});
