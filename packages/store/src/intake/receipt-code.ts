// The code that goes with a receipt: 100 random bits in a letter set without look-alikes; only its hash is kept.
import { createHash } from 'node:crypto';

// Crockford's base 32: no I, L, O, U. Twenty letters of five bits each.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 20;

/**
 * A code made of random bytes (at least twenty), in groups of four for reading aloud.
 * The bytes come from the caller, who can make the same ones again for a repeated request without keeping the code anywhere.
 */
export function receiptCode(random: Uint8Array): string {
  if (random.length < length) throw new Error(`a receipt code needs ${length} random bytes`);
  const code = [...random.subarray(0, length)].map((byte) => letters[byte & 31]).join('');
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** The hash under which a code is kept; spaces, hyphens, case and look-alikes do not matter. */
export function hashReceiptCode(code: string): Buffer {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(`receipt ${plain}`).digest();
}
