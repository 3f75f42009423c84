// In which order do people stand in a row? Partners side by side (man left where nothing else decides), siblings by age, families above
// and below each other with few crossings: the classic barycentre sweeps over blocks that must stay together.
import type { Person, Union } from './types.ts';

type Block = { members: string[]; age: number };

function chain(ids: readonly string[], partners: ReadonlyMap<string, readonly string[]>, people: ReadonlyMap<string, Person>): string[] {
  const male = (id: string) => (people.get(id)?.sex === 'male' ? 0 : 1);
  const degree = (id: string) => partners.get(id)?.length ?? 0;
  const left = [...ids].sort((a, b) => degree(a) - degree(b) || male(a) - male(b) || ids.indexOf(a) - ids.indexOf(b));
  const line: string[] = [];
  const visit = (id: string) => {
    if (line.includes(id)) return;
    line.push(id);
    for (const next of partners.get(id) ?? []) visit(next);
  };
  for (const id of left) visit(id);
  return line;
}

function blocksOf(row: readonly Person[], partners: ReadonlyMap<string, readonly string[]>, people: ReadonlyMap<string, Person>): Block[] {
  const seen = new Set<string>();
  const inRow = new Set(row.map((person) => person.id));
  const blocks: Block[] = [];
  for (const person of row) {
    if (seen.has(person.id)) continue;
    const together: string[] = [];
    const visit = (id: string) => {
      if (seen.has(id) || !inRow.has(id)) return;
      seen.add(id);
      together.push(id);
      for (const next of partners.get(id) ?? []) visit(next);
    };
    visit(person.id);
    const age = Math.max(...together.map((id) => people.get(id)?.age ?? 0));
    blocks.push({ members: chain(together, partners, people), age });
  }
  return blocks;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The people of each row from left to right. @param rows people by generation, top first */
export function order(rows: readonly (readonly Person[])[], unions: readonly Union[]): string[][] {
  const people = new Map(rows.flat().map((person) => [person.id, person]));
  const rowOf = new Map(rows.flatMap((row, index) => row.map((person) => [person.id, index] as const)));
  const partners = new Map<string, string[]>();
  for (const {
    parents: [a, b],
  } of unions) {
    if (!a || !b || rowOf.get(a) !== rowOf.get(b)) continue;
    partners.set(a, [...(partners.get(a) ?? []), b]);
    partners.set(b, [...(partners.get(b) ?? []), a]);
  }
  const ties = new Map<string, string[]>();
  const tie = (a: string, b: string) => ties.set(a, [...(ties.get(a) ?? []), b]);
  for (const union of unions)
    for (const child of union.children) {
      for (const parent of union.parents) {
        tie(parent, child.id);
        tie(child.id, parent);
      }
    }
  const layers = rows.map((row) => blocksOf(row, partners, people).sort((a, b) => b.age - a.age));
  const place = () =>
    new Map(
      layers.flatMap((layer) => layer.flatMap((block) => block.members).map((id, index, all) => [id, index - all.length / 2] as const)),
    );
  const sweep = (index: number, side: -1 | 1) => {
    const at = place();
    const wish = (block: Block) => {
      const near = block.members
        .flatMap((id) => (ties.get(id) ?? []).filter((other) => rowOf.get(other) === index + side))
        .map((id) => at.get(id) ?? 0);
      return near.length > 0 ? mean(near) : mean(block.members.map((id) => at.get(id) ?? 0));
    };
    const layer = layers[index];
    if (!layer) return;
    const wishes = new Map(layer.map((block) => [block, wish(block)]));
    layer.sort((a, b) => wishes.get(a)! - wishes.get(b)! || b.age - a.age);
    for (const block of layer) turn(block, at, ties, rowOf, index + side);
  };
  for (let round = 0; round < 6; round += 1) {
    for (let index = 1; index < layers.length; index += 1) sweep(index, -1);
    for (let index = layers.length - 2; index >= 0; index -= 1) sweep(index, 1);
  }
  return layers.map((layer) => layer.flatMap((block) => block.members));
}

/** A couple turns round when each partner's own people stand on the other side. */
function turn(
  block: Block,
  at: ReadonlyMap<string, number>,
  ties: ReadonlyMap<string, readonly string[]>,
  rowOf: ReadonlyMap<string, number>,
  row: number,
): void {
  if (block.members.length < 2) return;
  const pull = (id: string) => {
    const near = (ties.get(id) ?? []).filter((other) => rowOf.get(other) === row).map((other) => at.get(other) ?? 0);
    return near.length > 0 ? mean(near) : undefined;
  };
  const first = pull(block.members[0]!);
  const last = pull(block.members.at(-1)!);
  if (first !== undefined && last !== undefined && first > last) block.members.reverse();
}
