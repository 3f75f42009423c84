// Encodes a table of an engine in this process: one pass over the rows, values told apart by their bytes, new ones prepared by other threads meanwhile.
import { type Dialect, quote } from '../compile/print.ts';
import type { Engine } from '../engine/engine.ts';
import type { TextColumn } from '../engine/text-column.ts';
import type { Model } from '../model/model.ts';
import type { Shapes } from '../plan/shapes.ts';
import type { BoundComparison } from '../roles/types.ts';
import { type Encoded, openIntakes, sharedInts, slotFrequencies } from './encode.ts';
import { RawValues } from './raw-values.ts';
import type { Workshop } from './workshop.ts';

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
  const intakes = openIntakes(bound, shapes, workshop);
  const values = intakes.map((intake) => new RawValues((chunk) => intake.take(chunk)));
  const columns = bound.map(() => sharedInts(rows));
  const sources = sharedInts(rows);
  const joiner = new ColumnJoiner();
  const quoted = names.map((name) => quote(name, engine.dialect satisfies Dialect));
  await engine.streamTexts(`SELECT rid, src, ${quoted.join(', ')} FROM lk_input`, 2, (ints, texts, count) => {
    const [rid, src] = ints;
    for (let i = 0; i < count; i++) sources[rid![i]!] = src![i]!;
    for (let s = 0; s < columns.length; s++) {
      const own = places[s]!;
      const { words, starts, lengths } =
        own.length === 1
          ? texts[own[0]!]!
          : joiner.join(
              own.map((place) => texts[place]!),
              count,
            );
      const column = columns[s]!;
      const known = values[s]!;
      for (let i = 0; i < count; i++) column[rid![i]!] = known.add(words, starts[i]!, starts[i + 1]!, lengths[i]!);
    }
  });
  const counts = values.map((value) => value.finish());
  const slots = await Promise.all(intakes.map((intake, s) => intake.settle(bound[s]!, counts[s]!, columns[s]!)));
  return { rows, slots, columns, sources, frequencies: slotFrequencies(intakes, counts, workshop, model) };
}

const SEPARATOR = 0x1f;
const BLANK = 0x20;

/** Several columns as one text, joined by U+001F; empty where all of them are. */
class ColumnJoiner {
  #words = new Int32Array(1 << 14);
  #bytes = new Uint8Array(this.#words.buffer);
  #starts = new Int32Array(0);
  #lengths = new Int32Array(0);

  join(columns: readonly TextColumn[], rows: number): TextColumn {
    let most = 0;
    for (const { starts } of columns) most += starts[rows]! + rows;
    if (most > this.#words.length) {
      this.#words = new Int32Array(most * 2);
      this.#bytes = new Uint8Array(this.#words.buffer);
    }
    if (rows >= this.#starts.length) {
      this.#starts = new Int32Array(rows + 1);
      this.#lengths = new Int32Array(rows);
    }
    const sources = columns.map(({ words }) => new Uint8Array(words.buffer, words.byteOffset));
    let word = 0;
    for (let i = 0; i < rows; i++) {
      this.#starts[i] = word;
      let at = word * 4;
      let held = 0;
      for (const [c, { starts, lengths }] of columns.entries()) {
        if (c > 0) this.#bytes[at++] = SEPARATOR;
        const from = starts[i]! * 4;
        for (let k = 0; k < lengths[i]!; k++) {
          const byte = sources[c]![from + k]!;
          this.#bytes[at++] = byte === SEPARATOR ? BLANK : byte;
        }
        held += Math.max(0, lengths[i]!);
      }
      const length = held === 0 ? 0 : at - word * 4;
      this.#lengths[i] = length;
      if (length > 0) while (at % 4 !== 0) this.#bytes[at++] = 0;
      word += (length + 3) >> 2;
    }
    this.#starts[rows] = word;
    return { words: this.#words, starts: this.#starts, lengths: this.#lengths };
  }
}
