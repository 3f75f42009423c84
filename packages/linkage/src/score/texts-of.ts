// Which texts does a value count under, by kind? Read from its packed row where that tells, else from the text itself.
import type { BoundComparison, Frequency } from '../roles/types.ts';
import type { FrequencyOrder } from './orders.ts';
import { PACKED } from './packed.ts';
import { rawOf } from './shared-slot.ts';
import { rawInputs, TextReader } from './text-store.ts';

/** By canonical id; what it gives is valid until the next value is read. */
export function textsOf({ comparison, columns }: BoundComparison, order: FrequencyOrder) {
  const reader = new TextReader(order.chunks);
  const rule: Frequency<unknown> = comparison.frequency!;
  const kinds = Object.keys(rule.empty().counts).map((kind) => [kind, new LastKey()] as const);
  const table = { total: 0, counts: Object.fromEntries(kinds) };
  const textOf = (kind: string): string | null => table.counts[kind]!.key;
  const { packing } = comparison;
  const preparedOf = (id: number): unknown =>
    packing?.read !== undefined && order.packed[id] === PACKED
      ? packing.read(order.rows, id * packing.width)
      : comparison.prepare(rawInputs(reader.value(rawOf(order, id)), columns.length));
  return (id: number) => {
    for (const [, last] of kinds) last.key = null;
    const value = preparedOf(id);
    if (value !== null) rule.add(table, value, 1);
    return textOf;
  };
}

/** Stands for the counts of a single value, which has one key of a kind: maps that are emptied for every value take longer than reading it. */
class LastKey extends Map<string, number> {
  key: string | null = null;

  override get(): number | undefined {
    return undefined;
  }

  override set(key: string): this {
    this.key = key;
    return this;
  }
}
