// What a model keeps of a slot's frequencies. The texts of keys are read here and not when they are counted: only a model that is kept asks for them.
import { byCount } from '../model/by-count.ts';
import type { GatheredFrequencies, ModelFrequencies } from '../model/model.ts';
import { sealFrequencies } from '../model/seal.ts';
import type { BoundComparison } from '../roles/types.ts';
import type { FrequencyOrder } from './orders.ts';
import { textsOf } from './texts-of.ts';

export function sealSlot(bound: BoundComparison, order: FrequencyOrder, gathered: GatheredFrequencies): ModelFrequencies {
  return sealFrequencies(withTexts(bound, order, gathered), bound.comparison.frequency);
}

/** The same counts by text. */
function withTexts(bound: BoundComparison, order: FrequencyOrder, { keyed, ...gathered }: GatheredFrequencies): GatheredFrequencies {
  const rule = bound.comparison.frequency?.keyed;
  if (keyed === undefined || rule === undefined) return gathered;
  const listed = rule.kinds.map((kind, k) => ({
    kind,
    column: order.facets[order.wanted.indexOf(bound.comparison.facets.findIndex((facet) => facet.id === rule.facets[k]))]!,
    texts: new Map<number, string>(),
    open: new Set(keyed[kind]!.keys),
  }));
  const read = textsOf(bound, order);
  let left = listed.reduce((sum, { open }) => sum + open.size, 0);
  for (let id = 1; id < order.counts.length && left > 0; id++) {
    if (!listed.some(({ column, open }) => open.has(column[id]!))) continue;
    const found = read(id);
    for (const { kind, column, texts, open } of listed) {
      const key = column[id]!;
      const text = found(kind);
      if (text === null || !open.delete(key)) continue;
      texts.set(key, text);
      left--;
    }
  }
  const counts = listed.map(({ kind, texts }) => {
    const { keys, counts: numbers } = keyed[kind]!;
    return [kind, byCount(Array.from(keys, (key, i) => [texts.get(key)!, numbers[i]!] as const))] as const;
  });
  return { ...gathered, counts: { ...Object.fromEntries(counts), ...gathered.counts } };
}
