// The code that goes with a receipt: 100 random bits in a letter set without look-alikes; only its hash is kept.
import { createHash, randomBytes } from 'node:crypto';

// Crockford's base 32: no I, L, O, U. Twenty letters of five bits each.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 20;

/** A new code, in groups of four for reading aloud. */
export function newReceiptCode(): string {
  const code = [...randomBytes(length)].map((byte) => letters[byte & 31]).join('');
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** The hash under which a code is kept; spaces, hyphens, case and look-alikes do not matter. */
export function hashReceiptCode(code: string): Buffer {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(`receipt ${plain}`).digest();
}
