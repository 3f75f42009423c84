// The list of erasures outside the database and outside backups: whoever restores an older backup erases again by it. Each line is signed;
// it names orders and ids, which lead to nothing once they are erased.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { currentKey, type KeyRing, keyById } from '../keys/index.ts';

export type ErasureEntry = {
  readonly id: string;
  readonly orderRef: string;
  readonly legalBasis: string;
  readonly orderedBy: string;
  readonly at: string;
  readonly personIds: readonly string[];
  readonly subjectIds: readonly string[];
};
type Signed = ErasureEntry & { readonly keyId: string; readonly signature: string };

function sign(key: Uint8Array, entry: ErasureEntry): Buffer {
  const { id, orderRef, legalBasis, orderedBy, at, personIds, subjectIds } = entry;
  return createHmac('sha256', key)
    .update(`erasure\n${JSON.stringify([id, orderRef, legalBasis, orderedBy, at, personIds, subjectIds])}`, 'utf8')
    .digest();
}

/** Appends one entry and flushes it; done before the database commits, so that no erasure is ever missing from the list. */
export function appendErasure(file: string, ring: KeyRing, entry: ErasureEntry): void {
  const key = currentKey(ring, 'audit');
  const signed: Signed = { ...entry, keyId: key.id, signature: sign(key.bytes, entry).toString('hex') };
  const handle = openSync(file, 'a', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(signed)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** All entries. Throws when a whole line is unreadable or not signed by us; a line cut by a crash at the end is passed over. */
export function readErasures(file: string, ring: KeyRing): ErasureEntry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.pop();
  return lines.map((line, at) => {
    const signed = JSON.parse(line) as Signed;
    const { keyId, signature, ...entry } = signed;
    const expected = sign(keyById(ring, 'audit', keyId), entry);
    const given = Buffer.from(signature, 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new Error(`Line ${at + 1} of ${file} was not signed by this installation.`);
    return entry;
  });
}
