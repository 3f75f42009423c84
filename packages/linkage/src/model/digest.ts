// Takes names, numbers and addresses out of a model: a scorer asks only "how often is this value met?", and the digest of a value answers that.
// A digest cannot be read back, but who holds the file can test a guess against it; a model is therefore less than the data, not nothing.
import { hash } from 'node:crypto';

/** Base64 characters kept: 66 bits, so that two values of ten million share a digest with a chance of one in a million. */
const LENGTH = 11;

export function digestOf(salt: string, kind: string, key: string): string {
  return hash('sha256', `${salt}\u0000${kind}\u0000${key}`, 'base64url').slice(0, LENGTH);
}

export function saltOf(content: string): string {
  return hash('sha256', content, 'base64url').slice(0, LENGTH);
}
