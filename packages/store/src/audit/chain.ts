// The chain: each block of sealed rows is bound to the one before by an HMAC whose key is not in the database (house.md, "Audit").

import { createHmac, timingSafeEqual } from 'node:crypto';
import { currentKey, type KeyRing, keyById } from '../keys/index.ts';

export type Block = {
  readonly seq: number;
  readonly epoch: number;
  readonly snapshot: string;
  readonly rowCount: number;
  readonly digest: Uint8Array;
  readonly previous: Uint8Array;
  readonly keyId: string;
};

/** What the first block follows. */
export const beginning = new Uint8Array(32);

function macUnder(key: Uint8Array, block: Block): Buffer {
  const text = [block.seq, block.epoch, block.snapshot, block.rowCount, hex(block.digest), hex(block.previous), block.keyId].join('\n');
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

/** The mac of a new block, under the current key. */
export function sealBlock(ring: KeyRing, block: Omit<Block, 'keyId'>): { readonly keyId: string; readonly mac: Buffer } {
  const key = currentKey(ring, 'audit');
  return { keyId: key.id, mac: macUnder(key.bytes, { ...block, keyId: key.id }) };
}

/** Whether a stored mac is that of its block. */
export function holdsSeal(ring: KeyRing, block: Block, mac: Uint8Array): boolean {
  if (!ring.audit.keys.has(block.keyId)) return false;
  const expected = macUnder(keyById(ring, 'audit', block.keyId), block);
  return expected.length === mac.length && timingSafeEqual(expected, mac);
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
