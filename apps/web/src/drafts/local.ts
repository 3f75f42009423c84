// Drafts on this device, sealed under the session's key. Everything of ours here is removed at sign-out.
import { api } from '../client/api.ts';
import type { DeviceDraft } from './newer.ts';
import { importKey, type Sealed, seal, unseal } from './seal.ts';

const prefix = 'anwang.draft.';

let key: Promise<CryptoKey | undefined> | undefined;

function sessionKey(): Promise<CryptoKey | undefined> {
  key ??= api.session
    .localKey({})
    .then((answer) => importKey(answer.key))
    .catch(() => {
      key = undefined;
      return undefined;
    });
  return key;
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'iv' in value && 'data' in value;
}

/** Fetches the session's key ahead of the first keystroke, so that nothing typed waits for it. */
export function prepareLocalKey(): void {
  void sessionKey();
}

/** Signed in again: another session, another key. */
export function renewLocalKey(): void {
  key = undefined;
  prepareLocalKey();
}

/** Keeps a draft on the device; without a key (nobody signed in) nothing is written. */
export async function keepLocally(name: string, draft: DeviceDraft): Promise<void> {
  const held = await sessionKey();
  if (held) window.localStorage.setItem(prefix + name, JSON.stringify(await seal(held, name, draft)));
}

/** The draft on the device, if this session can open it. */
export async function readLocally(name: string): Promise<DeviceDraft | undefined> {
  const raw = window.localStorage.getItem(prefix + name);
  const held = raw ? await sessionKey() : undefined;
  if (!raw || !held) return undefined;
  const sealed: unknown = JSON.parse(raw);
  if (!isSealed(sealed)) return undefined;
  return (await unseal(held, name, sealed)) as DeviceDraft | undefined;
}

/** Forgets one draft on the device. */
export function forgetLocally(name: string): void {
  window.localStorage.removeItem(prefix + name);
}

/** Calls back when another tab of this browser keeps or forgets a draft. @returns the way to stop listening */
export function followLocally(name: string, heard: (kept: DeviceDraft | undefined) => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key !== prefix + name) return;
    if (event.newValue === null) heard(undefined);
    else void readLocally(name).then((kept) => kept && heard(kept));
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** Forgets every draft on the device and the key: sign-out. */
export function dropLocalDrafts(): void {
  key = undefined;
  for (const name of Object.keys(window.localStorage)) if (name.startsWith(prefix)) window.localStorage.removeItem(name);
}
