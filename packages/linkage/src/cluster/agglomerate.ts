// Correlation clustering of one small component (Bansal, Blum and Chawla 2004): join the two parts with the highest mean evidence while their
// total evidence is for joining. Bridges between dense parts fall apart here, because the other pairs across them speak against.

export interface Question {
  readonly size: number;
  /** Evidence that members i < j are one (log odds above the threshold; negative against); row-major size × size, upper half read. */
  readonly evidence: Float64Array;
  /** True if i and j may never be together (different valid IDs, a reviewer's no, two records of one source). */
  readonly apart: (i: number, j: number) => boolean;
  /** Breaks ties independent of row order. */
  readonly rank: ArrayLike<number>;
}

/**
 * Evidence is counted in whole steps of a millionth: sums are then exact in whichever order they are made (up to 8 million pairs of 128 bits), and equal means are
 * equal. Means that were only nearly equal, with a tolerance, depended on the order of rows: a may pass for b and b for c, but not a for c.
 */
const STEPS = 2 ** 20;

/** Part number of every member. Deterministic for given evidence and ranks. */
export function agglomerate(question: Question): Int32Array {
  if (question.size > parts.room) parts = new Parts(question.size * 2);
  parts.begin(question);
  while (parts.joinBest());
  return parts.part.slice(0, question.size);
}

/**
 * The parts so far. Each remembers its best partner, so that a joining costs one look at every part and not at every pair: the evidence of most other
 * parts against each other has not changed. One of these serves many small questions, one after the other.
 */
class Parts {
  readonly part: Int32Array;
  readonly room: number;
  #size = 0;
  readonly #sum: Float64Array;
  readonly #barred: Uint8Array;
  readonly #count: Float64Array;
  readonly #low: Float64Array;
  /** Parts that are there still. */
  readonly #alive: Int32Array;
  #living = 0;
  /** Mean evidence of the best partner; 0: none. */
  readonly #best: Float64Array;
  readonly #partner: Int32Array;

  constructor(room: number) {
    this.room = room;
    this.part = new Int32Array(room);
    this.#alive = new Int32Array(room);
    this.#count = new Float64Array(room);
    this.#low = new Float64Array(room);
    this.#sum = new Float64Array(room * room);
    this.#barred = new Uint8Array(room * room);
    this.#best = new Float64Array(room);
    this.#partner = new Int32Array(room);
  }

  begin({ size, evidence, apart, rank }: Question): void {
    this.#size = size;
    this.#living = size;
    for (let i = 0; i < size; i++) {
      this.part[i] = i;
      this.#alive[i] = i;
      this.#count[i] = 1;
      this.#low[i] = rank[i]!;
      for (let j = i + 1; j < size; j++) {
        const barred = apart(i, j) ? 1 : 0;
        const steps = Math.round(evidence[i * size + j]! * STEPS);
        this.#sum[i * size + j] = steps;
        this.#sum[j * size + i] = steps;
        this.#barred[i * size + j] = barred;
        this.#barred[j * size + i] = barred;
      }
    }
    for (let i = 0; i < size; i++) this.#look(i);
  }

  /** Joins the two parts with the highest mean evidence; false if none is for joining. */
  joinBest(): boolean {
    let a = -1;
    for (let k = 0; k < this.#living; k++) {
      const i = this.#alive[k]!;
      if (this.#partner[i]! < 0) continue;
      const more = a < 0 ? 1 : this.#best[i]! - this.#best[a]!;
      if (more > 0 || (more === 0 && this.#before(i, this.#partner[i]!, a, this.#partner[a]!))) a = i;
    }
    if (a < 0) return false;
    this.#join(a, this.#partner[a]!);
    return true;
  }

  #join(a: number, b: number): void {
    const size = this.#size;
    let kept = 0;
    for (let k = 0; k < this.#living; k++) {
      const other = this.#alive[k]!;
      if (other === b) continue;
      this.#alive[kept++] = other;
      if (other === a) continue;
      const merged = this.#sum[a * size + other]! + this.#sum[b * size + other]!;
      this.#sum[a * size + other] = merged;
      this.#sum[other * size + a] = merged;
      if (this.#barred[b * size + other] === 0) continue;
      this.#barred[a * size + other] = 1;
      this.#barred[other * size + a] = 1;
    }
    this.#living = kept;
    this.#count[a] = this.#count[a]! + this.#count[b]!;
    this.#low[a] = Math.min(this.#low[a]!, this.#low[b]!);
    for (let i = 0; i < size; i++) if (this.part[i] === b) this.part[i] = a;
    this.#look(a);
    for (let k = 0; k < this.#living; k++) {
      const other = this.#alive[k]!;
      if (other === a) continue;
      const mean = this.#mean(other, a);
      const more = mean - this.#best[other]!;
      const stale = this.#partner[other] === a || this.#partner[other] === b;
      if (stale && more < 0) this.#look(other);
      else if (mean > 0 && (stale || more > 0 || (more === 0 && this.#before(other, a, other, this.#partner[other]!)))) {
        this.#best[other] = mean;
        this.#partner[other] = a;
      }
    }
  }

  /** Finds the best partner of a part. */
  #look(i: number): void {
    let best = 0;
    let partner = -1;
    for (let k = 0; k < this.#living; k++) {
      const j = this.#alive[k]!;
      if (j === i) continue;
      const mean = this.#mean(i, j);
      if (mean <= 0 || mean < best) continue;
      if (partner >= 0 && mean === best && !this.#before(i, j, i, partner)) continue;
      best = mean;
      partner = j;
    }
    this.#best[i] = best;
    this.#partner[i] = partner;
  }

  /** 0 where nothing is for joining, or it may not be. */
  #mean(i: number, j: number): number {
    const at = i * this.#size + j;
    const total = this.#sum[at]!;
    return total <= 0 || this.#barred[at] === 1 ? 0 : total / (this.#count[i]! * this.#count[j]!);
  }

  #before(a: number, b: number, c: number, d: number): boolean {
    const low = this.#low;
    const x = Math.min(low[a]!, low[b]!);
    const y = Math.min(low[c]!, low[d]!);
    return x < y || (x === y && Math.max(low[a]!, low[b]!) < Math.max(low[c]!, low[d]!));
  }
}

let parts = new Parts(32);
