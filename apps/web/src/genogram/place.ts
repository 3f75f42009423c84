// Where exactly does everybody stand? Each person wishes to be under the parents and over the children; wishes are met as well as the
// order and the distances allow (least squares under order: pool adjacent violators), a few rounds up and down.
import type { Union } from './types.ts';

const COLUMN = 76;
const COUPLE = 104;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Positions nearest to the wishes with at least `gaps[i]` between i and i+1. */
export function spread(wishes: readonly number[], gaps: readonly number[]): number[] {
  const offsets: number[] = [];
  for (let index = 0; index < wishes.length; index += 1) offsets.push(index === 0 ? 0 : offsets[index - 1]! + gaps[index - 1]!);
  const pools: { sum: number; count: number }[] = [];
  for (const [index, wish] of wishes.entries()) {
    pools.push({ sum: wish - offsets[index]!, count: 1 });
    while (pools.length > 1 && pools.at(-2)!.sum / pools.at(-2)!.count > pools.at(-1)!.sum / pools.at(-1)!.count) {
      const last = pools.pop()!;
      const before = pools.at(-1)!;
      before.sum += last.sum;
      before.count += last.count;
    }
  }
  return pools
    .flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.count))
    .map((value, index) => value + offsets[index]!);
}

/** The x of each person. @param rows ids from left to right by generation */
export function place(rows: readonly (readonly string[])[], unions: readonly Union[]): Map<string, number> {
  const pair = new Set(unions.flatMap(({ parents: [a, b] }) => (a && b ? [`${a}+${b}`, `${b}+${a}`] : [])));
  const gaps = rows.map((row) => row.slice(1).map((id, index) => (pair.has(`${row[index]}+${id}`) ? COUPLE : COLUMN)));
  const x = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const start = spread(
      row.map(() => 0),
      gaps[index]!,
    );
    for (const [at, id] of row.entries()) x.set(id, start[at]!);
  }
  const settle = (index: number, wish: (id: string) => number) => {
    const row = rows[index]!;
    const settled = spread(row.map(wish), gaps[index]!);
    for (const [at, id] of row.entries()) x.set(id, settled[at]!);
  };
  const middle = (ids: readonly string[]) => mean(ids.map((id) => x.get(id)!));
  const asChild = (id: string) => {
    const union = unions.find((each) => each.children.some((child) => child.id === id));
    if (!union || union.parents.length === 0) return x.get(id)!;
    const siblings = union.children.map((child) => child.id);
    return middle(union.parents) + (x.get(id)! - middle(siblings));
  };
  const asParent = (id: string) => {
    const own = unions.filter((each) => each.parents.includes(id) && each.children.length > 0);
    if (own.length === 0) return x.get(id)!;
    return mean(own.map((union) => middle(union.children.map((child) => child.id)) + (x.get(id)! - middle(union.parents))));
  };
  for (let round = 0; round < 24; round += 1) {
    for (let index = rows.length - 1; index >= 0; index -= 1) settle(index, asParent);
    for (let index = 0; index < rows.length; index += 1) settle(index, asChild);
  }
  return x;
}
