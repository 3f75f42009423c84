// Text of streamed chunks as bytes in typed arrays, without a JavaScript string for each: a hash of the bytes tells whether a value is known already.

/** UTF-8 texts of one chunk, each padded with zeros to whole 32-bit words. Valid only during the call that hands it over. */
export interface TextColumn {
  readonly words: Int32Array;
  /** First word of each text, and the end of the last one. */
  readonly starts: Int32Array;
  /** In bytes; -1 for NULL. */
  readonly lengths: Int32Array;
}

/** DuckDB keeps texts up to this many bytes inside the vector; of longer ones it keeps an address. */
const INLINE = 12;
const ITEM_WORDS = 4;
/** Between two texts that lie no further apart than a page of memory everything may be read: both pages are there. */
const PAGE = 4096;
const MOST_AT_ONCE = 1 << 20;

/** Bytes at the address that lies at `offset` of `buffer`. */
export type ReadAddress = (buffer: ArrayBuffer, offset: number, bytes: number) => Uint8Array;

/** Reads VARCHAR vectors one after another into the same memory. */
export class TextVectorReader {
  readonly #at: ReadAddress;
  #words = new Int32Array(1 << 14);
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;

  constructor(rows: number, at: ReadAddress) {
    this.#at = at;
    this.#starts = new Int32Array(rows + 1);
    this.#lengths = new Int32Array(rows);
  }

  /** `items` are the vector's 16 bytes an item; `valid` its bit mask as 32-bit words, or null. */
  read(items: Int32Array, valid: Int32Array | null, rows: number): TextColumn {
    const lengths = this.#lengths;
    const starts = this.#starts;
    let words = 0;
    for (let i = 0; i < rows; i++) {
      const length = valid !== null && ((valid[i >> 5]! >>> (i & 31)) & 1) === 0 ? -1 : items[i * ITEM_WORDS]!;
      lengths[i] = length;
      starts[i] = words;
      words += (length + 3) >> 2;
    }
    starts[rows] = words;
    this.#reserve(words);
    const out = this.#words;
    let from = -1;
    let last = 0;
    let lowest = 0;
    let low = 0;
    let high = 0;
    for (let i = 0; i < rows; i++) {
      const length = lengths[i]!;
      if (length <= 0) continue;
      if (length > INLINE) {
        // Texts that lie close together are fetched together: a call costs as much as copying a thousand bytes.
        const at = address(items, i);
        if (from >= 0 && (at - high > PAGE || low - at - length > PAGE || high - at > MOST_AT_ONCE || at - low > MOST_AT_ONCE)) {
          this.#fetch(items, from, last, lowest, low, high);
          from = -1;
        }
        if (from < 0) {
          from = i;
          low = at;
          high = at;
          lowest = i;
        }
        if (at < low) {
          low = at;
          lowest = i;
        }
        high = Math.max(high, at + length);
        last = i;
        continue;
      }
      const word = i * ITEM_WORDS + 1;
      const to = starts[i]!;
      const count = (length + 3) >> 2;
      out[to] = items[word]!;
      if (count > 1) out[to + 1] = items[word + 1]!;
      if (count > 2) out[to + 2] = items[word + 2]!;
    }
    if (from >= 0) this.#fetch(items, from, last, lowest, low, high);
    return { words: out, starts, lengths };
  }

  /** Copies the long texts `from` to `to`, which lie between two addresses, the first of them that of text `lowest`. */
  #fetch(items: Int32Array, from: number, to: number, lowest: number, low: number, high: number): void {
    if (!(items.buffer instanceof ArrayBuffer)) throw new Error('a text vector does not lie in memory of its own');
    const block = this.#at(items.buffer, items.byteOffset + lowest * 16 + 8, high - low);
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    const words = this.#words;
    for (let i = from; i <= to; i++) {
      const length = this.#lengths[i]!;
      if (length <= INLINE) continue;
      const start = this.#starts[i]!;
      const text = address(items, i) - low;
      const whole = length >> 2;
      // Four bytes at a time, wherever they begin; of the last ones none may be read that lies behind the text.
      for (let w = 0; w < whole; w++) words[start + w] = view.getInt32(text + w * 4, true);
      const end = text + length;
      let last = 0;
      for (let at = text + whole * 4, shift = 0; at < end; at++, shift += 8) last |= block[at]! << shift;
      if ((length & 3) !== 0) words[start + whole] = last;
    }
  }

  #reserve(words: number): void {
    if (words <= this.#words.length) return;
    this.#words = new Int32Array(words * 2);
  }
}

const address = (items: Int32Array, i: number): number =>
  (items[i * ITEM_WORDS + 3]! >>> 0) * 4294967296 + (items[i * ITEM_WORDS + 2]! >>> 0);
