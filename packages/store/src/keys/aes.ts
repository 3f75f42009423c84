// AES-256-GCM with a random 96-bit nonce, and nothing else: the one place where bytes are encrypted.
// NIST SP 800-38D; additional data binds a ciphertext to where it belongs, so that moving it elsewhere makes it unreadable.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyObject } from './key-object.ts';

const nonceBytes = 12;
const tagBytes = 16;

let drawn = Buffer.alloc(0);
let used = 0;

/** Twelve random bytes that nobody had before: drawn many at a time, since each draw costs more than an encryption. */
function nextNonce(): Buffer {
  if (used === drawn.length) {
    drawn = randomBytes(nonceBytes * 256);
    used = 0;
  }
  used += nonceBytes;
  return drawn.subarray(used - nonceBytes, used);
}

/** nonce ‖ tag ‖ ciphertext. `key` has 32 bytes. */
export function encrypt(key: Uint8Array, clear: Uint8Array, bound: string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', keyObject(key), nonce);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws when the key is another one, the bytes were changed, or they were bound to another place. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyObject(key), sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  // In this mode all bytes come at once, and the end gives none: it only says whether they may be used.
  const clear = decipher.update(sealed.subarray(nonceBytes + tagBytes));
  decipher.final();
  return clear;
}
