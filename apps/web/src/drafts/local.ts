// Drafts on this device, sealed under the session's key, each account's by itself. Those of whoever signs out are removed then.
import { forgetLocalKey, localKeys } from './local-key.ts';
import type { DeviceDraft } from './newer.ts';
import { type Sealed, seal, unseal } from './seal.ts';
import { tellWaiting } from './waiting.ts';

const prefix = 'anwang.draft.';
const placeOf = (account: string, name: string): string => `${prefix}${account}.${name}`;

/** Beside the seal stands only whether the server has it: so they are counted without being opened. */
type Kept = Sealed & { waits?: boolean };

function isSealed(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'iv' in value && 'data' in value;
}

/** What is done with one draft is done one after the other: sealing takes a moment, and the earlier of two could be written last and stand. */
const inTurn = new Map<string, Promise<unknown>>();
function after<T>(name: string, work: () => Promise<T>): Promise<T> {
  const done = (inTurn.get(name) ?? Promise.resolve()).then(work, work);
  inTurn.set(name, done);
  return done;
}

/** Keeps a draft on the device. @returns whether it is kept: not without a key (nobody signed in, or it could not be fetched), nor where there is no room */
export function keepLocally(name: string, draft: DeviceDraft): Promise<boolean> {
  return after(name, async () => {
    const held = await localKeys();
    if (!held) return false;
    try {
      const kept: Kept = { ...(await seal(held.key, name, draft)), waits: !draft.sent };
      window.localStorage.setItem(placeOf(held.account, name), JSON.stringify(kept));
      tellWaiting();
      return true;
    } catch {
      return false;
    }
  });
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
export function forgetLocally(name: string): Promise<void> {
  return after(name, async () => {
    const held = await localKeys();
    if (!held) return;
    window.localStorage.removeItem(placeOf(held.account, name));
    tellWaiting();
  });
}

/** Names of this account's drafts that the server does not have. */
export async function waitingLocally(): Promise<string[]> {
  const held = await localKeys();
  if (!held) return [];
  const own = placeOf(held.account, '');
  return Object.keys(window.localStorage).flatMap((place) => {
    if (!place.startsWith(own)) return [];
    const kept: unknown = JSON.parse(window.localStorage.getItem(place) ?? 'null');
    return isSealed(kept) && kept.waits === true ? [place.slice(own.length)] : [];
  });
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
  tellWaiting();
}
