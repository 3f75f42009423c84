// The file that holds the keys: JSON outside the data folder, readable by its owner only. Lost, it takes every sealed thing with it; so it is
// made once, never overwritten, and its absence beside existing data is an error with a sentence, not a reason to make a new one.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type KeyRing, type KeySet, type KeyUse, keyUses } from './key-ring.ts';

/** An error whose sentence is for the person who starts us, in both languages. */
const sentence = (en: string, zh: string): Error => Object.assign(new Error(en), { zh });

type Stored = { version: 1; uses: Record<string, { current: string; keys: Record<string, string> }> };

const ringOf = (set: (use: KeyUse) => KeySet): KeyRing => ({
  master: set('master'),
  index: set('index'),
  vault: set('vault'),
  draft: set('draft'),
  audit: set('audit'),
  backup: set('backup'),
});

/** A ring of fresh keys (256 random bits each). */
export function newKeyRing(): KeyRing {
  const set = (use: KeyUse): KeySet => ({ current: `${use}-1`, keys: new Map([[`${use}-1`, new Uint8Array(randomBytes(32))]]) });
  return ringOf(set);
}

/**
 * Reads the key file, or makes it when there is no data yet.
 * @param dataExists whether a database already lies in the data folder; then a missing file is an error.
 */
export function openKeyFile(path: string, dataExists: boolean): KeyRing {
  if (existsSync(path)) return liveRing(path);
  if (dataExists)
    throw sentence(
      `The key file ${path} is missing. Without it nothing that was sealed can be read and the audit cannot be verified. Put it back from your copy, or point to it with ANWANG_KEYS.`,
      `找不到金鑰檔 ${path}。沒有它，已封存的內容無法讀取，稽核紀錄也無法驗證。請由備份放回，或以 ANWANG_KEYS 指定位置。`,
    );
  writeKeyFile(path, newKeyRing());
  return liveRing(path);
}

/**
 * A ring that follows its file: a key that was added by a rotation is known to running servers within a second, and at once when something
 * sealed under it is met. So rotation needs no restart.
 */
function liveRing(path: string): KeyRing {
  let ring = parseKeyFile(readFileSync(path, 'utf8'), path);
  let seen = statSync(path).mtimeMs;
  let looked = performance.now();
  const fresh = (atOnce: boolean): KeyRing => {
    if (!atOnce && performance.now() - looked < 1000) return ring;
    looked = performance.now();
    try {
      const changed = statSync(path).mtimeMs;
      if (changed !== seen) ring = parseKeyFile(readFileSync(path, 'utf8'), path);
      seen = changed;
    } catch {
      // The file is being moved or its disk is away: what is known goes on being used.
    }
    return ring;
  };
  const set = (use: KeyUse): KeySet => ({
    get current() {
      return fresh(false)[use].current;
    },
    get keys() {
      return fresh(false)[use].keys;
    },
    refresh: () => void fresh(true),
  });
  return ringOf(set);
}

/** Writes the whole ring: new file, flushed, renamed over the old. */
export function writeKeyFile(path: string, ring: KeyRing): void {
  const uses = Object.fromEntries(
    keyUses.map((use) => [
      use,
      {
        current: ring[use].current,
        keys: Object.fromEntries([...ring[use].keys].map(([id, bytes]) => [id, Buffer.from(bytes).toString('base64')])),
      },
    ]),
  );
  const stored: Stored = { version: 1, uses };
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(`${path}.new`, 'w', 0o600);
  writeSync(handle, `${JSON.stringify(stored, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${path}.new`, path);
}

/** The ring with a new current key for one use; old keys stay, to read what they wrote until rotation is through. */
export function withNewKey(ring: KeyRing, use: KeyUse): KeyRing {
  const numbers = [...ring[use].keys.keys()].map((id) => Number(id.split('-').at(-1)));
  const id = `${use}-${Math.max(0, ...numbers) + 1}`;
  return { ...ring, [use]: { current: id, keys: new Map([...ring[use].keys, [id, new Uint8Array(randomBytes(32))]]) } };
}

/** The ring without a key that nothing uses any more. */
export function withoutKey(ring: KeyRing, use: KeyUse, id: string): KeyRing {
  if (ring[use].current === id) throw new Error(`${id} is the current ${use} key`);
  return { ...ring, [use]: { current: ring[use].current, keys: new Map([...ring[use].keys].filter(([known]) => known !== id)) } };
}

function parseKeyFile(text: string, path: string): KeyRing {
  const broken = (what: string): Error =>
    sentence(
      `The key file ${path} cannot be read: ${what}. Put back an unchanged copy.`,
      `金鑰檔 ${path} 無法讀取（${what}）。請放回未經更動的備份。`,
    );
  let stored: Stored;
  try {
    stored = JSON.parse(text) as Stored;
  } catch {
    throw broken('it is not JSON');
  }
  const set = (use: KeyUse): KeySet => {
    const held = stored.uses?.[use];
    if (!held?.keys || typeof held.current !== 'string') throw broken(`no ${use} keys`);
    const keys = new Map(Object.entries(held.keys).map(([id, value]) => [id, new Uint8Array(Buffer.from(value, 'base64'))]));
    if ([...keys.values()].some((bytes) => bytes.length !== 32) || !keys.has(held.current)) throw broken(`the ${use} keys are damaged`);
    return { current: held.current, keys };
  };
  return ringOf(set);
}
