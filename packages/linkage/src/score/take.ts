// One thread's part of encoding: it owns some slots; as rows come in, it tells their texts apart, reads new ones and gives every row the id of its value.
import type { BoundComparison } from '../roles/types.ts';
import { KnownTexts } from './known-texts.ts';
import type { PreparedColumns } from './prepare.ts';
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

export class SlotTaker {
  readonly #known = new KnownTexts();
  readonly #values: ValueTable;
  readonly #reader: ValueReader;
  readonly #texts = new TextChunkBuilder();
  readonly #chunks: TextChunk[] = [];

  constructor({ comparison, columns }: BoundComparison, wanted: readonly number[]) {
    this.#values = new ValueTable(comparison.packing?.width ?? 0, wanted);
    this.#reader = new ValueReader(comparison, columns.length, wanted);
  }

  take({ words, starts, lengths, rid, column }: TakeOrder): void {
    const known = this.#known;
    const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    for (let i = 0; i < rid.length; i++) {
      const length = lengths[i]!;
      if (length <= 0) continue;
      const from = starts[i]!;
      const to = starts[i + 1]!;
      let id = known.find(words, from, to, length);
      if (id < 0) {
        id = this.#read(words, bytes, from, to, length);
        known.add(id);
      }
      const { counts } = this.#values;
      counts[id] = counts[id]! + 1;
      column[rid[i]!] = id;
    }
  }

  /** Nothing can be taken any more. */
  finish(): TakenSlot {
    if (this.#texts.size > 0) this.#chunks.push(this.#texts.take());
    const { counts, prepared } = this.#values.done();
    counts[0] = 0;
    return { chunks: this.#chunks, counts, prepared };
  }

  #read(words: Int32Array, bytes: Buffer, from: number, to: number, length: number): number {
    if (!this.#reader.read(bytes, from * 4, length)) return 0;
    const before = this.#values.size;
    const id = this.#values.add(this.#reader);
    if (id < before) return id;
    this.#texts.add(words, from, to, length);
    if (this.#texts.full) this.#chunks.push(this.#texts.take());
    return id;
  }
}
