// A 64-bit content hash of a string as two int32 halves: does not depend on row order, threads or process (MurmurHash3's mixing constants).
// Two distinct values among ten million share it with probability below 3e-6; canonical ids rest on it so that no string table is kept.

/** The two halves of the last `hashText`, read at once by the caller: returning a pair would allocate once per value. */
export const hashed = { high: 0, low: 0 };

export function hashText(text: string): void {
  let h1 = 0x9747b28c | 0;
  let h2 = 0x3c6ef372 | 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ c, 0x85ebca6b);
    h1 = (h1 << 13) | (h1 >>> 19);
    h2 = Math.imul(h2 ^ c, 0xc2b2ae35);
    h2 = (h2 << 15) | (h2 >>> 17);
  }
  h1 = mix(h1 ^ text.length ^ h2);
  h2 = mix(Math.imul(h2, 0x27d4eb2f) ^ h1);
  hashed.high = h1;
  hashed.low = h2;
}

/** Non-zero int32 of a facet: 0 stands for "no value" in key columns. A collision only adds a candidate pair. */
export function facetKey(text: string): number {
  hashText(text);
  const key = hashed.high & 0x7fffffff;
  return key === 0 ? 1 : key;
}

/** Murmur3 finaliser: spreads an int32 over all bits. */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** As `hashText` on code units `from` to `to` of a buffer: readings that make no strings hash where they read. */
export function hashUnits(units: Uint16Array, from: number, to: number): void {
  let h1 = 0x9747b28c | 0;
  let h2 = 0x3c6ef372 | 0;
  for (let i = from; i < to; i++) {
    const c = units[i]!;
    h1 = Math.imul(h1 ^ c, 0x85ebca6b);
    h1 = (h1 << 13) | (h1 >>> 19);
    h2 = Math.imul(h2 ^ c, 0xc2b2ae35);
    h2 = (h2 << 15) | (h2 >>> 17);
  }
  h1 = mix(h1 ^ (to - from) ^ h2);
  h2 = mix(Math.imul(h2, 0x27d4eb2f) ^ h1);
  hashed.high = h1;
  hashed.low = h2;
}

/** As `facetKey` on code units `from` to `to` of a buffer. */
export function facetKeyOfUnits(units: Uint16Array, from: number, to: number): number {
  hashUnits(units, from, to);
  const key = hashed.high & 0x7fffffff;
  return key === 0 ? 1 : key;
}

/** As `hashText` on 32-bit words, for raw values as the engine hands them over: UTF-8 padded to whole words, `length` in bytes. */
export function hashWords(words: Int32Array, from: number, to: number, length: number): void {
  let h1 = 0x9747b28c | 0;
  let h2 = 0x3c6ef372 | 0;
  for (let i = from; i < to; i++) {
    const w = words[i]!;
    h1 = Math.imul(h1 ^ w, 0x85ebca6b);
    h1 ^= h1 >>> 15;
    h2 = Math.imul(h2 ^ w ^ (w >>> 16), 0xc2b2ae35);
    h2 ^= h2 >>> 13;
  }
  h1 = mix(h1 ^ length ^ h2);
  h2 = mix(Math.imul(h2, 0x27d4eb2f) ^ h1);
  hashed.high = h1;
  hashed.low = h2;
}
