// Where does chance come from in a synthetic world? From a seed alone: the same label gives the same draws on any machine,
// in any order of generation (each chunk of households forks its own stream). Generator: sfc32, seeded by xmur3 (public domain algorithms).

/** A stream of draws; forks are independent of how much of the parent was drawn. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, n). */
  int(n: number): number;
  /** Uniform integer in [low, high], both included. */
  between(low: number, high: number): number;
  bool(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Draws by weight; weights need not sum to 1. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** Exponential with this mean: waiting times. */
  wait(mean: number): number;
  /** A uuid of version 7 whose time part is `atMs`, so that ids sort by time as real ones do. */
  uuid(atMs: number): string;
  fork(label: string): Chance;
}

const hashSeed = (text: string): (() => number) => {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
};

/** A stream for this label. */
export const chanceOf = (label: string): Chance => {
  const seed = hashSeed(label);
  let a = seed();
  let b = seed();
  let c = seed();
  let d = seed();
  const draw = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) draw();
  const next = () => draw() / 4294967296;
  const int = (n: number) => Math.floor(next() * n);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return {
    next,
    int,
    between: (low, high) => low + int(high - low + 1),
    bool: (p) => next() < p,
    pick: (list) => {
      const found = list[int(list.length)];
      if (found === undefined) throw new Error('pick from an empty list');
      return found;
    },
    weighted: (list) => {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      const last = list.at(-1);
      if (last === undefined) throw new Error('weighted draw from an empty list');
      return last[0];
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
    uuid: (atMs) => {
      const time = hex(Math.floor(atMs), 12);
      const w1 = draw();
      const w2 = draw();
      const w3 = draw();
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(w1 & 0xfff, 3)}-${hex(0x8000 | ((w1 >>> 12) & 0x3fff), 4)}-${hex(w2, 8)}${hex(w3 & 0xffff, 4)}`;
    },
    fork: (sub) => chanceOf(`${label}/${sub}`),
  };
};
