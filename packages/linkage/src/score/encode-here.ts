// Encodes a table of an engine in this process: one pass over the rows; every column goes to the thread that owns its slot and tells its values apart.
import { quote } from '../compile/print.ts';
import type { Engine } from '../engine/engine.ts';
import type { Model } from '../model/model.ts';
import type { Shapes } from '../plan/shapes.ts';
import type { BoundComparison } from '../roles/types.ts';
import { ColumnBatch, ColumnJoiner, RowBatch } from './column-batch.ts';
import { type Encoded, type EncodedSlot, sharedInts, slotFrequencies, wantedFacets } from './encode.ts';
import type { Workshop } from './workshop.ts';

/** Rows that go to a thread at once. */
const ROWS_AT_ONCE = 1 << 14;
/** Batches that may wait for their threads: more would only fill memory. */
const AT_MOST = 6;

/** Expects the view or table `lk_input` (rid, src, role columns as text). */
export async function encodeHere(
  engine: Engine,
  bound: readonly BoundComparison[],
  shapes: Shapes,
  workshop: Workshop,
  rows: number,
  model?: Model,
): Promise<Encoded> {
  const names = [...new Set(bound.flatMap((comparison) => comparison.columns))];
  const places = bound.map((comparison) => comparison.columns.map((name) => names.indexOf(name)));
  const wanted = bound.map((comparison, s) => wantedFacets(comparison, shapes.slots[s]!.facets));
  const columns = bound.map(() => sharedInts(rows));
  const sources = sharedInts(rows);
  const joiner = new ColumnJoiner();
  const batches = bound.map(() => new ColumnBatch());
  const rids = new RowBatch();
  let owners: readonly number[] | null = null;
  const sent: Promise<unknown>[] = [];
  const send = (): Promise<unknown> => {
    owners ??= ownersOf(
      batches.map((batch) => batch.words + batch.size * 3),
      workshop.size,
    );
    const owner = owners;
    const rid = rids.take();
    const taking = batches.map(async (batch, s) => {
      const texts = batch.take();
      await workshop.ask('take', { slot: s, wanted: wanted[s]!, ...texts, rid, column: columns[s]! }, owner[s]);
      batch.reuse(texts);
    });
    return Promise.all(taking).then(() => rids.reuse(rid));
  };
  const quoted = names.map((name) => quote(name, engine.dialect));
  await engine.streamTexts(`SELECT rid, src, ${quoted.join(', ')} FROM lk_input`, 2, (ints, texts, count) => {
    const [rid, src] = ints;
    rids.add(rid!, count);
    for (let i = 0; i < count; i++) sources[rid![i]!] = src![i]!;
    for (const [s, batch] of batches.entries()) {
      const own = places[s]!;
      batch.add(
        own.length === 1
          ? texts[own[0]!]!
          : joiner.join(
              own.map((place) => texts[place]!),
              count,
            ),
        count,
      );
    }
    if (rids.size < ROWS_AT_ONCE) return undefined;
    const sending = send();
    sending.catch(() => {});
    sent.push(sending);
    return sent.length > AT_MOST ? sent.shift()!.then(() => {}) : undefined;
  });
  sent.push(send());
  await Promise.all(sent);
  const taken = await Promise.all(bound.map((_, s) => workshop.ask('finish', { slot: s, wanted: wanted[s]! }, owners![s])));
  const slots = taken.map(({ chunks, prepared, counts }, s): EncodedSlot => {
    const shared = { chunks, columns: bound[s]!.columns.length, representative: null, prepared, wanted: wanted[s]! };
    return { bound: bound[s]!, shared, counts };
  });
  return { rows, slots, columns, sources, frequencies: slotFrequencies(slots, workshop, model) };
}

/** Which member owns which slot: the heaviest first, each to whom has least. */
function ownersOf(weights: readonly number[], members: number): number[] {
  const loads = Array.from({ length: members }, () => 0);
  const owners = weights.map(() => 0);
  for (const s of [...weights.keys()].toSorted((a, b) => weights[b]! - weights[a]! || a - b)) {
    const member = loads.indexOf(Math.min(...loads));
    owners[s] = member;
    loads[member]! += weights[s]!;
  }
  return owners;
}
