// Which values of a slot say how frequent its keys are: the frequent ones and a sample of the others, by content, so that it does not depend on the
// order of rows.
import { mix } from '../shelf/text/hash.ts';
import { largestFirst, sizesOf } from './sizes.ts';

/** Values taken in full, and values taken as a sample of the rest. */
const FREQUENT = 6000;
const SAMPLED = 6000;
/** A kind with fewer keys than this share of the values in the sample (surnames, districts) is listed whole. */
export const FEW_KEYS = 0.3;

export class ValueSample {
  /** Values met at least so often are all in the sample. */
  readonly cut: number;
  /** Of the others one in so many is. */
  readonly one: number;
  /** Values in the sample, about. */
  readonly read: number;
  /** How often a value of the others is met, as a record meets it. */
  readonly typical: number;

  /** `counts` by canonical id. */
  constructor(counts: Int32Array) {
    this.cut = cutOff(counts);
    let others = 0;
    let records = 0;
    let squares = 0;
    for (let id = 1; id < counts.length; id++) {
      const n = counts[id]!;
      if (n >= this.cut) continue;
      others++;
      records += n;
      squares += n * n;
    }
    this.one = Math.max(1, Math.ceil(others / SAMPLED));
    this.read = counts.length - 1 - others + others / this.one;
    this.typical = records === 0 ? 1 : squares / records;
  }

  /** Is a value in it that so many records hold and that has this content hash? */
  has(count: number, high: number): boolean {
    return count >= this.cut || this.one === 1 || (mix(high) >>> 0) % this.one === 0;
  }
}

/** The count from which values are read in full: the smallest that at most `FREQUENT` values reach. */
function cutOff(counts: Int32Array): number {
  let values = 0;
  let cut = Number.POSITIVE_INFINITY;
  for (const [n, held] of largestFirst(sizesOf(counts, 1))) {
    values += held;
    if (values > FREQUENT) break;
    cut = n;
  }
  return cut;
}
