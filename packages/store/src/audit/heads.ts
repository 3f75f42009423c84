// Signed heads of the chain in a file outside the database: whoever cuts off the end of the log, or writes all of it anew, cannot cut the file as well.
// One line a head; a line is only believed with its signature. Heads also travel in backups.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { currentKey, type KeyRing, keyById } from '../keys/index.ts';

/** `restored`: the chain goes on from `seq`, since a backup was restored; what was sealed after it is gone with everything else. */
export type Head = {
  readonly restored?: true;
  readonly seq: number;
  readonly mac: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
};

function sign(key: Uint8Array, head: Omit<Head, 'signature'>): Buffer {
  return createHmac('sha256', key)
    .update(`${head.restored ? 'restored' : 'head'}\n${head.seq}\n${head.mac}\n${head.at}\n${head.keyId}`, 'utf8')
    .digest();
}

/** A signed head for the block `seq`. */
export function makeHead(ring: KeyRing, seq: number, mac: string, at: string, restored = false): Head {
  const key = currentKey(ring, 'audit');
  const head = { ...(restored ? { restored: true as const } : {}), seq, mac, at, keyId: key.id };
  return { ...head, signature: sign(key.bytes, head).toString('hex') };
}

/** Appends heads and flushes them to the disk; after a line that was cut by a crash they begin on a line of their own. */
export function appendHeads(file: string, heads: readonly Head[]): void {
  const handle = openSync(file, 'a+', 0o600);
  try {
    const { size } = fstatSync(handle);
    const end = Buffer.alloc(1);
    const cut = size > 0 && readSync(handle, end, 0, 1, size - 1) === 1 && end.toString() !== '\n';
    writeSync(handle, (cut ? '\n' : '') + heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The heads of a file. A line that was cut by a crash is passed over where it is the last or a head no older follows; any other unreadable or wrongly signed line is counted as forged. */
export function readHeads(file: string, ring: KeyRing): { readonly heads: readonly Head[]; readonly forged: number } {
  if (!existsSync(file)) return { heads: [], forged: 0 };
  const lines = readFileSync(file, 'utf8').split('\n');
  const last = lines.pop() ?? '';
  const heads: Head[] = [];
  let forged = 0;
  for (const [index, line] of lines.entries()) {
    const head = signedHead(line, ring);
    if (head) heads.push(head);
    else if (!isCut(line, signedHead(lines[index + 1] ?? last, ring))) forged += 1;
  }
  const unended = signedHead(last, ring);
  if (unended) heads.push(unended);
  return { heads, forged };
}

function signedHead(line: string, ring: KeyRing): Head | undefined {
  const head = parseHead(line);
  return head && ring.audit.keys.has(head.keyId) && holds(ring, head) ? head : undefined;
}

/** The beginning of a head, and the next one says as much: nothing is lost with it. */
function isCut(line: string, next: Head | undefined): boolean {
  const said = /^\{(?:"restored":true,)?"seq":(\d+),/.exec(line);
  return (
    next !== undefined && !line.endsWith('}') && (said === null ? '{"restored":true,"seq":'.startsWith(line) : Number(said[1]) <= next.seq)
  );
}

function holds(ring: KeyRing, head: Head): boolean {
  const expected = sign(keyById(ring, 'audit', head.keyId), head);
  const given = Buffer.from(head.signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function parseHead(line: string): Head | undefined {
  try {
    const value = JSON.parse(line) as Partial<Head>;
    const { seq, mac, at, keyId, signature, restored } = value;
    if (
      typeof seq !== 'number' ||
      typeof mac !== 'string' ||
      typeof at !== 'string' ||
      typeof keyId !== 'string' ||
      typeof signature !== 'string'
    )
      return undefined;
    return { ...(restored === true ? { restored } : {}), seq, mac, at, keyId, signature };
  } catch {
    return undefined;
  }
}

/** The heads that must still hold: a restore takes back those sealed after its backup. */
export function standingHeads(heads: readonly Head[]): Head[] {
  const standing: Head[] = [];
  for (const head of heads) {
    if (head.restored) standing.splice(0, standing.length, ...standing.filter((one) => one.seq <= head.seq));
    if (head.seq > 0) standing.push(head);
  }
  return standing;
}
