// One thread's part of encoding: it owns some slots; as rows come in, it tells their texts apart, reads new ones and gives every row the id of its value.
// Some hundred rows at a time: tables of millions of texts lie far away in memory, and a step over many rows waits for all of them at once.
import type { BoundComparison } from '../roles/types.ts';
import { hashed, hashWords } from '../shelf/text/hash.ts';
import { KnownTexts, turnOf } from './known-texts.ts';
import { forgetValue, keepValue, type PreparedColumns, preparedColumns } from './prepare.ts';
import { type TextChunk, TextChunkBuilder } from './text-store.ts';
import { ValueReader } from './value-reader.ts';
import { ValueTable } from './value-table.ts';

/** Texts of one column of some rows, in shared memory (as `TextColumn`, but for good). */
export interface TakeOrder {
  readonly slot: number;
  /** Facets wanted, as positions in the comparison's facets. */
  readonly wanted: readonly number[];
  readonly words: Int32Array;
  /** First word of each text, and the end of the last one. */
  readonly starts: Int32Array;
  /** In bytes; 0 and below: nothing. */
  readonly lengths: Int32Array;
  readonly rid: Int32Array;
  /** By row number; gets the ids. */
  readonly column: Int32Array;
}

/** Everything of a slot by id, 0 standing for "missing". */
export interface TakenSlot {
  /** A text of every value, from id 1. */
  readonly chunks: readonly TextChunk[];
  /** Records that hold the value. */
  readonly counts: Int32Array;
  readonly prepared: PreparedColumns;
}

/** Rows at a time: what is brought near for them must not push itself out again. */
const STEP = 256;

export class SlotTaker {
  readonly #known: KnownTexts;
  readonly #values: ValueTable;
  readonly #reader: ValueReader;
  readonly #wanted: readonly number[];
  readonly #texts = new TextChunkBuilder();
  readonly #chunks: TextChunk[] = [];
  readonly #highs = new Int32Array(STEP);
  readonly #lows = new Int32Array(STEP);
  readonly #ids = new Int32Array(STEP);
  /** The new texts of a step by turn: their rows, what was read of them, and its ids. */
  readonly #newRows = new Int32Array(STEP);
  readonly #newIds = new Int32Array(STEP);
  readonly #read: PreparedColumns;

  /** For a table of so many rows. */
  constructor({ comparison, columns }: BoundComparison, wanted: readonly number[], rows: number) {
    const width = comparison.packing?.width ?? 0;
    this.#known = new KnownTexts(STEP, rows);
    this.#values = new ValueTable(rows, width, wanted.length);
    this.#reader = new ValueReader(comparison, columns.length, wanted);
    this.#wanted = wanted;
    this.#read = preparedColumns(width, STEP, wanted.length);
  }

  take(order: TakeOrder): void {
    const bytes = Buffer.from(order.words.buffer, order.words.byteOffset, order.words.byteLength);
    for (let from = 0; from < order.rid.length; from += STEP) this.#step(order, bytes, from, Math.min(STEP, order.rid.length - from));
  }

  /** Nothing can be taken any more. */
  finish(): TakenSlot {
    if (this.#texts.size > 0) this.#chunks.push(this.#texts.take());
    const { counts, prepared } = this.#values.done();
    counts[0] = 0;
    return { chunks: this.#chunks, counts, prepared };
  }

  #step(order: TakeOrder, bytes: Buffer, from: number, count: number): void {
    const { words, starts, lengths, rid, column } = order;
    const highs = this.#highs;
    const lows = this.#lows;
    for (let i = 0; i < count; i++) {
      if (lengths[from + i]! <= 0) continue;
      hashWords(words, starts[from + i]!, starts[from + i + 1]!, lengths[from + i]!);
      highs[i] = hashed.high;
      lows[i] = hashed.low;
    }
    const known = this.#known;
    known.reserve(count);
    known.approach(highs, count);
    const ids = this.#ids;
    let fresh = 0;
    for (let i = 0; i < count; i++) {
      ids[i] = lengths[from + i]! <= 0 ? 0 : known.find(highs[i]!, lows[i]!);
      if (ids[i]! < 0 && turnOf(ids[i]!) === fresh) this.#newRows[fresh++] = from + i;
    }
    if (fresh > 0) {
      this.#readNew(order, bytes, fresh);
      for (let i = 0; i < count; i++) if (ids[i]! < 0) ids[i] = this.#newIds[turnOf(ids[i]!)]!;
    }
    const { counts } = this.#values;
    for (let i = 0; i < count; i++) {
      const id = ids[i]!;
      counts[id] = counts[id]! + 1;
    }
    for (let i = 0; i < count; i++) column[rid[from + i]!] = ids[i]!;
  }

  #readNew({ words, starts, lengths }: TakeOrder, bytes: Buffer, fresh: number): void {
    const read = this.#read;
    for (let turn = 0; turn < fresh; turn++) {
      const row = this.#newRows[turn]!;
      if (this.#reader.read(bytes, starts[row]! * 4, lengths[row]!)) keepValue(read, turn, this.#reader, this.#wanted);
      else forgetValue(read, turn);
    }
    this.#values.approach(read, fresh);
    for (let turn = 0; turn < fresh; turn++) {
      const row = this.#newRows[turn]!;
      const before = this.#values.size;
      const id = this.#values.add(read, turn);
      this.#newIds[turn] = id;
      this.#known.settle(turn, id);
      if (id < before) continue;
      this.#texts.add(words, starts[row]!, starts[row + 1]!, lengths[row]!);
      if (this.#texts.full) this.#chunks.push(this.#texts.take());
    }
  }
}
