// Encodes a table where the work is spread over machines: the engine finds the distinct raw values, which alone come here, and joins their ids back.
import { makeStep } from '../compile/make-step.ts';
import { dimensionTable, recordsStep, valueColumn, valuesStep, valuesTable } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import type { Model } from '../model/model.ts';
import type { Shapes } from '../plan/shapes.ts';
import type { BoundComparison } from '../roles/types.ts';
import { type Encoded, SlotIntake, sharedInts, slotFrequencies } from './encode.ts';
import { packChunk, TEXT_CHUNK, type TextChunk } from './text-store.ts';
import type { Workshop } from './workshop.ts';

/** Expects the view or table `lk_input` (rid, src, role columns as text); leaves `lk_records` in the engine. */
export async function encodeInEngine(
  engine: Engine,
  bound: readonly BoundComparison[],
  shapes: Shapes,
  workshop: Workshop,
  rows: number,
  model?: Model,
): Promise<Encoded> {
  const intakes = bound.map((comparison, s) => new SlotIntake(s, comparison, shapes.slots[s]!.facets, workshop));
  const slots = [];
  for (const [s, comparison] of bound.entries()) {
    const table = valuesTable(s);
    await makeStep(engine, valuesStep(s, shapes.slots[s]!));
    const [counted] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
    const values = counted?.n ?? 0;
    const held = sharedInts(values);
    const chunks: TextChunk[] = Array.from({ length: Math.ceil(values / TEXT_CHUNK) });
    await engine.streamValues(table, TEXT_CHUNK, (chunk, joined, n) => {
      chunks[chunk] = packChunk(joined);
      held.set(n.subarray(0, Math.min(n.length, values - chunk * TEXT_CHUNK)), chunk * TEXT_CHUNK);
    });
    for (const chunk of chunks) intakes[s]!.take(chunk);
    const { slot, canonical: ids } = await intakes[s]!.settle(comparison, held, sharedInts(0));
    const canonical = ids.slice(1);
    const facets = shapes.slots[s]!.facets.map((_, f) => [`f${f}`, canonical.map((id) => slot.shared.prepared.facets[f]![id]!)] as const);
    await engine.attachInts(table, dimensionTable(s), { c: canonical, ...Object.fromEntries(facets) });
    slots.push(slot);
  }
  await makeStep(engine, recordsStep(shapes.slots));
  const columns = bound.map(() => sharedInts(rows));
  const sources = sharedInts(rows);
  const names = ['rid', 'src', ...bound.map((_, s) => valueColumn(s))];
  await engine.streamInts(`SELECT ${names.join(', ')} FROM lk_records`, (data, n) => {
    const rid = data[0]!;
    const src = data[1]!;
    for (let i = 0; i < n; i++) sources[rid[i]!] = src[i]!;
    for (let s = 0; s < columns.length; s++) {
      const from = data[s + 2]!;
      const to = columns[s]!;
      for (let i = 0; i < n; i++) to[rid[i]!] = from[i]!;
    }
  });
  return { rows, slots, columns, sources, frequencies: slotFrequencies(slots, workshop, model) };
}
