// The keys under which drafts lie on this device: the session's own, and those of other own sessions that nobody ended, which only open what was kept before.
import { api } from '../client/api.ts';
import { importKey } from './seal.ts';

export type LocalKeys = { readonly account: string; readonly key: CryptoKey; readonly earlier: readonly CryptoKey[] };

let asked: Promise<LocalKeys | undefined> | undefined;

/** The keys; undefined while nobody is signed in or the server cannot be asked. Asked once, and again only after it failed. */
export function localKeys(): Promise<LocalKeys | undefined> {
  asked ??= api.session
    .localKey({})
    .then(async ({ account, key, earlier }) => ({
      account,
      key: await importKey(key),
      earlier: await Promise.all(earlier.map(importKey)),
    }))
    .catch(() => {
      asked = undefined;
      return undefined;
    });
  return asked;
}

/** Fetches the keys ahead of the first keystroke: a form that is opened after the network went can be kept as well. */
export function prepareLocalKey(): void {
  void localKeys();
}

/** Signed in again: another session, another key. */
export function renewLocalKey(): void {
  asked = undefined;
  prepareLocalKey();
}

/** Signed out: nothing can be opened any more. */
export function forgetLocalKey(): void {
  asked = undefined;
}
