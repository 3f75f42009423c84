// A uuid of version 7 made by the caller, so that what is sealed under an id can be written in the same statement as the row.
import { randomBytes } from 'node:crypto';

/** A fresh uuid v7: 48 bits of time, 74 random bits (RFC 9562 §5.7). `nowMs` is the clock of the caller. */
export function newId(nowMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
