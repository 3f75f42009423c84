// Seals what belongs to the installation and not to a subject (drafts, kept answers): under a key of the ring, marked with the key's id.

import { decrypt, encrypt } from './aes.ts';
import { currentKey, type KeyRing, type KeyUse, keyById } from './key-ring.ts';

/** `<length of key id><key id><nonce, tag, ciphertext>`; `bound` ties it to its place. */
export function sealWithRing(ring: KeyRing, use: KeyUse, bound: string, clear: string): Buffer {
  const key = currentKey(ring, use);
  const id = Buffer.from(key.id, 'utf8');
  return Buffer.concat([Buffer.from([id.length]), id, encrypt(key.bytes, Buffer.from(clear, 'utf8'), bound)]);
}

/** The text again. Throws when it was changed, bound to another place, or its key is no longer in the file. */
export function openWithRing(ring: KeyRing, use: KeyUse, bound: string, sealed: Uint8Array): string {
  const length = sealed[0] ?? 0;
  const id = Buffer.from(sealed.subarray(1, 1 + length)).toString('utf8');
  return decrypt(keyById(ring, use, id), sealed.subarray(1 + length), bound).toString('utf8');
}
