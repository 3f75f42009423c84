// Keyed hashes by which an identifier, a name or a phone is found without being stored: HMAC-SHA-256 cut to 16 bytes, bound to its kind and form.
// While an index key is being rotated both keys are asked (`blindAll`), so that search never misses a row that is not yet rewritten.

import { createHmac } from 'node:crypto';
import { keyObject } from './key-object.ts';
import { currentKey, type KeyRing, keyById } from './key-ring.ts';

/** `whole` the value itself · `omit` one position left out · `masked` as printed with stars · `search` a search key of any kind. */
export type BlindForm = 'whole' | 'omit' | 'masked' | 'search';

function blindUnder(key: Uint8Array, form: BlindForm, kind: string, value: string): Buffer {
  return createHmac('sha256', keyObject(key)).update(`${form}\u0000${kind}\u0000${value}`, 'utf8').digest().subarray(0, 16);
}

/** The index of a normalised value under the current key; for writing. */
export function blind(ring: KeyRing, form: BlindForm, kind: string, value: string): Buffer {
  return blindUnder(currentKey(ring, 'index').bytes, form, kind, value);
}

/** The index under every key of the ring; for looking up. */
export function blindAll(ring: KeyRing, form: BlindForm, kind: string, value: string): Buffer[] {
  return blindUnderEach(ring, form, kind, value).map(({ whole }) => whole);
}

/** The index under every key of the ring, each with the id of its key; for writing what is compared with rows under any of them. */
export function blindUnderEach(
  ring: KeyRing,
  form: BlindForm,
  kind: string,
  value: string,
): { readonly keyId: string; readonly whole: Buffer }[] {
  return [...ring.index.keys.keys()].map((keyId) => ({ keyId, whole: blindUnder(keyById(ring, 'index', keyId), form, kind, value) }));
}

/** Every near form of an identifier: each position left out once (its place is part of the form), and the usual maskings. */
export function nearForms(value: string): { readonly form: 'omit' | 'masked'; readonly text: string }[] {
  const letters = [...value];
  const omitted = letters.map((_, at) => ({ form: 'omit' as const, text: `${at}:${letters.toSpliced(at, 1).join('')}` }));
  return [...omitted, ...maskings(value).map((text) => ({ form: 'masked' as const, text }))];
}

/** How agencies print an identifier of ten characters with stars: the middle, the last four, or the last five hidden. */
export function maskings(value: string): string[] {
  if (value.length !== 10) return [];
  const hide = (from: number, until: number): string => `${value.slice(0, from)}${'*'.repeat(until - from)}${value.slice(until)}`;
  return [hide(3, 7), hide(4, 7), hide(4, 8), hide(6, 10), hide(5, 10)];
}
