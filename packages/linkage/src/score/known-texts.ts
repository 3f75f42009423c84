// Which values have these bytes been read as? Raw texts by a 64-bit hash of their bytes (open addressing), without the texts themselves.

/** Ints of an entry: both halves of the hash and what is known, so that a look-up touches one line of memory. Known is an id plus one, or a turn below 0. */
const ENTRY = 3;
/** A table that is to hold a third of a file's rows or more becomes four times as large at a time: it is copied less often. */
export const grown = (places: number, rows: number): number => (places * 4 <= rows * 1.5 ? places * 4 : places * 2);
/**
 * An empty table that will be read here and there before it is written. Its memory is written once, from end to end: a page that is read first is given twice by the machine,
 * and the second time stops the other processors.
 */
export const emptyTable = (ints: number): Int32Array<ArrayBuffer> => new Int32Array(ints).fill(0);

/** The turn of a text whose value is being read, from what `find` said of it. */
export const turnOf = (found: number): number => -1 - found;

export class KnownTexts {
  #size = 0;
  #entries = new Int32Array(4096 * ENTRY);
  #mask = 4095;
  /** Where the texts that are being read stand, by turn. */
  readonly #reading: Int32Array;
  #turns = 0;
  /** What `approach` met: reads whose result nobody keeps would not be made. */
  met = 0;

  readonly #rows: number;

  /** `most` texts are asked for between two calls of `reserve`; `rows` in all. */
  constructor(most: number, rows: number) {
    this.#reading = new Int32Array(most);
    this.#rows = rows;
  }

  /** Makes room for so many texts, and forgets who is being read. Must come before them: what has a place keeps it until the next call. */
  reserve(count: number): void {
    this.#turns = 0;
    while ((this.#size + count) * 5 > this.#mask * 3) this.#grow();
  }

  /** Brings the places of texts near. One look-up waits long for its memory; of many that do not depend on each other, all wait at once. */
  approach(highs: Int32Array, count: number): void {
    const entries = this.#entries;
    const mask = this.#mask;
    let met = 0;
    for (let i = 0; i < count; i++) met ^= entries[(highs[i]! & mask) * ENTRY]!;
    this.met = met;
  }

  /** Id of a text by the halves of its hash; negative while its value is being read: a new text gets the next turn. */
  find(high: number, low: number): number {
    const entries = this.#entries;
    let at = (high & this.#mask) * ENTRY;
    for (let known = entries[at + 2]!; known !== 0; known = entries[at + 2]!) {
      if (entries[at] === high && entries[at + 1] === low) return known > 0 ? known - 1 : known;
      at += ENTRY;
      if (at === entries.length) at = 0;
    }
    this.#reading[this.#turns++] = at;
    entries[at] = high;
    entries[at + 1] = low;
    entries[at + 2] = -this.#turns;
    this.#size++;
    return -this.#turns;
  }

  /** The value that was read for the text of a turn. */
  settle(turn: number, id: number): void {
    this.#entries[this.#reading[turn]! + 2] = id + 1;
  }

  #grow(): void {
    const old = this.#entries;
    const entries = emptyTable(grown(this.#mask + 1, this.#rows) * ENTRY);
    this.#mask = entries.length / ENTRY - 1;
    for (let from = 0; from < old.length; from += ENTRY) {
      if (old[from + 2] === 0) continue;
      let at = (old[from]! & this.#mask) * ENTRY;
      while (entries[at + 2] !== 0) {
        at += ENTRY;
        if (at === entries.length) at = 0;
      }
      entries[at] = old[from]!;
      entries[at + 1] = old[from + 1]!;
      entries[at + 2] = old[from + 2]!;
    }
    this.#entries = entries;
  }
}
