// Drafts on this device, sealed under the session's key, each account's by itself. Those of whoever signs out are removed then.
import { forgetLocalKey, localKeys } from './local-key.ts';
import type { DeviceDraft } from './newer.ts';
import { type Sealed, seal, unseal } from './seal.ts';

const prefix = 'anwang.draft.';
const placeOf = (account: string, name: string): string => `${prefix}${account}.${name}`;

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'iv' in value && 'data' in value;
}

/** Keeps a draft on the device. @returns whether it is kept: not without a key (nobody signed in, or it could not be fetched), nor where there is no room */
export async function keepLocally(name: string, draft: DeviceDraft): Promise<boolean> {
  const held = await localKeys();
  if (!held) return false;
  try {
    window.localStorage.setItem(placeOf(held.account, name), JSON.stringify(await seal(held.key, name, draft)));
    return true;
  } catch {
    return false;
  }
}

/** The draft on the device, if this session or another one of this account that nobody ended can open it. */
export async function readLocally(name: string): Promise<DeviceDraft | undefined> {
  const held = await localKeys();
  const raw = held && window.localStorage.getItem(placeOf(held.account, name));
  if (!raw) return undefined;
  const sealed: unknown = JSON.parse(raw);
  if (!isSealed(sealed)) return undefined;
  for (const key of [held.key, ...held.earlier]) {
    const opened = (await unseal(key, name, sealed)) as DeviceDraft | undefined;
    if (opened === undefined) continue;
    if (key !== held.key) await keepLocally(name, opened);
    return opened;
  }
  return undefined;
}

/** Forgets one draft on the device. */
export async function forgetLocally(name: string): Promise<void> {
  const held = await localKeys();
  if (held) window.localStorage.removeItem(placeOf(held.account, name));
}

/** Calls back when another tab of this browser keeps or forgets a draft. @returns the way to stop listening */
export function followLocally(name: string, heard: (kept: DeviceDraft | undefined) => void): () => void {
  const hear = async (event: StorageEvent) => {
    if (!event.key?.startsWith(prefix)) return;
    const held = await localKeys();
    if (!held || event.key !== placeOf(held.account, name)) return;
    if (event.newValue === null) heard(undefined);
    else {
      const kept = await readLocally(name);
      if (kept) heard(kept);
    }
  };
  const listen = (event: StorageEvent) => void hear(event);
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

/** Forgets the drafts of whoever signs out, and the key. What another account left unsent on a shared device stays sealed for its author. @param account all where nobody is known */
export function dropLocalDrafts(account?: string): void {
  forgetLocalKey();
  const own = account === undefined ? prefix : placeOf(account, '');
  for (const name of Object.keys(window.localStorage)) if (name.startsWith(own)) window.localStorage.removeItem(name);
}
