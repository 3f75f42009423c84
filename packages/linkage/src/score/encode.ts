// Encodes a table once: every distinct raw value of every slot becomes a canonical int and a few facet keys; rows become ints.
// All joins, blocking and equality then run on ints (linkage.md §3.1.1).
import { makeStep } from '../compile/make-step.ts';
import { dimensionTable, recordsStep, type SlotShape, valueColumn, valuesStep, valuesTable } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import type { GatheredFrequencies, Model } from '../model/model.ts';
import type { BoundComparison } from '../roles/types.ts';
import { frequencyTable } from './frequency-table.ts';
import { Interner } from './intern.ts';
import type { PreparedColumns } from './prepare.ts';
import type { SharedSlot } from './slot-scorer.ts';
import { packChunk, TEXT_CHUNK, type TextChunk, TextReader } from './text-store.ts';
import type { Workshop } from './workshop.ts';

/** Everything known of a slot's values; arrays are by canonical id, 0 standing for "missing". */
export interface EncodedSlot {
  readonly bound: BoundComparison;
  readonly shared: SharedSlot;
  /** Records that hold the value. */
  readonly counts: Int32Array;
  readonly frequencies: GatheredFrequencies | null;
  /** Content hash, three ints a value as `Interner.keys` holds them, value id 1 first. */
  readonly hashes: Int32Array;
}

export interface Encoded {
  readonly rows: number;
  readonly slots: readonly EncodedSlot[];
  /** Canonical ids by row number, shared between threads. */
  readonly columns: readonly Int32Array[];
  /** Source index by row number. */
  readonly sources: Int32Array;
}

/** Expects the view or table `lk_input` (rid, src, role columns as text); leaves `lk_records` in the engine. */
export async function encode(
  engine: Engine,
  bound: readonly BoundComparison[],
  shapes: readonly SlotShape[],
  workshop: Workshop,
  model?: Model,
): Promise<Encoded> {
  // While the workshop reads one slot's values the engine makes the next one's; largest differences come from waiting for neither.
  const reads: Promise<ReadSlot>[] = [];
  for (const [s, comparison] of bound.entries()) {
    const raw = await rawValues(engine, s, shapes[s]!);
    const read = readSlot(s, comparison, shapes[s]!, raw, workshop, model?.comparisons[s]?.frequencies);
    read.catch(() => {});
    reads.push(read);
  }
  const slots: EncodedSlot[] = [];
  for (const [s, read] of reads.entries()) slots.push(await attachSlot(engine, s, bound[s]!, await read));
  await makeStep(engine, recordsStep(shapes));
  const [counted] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM lk_records');
  const rows = counted?.n ?? 0;
  const columns = bound.map(() => new Int32Array(new SharedArrayBuffer(rows * 4)));
  const sources = new Int32Array(rows);
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
  return { rows, slots, columns, sources };
}

interface RawSlot {
  readonly chunks: readonly TextChunk[];
  /** Records that hold each raw value. */
  readonly counts: Int32Array;
}

interface ReadSlot extends RawSlot {
  readonly frequencies: GatheredFrequencies | null;
  readonly prepared: PreparedColumns;
}

async function rawValues(engine: Engine, s: number, shape: SlotShape): Promise<RawSlot> {
  const table = valuesTable(s);
  await makeStep(engine, valuesStep(s, shape));
  const [counted] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  const values = counted?.n ?? 0;
  const rawCounts = new Int32Array(values);
  const chunks: TextChunk[] = Array.from({ length: Math.ceil(values / TEXT_CHUNK) });
  await engine.streamValues(table, TEXT_CHUNK, (chunk, joined, counts) => {
    chunks[chunk] = packChunk(joined);
    rawCounts.set(counts.subarray(0, Math.min(counts.length, values - chunk * TEXT_CHUNK)), chunk * TEXT_CHUNK);
  });
  return { chunks, counts: rawCounts };
}

async function readSlot(
  slot: number,
  bound: BoundComparison,
  shape: SlotShape,
  raw: RawSlot,
  workshop: Workshop,
  given: GatheredFrequencies | null | undefined,
): Promise<ReadSlot> {
  const { chunks, counts } = raw;
  const frequencies = given !== undefined ? given : frequencyTable(bound, new TextReader(chunks), counts);
  const prepared = await workshop.prepare({ slot, bound, chunks, values: counts.length, wanted: shape.facets, frequencies });
  return { ...raw, frequencies, prepared };
}

async function attachSlot(engine: Engine, s: number, bound: BoundComparison, read: ReadSlot): Promise<EncodedSlot> {
  const { chunks, frequencies, prepared } = read;
  const { canonical, representative, counts, hashes } = internValues(prepared, read.counts);
  const facets = Object.fromEntries(prepared.facets.map((data, f) => [`f${f}`, data]));
  await engine.attachInts(valuesTable(s), dimensionTable(s), { c: canonical, ...facets });
  return { bound, shared: { chunks, columns: bound.columns.length, representative, prepared }, counts, frequencies, hashes };
}

/** Canonical ids (from 1) for raw values with equal content hash. The representative is any raw value of the class: they are interchangeable. */
function internValues(prepared: PreparedColumns, rawCounts: Int32Array) {
  const { high, low } = prepared;
  const interner = new Interner(high.length);
  const canonical = new Int32Array(high.length);
  for (let v = 0; v < high.length; v++) if (high[v] !== 0 || low[v] !== 0) canonical[v] = interner.add(high[v]!, low[v]!, 0) + 1;
  const representative = new Int32Array(new SharedArrayBuffer((interner.size + 1) * 4));
  const counts = new Int32Array(interner.size + 1);
  for (let v = 0; v < high.length; v++) {
    const c = canonical[v]!;
    if (c === 0) continue;
    representative[c] = v;
    counts[c] = counts[c]! + rawCounts[v]!;
  }
  return { canonical, representative, counts, hashes: interner.keys };
}
