// Columns of text on their way to the threads that own them: chunk after chunk in one piece of memory, several columns joined into one.
import type { TextColumn } from '../engine/text-column.ts';

type Texts = { readonly words: Int32Array; readonly starts: Int32Array; readonly lengths: Int32Array };

/** One column of the rows that have come since the last `take`, in shared memory from the first. */
export class ColumnBatch {
  size = 0;
  words = 0;
  #words = shared(1 << 15);
  #starts = shared(1 << 12);
  #lengths = shared(1 << 12);
  /** Memory of batches that are done with: a file's batches in memory of their own are a gigabyte that the machine clears and the collector looks after. */
  readonly #spare: Texts[] = [];

  add({ words, starts, lengths }: TextColumn, rows: number): void {
    const count = starts[rows]!;
    if (this.words + count > this.#words.length) this.#words = longer(this.#words, (this.words + count) * 2);
    if (this.size + rows >= this.#starts.length) {
      this.#starts = longer(this.#starts, (this.size + rows) * 2);
      this.#lengths = longer(this.#lengths, (this.size + rows) * 2);
    }
    this.#words.set(words.subarray(0, count), this.words);
    for (let i = 0; i < rows; i++) {
      this.#starts[this.size + i] = this.words + starts[i]!;
      this.#lengths[this.size + i] = lengths[i]!;
    }
    this.size += rows;
    this.words += count;
    this.#starts[this.size] = this.words;
  }

  /** Everything so far; the batch starts anew. */
  take(): Texts {
    this.#starts[this.size] = this.words;
    const taken = {
      words: this.#words.subarray(0, this.words),
      starts: this.#starts.subarray(0, this.size + 1),
      lengths: this.#lengths.subarray(0, this.size),
    };
    const next = this.#spare.pop();
    this.#words = next?.words ?? shared(this.#words.length);
    this.#starts = next?.starts ?? shared(this.#starts.length);
    this.#lengths = next?.lengths ?? shared(this.#lengths.length);
    this.size = 0;
    this.words = 0;
    return taken;
  }

  /** Nobody reads any more what `take` gave. */
  reuse({ words, starts, lengths }: Texts): void {
    this.#spare.push({
      words: new Int32Array(words.buffer),
      starts: new Int32Array(starts.buffer),
      lengths: new Int32Array(lengths.buffer),
    });
  }
}

/** Row numbers on their way, as `ColumnBatch`. */
export class RowBatch {
  size = 0;
  #rows = shared(1 << 15);
  readonly #spare: Int32Array[] = [];

  add(rows: Int32Array, count: number): void {
    if (this.size + count > this.#rows.length) this.#rows = longer(this.#rows, (this.size + count) * 2);
    for (let i = 0; i < count; i++) this.#rows[this.size + i] = rows[i]!;
    this.size += count;
  }

  take(): Int32Array {
    const taken = this.#rows.subarray(0, this.size);
    this.#rows = this.#spare.pop() ?? shared(this.#rows.length);
    this.size = 0;
    return taken;
  }

  reuse(taken: Int32Array): void {
    this.#spare.push(new Int32Array(taken.buffer));
  }
}

function shared(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

function longer(from: Int32Array, length: number): Int32Array {
  const to = shared(length);
  to.set(from);
  return to;
}

const SEPARATOR = 0x1f;
const BLANK = 0x20;

/** Several columns as one text, joined by U+001F; empty where all of them are. */
export class ColumnJoiner {
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
