// UTF-8 to UTF-16 in place: a decoder that makes strings costs more than reading most values does.

/** Writes the code units of valid UTF-8 to `units` and says how many there are. */
export function decodeUnits(bytes: Uint8Array, from: number, to: number, units: Uint16Array): number {
  let at = from;
  let out = 0;
  while (at < to) {
    const b = bytes[at]!;
    if (b < 0x80) {
      units[out++] = b;
      at++;
    } else if (b < 0xe0) {
      units[out++] = ((b & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
      at += 2;
    } else if (b < 0xf0) {
      units[out++] = ((b & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
      at += 3;
    } else {
      const point = ((b & 0x07) << 18) | ((bytes[at + 1]! & 0x3f) << 12) | ((bytes[at + 2]! & 0x3f) << 6) | (bytes[at + 3]! & 0x3f);
      units[out++] = 0xd800 + ((point - 0x10000) >> 10);
      units[out++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
      at += 4;
    }
  }
  return out;
}
