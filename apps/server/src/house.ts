// What every handler may use: the store, sign-in, the programmes in force, the settings. Made once in main, handed in; nothing is global.
import type { Actor } from '@anwang/core/access';
import type { Instant } from '@anwang/core/time';
import type { SystemActorName } from '@anwang/store/access';
import type { Store } from '@anwang/store/session';
import type { Auth } from './auth/index.ts';
import type { Buckets } from './http/rate-limit.ts';
import type { Settings } from './settings.ts';

/** A session as the database knows it. */
export type HeldSession = {
  readonly id: string;
  readonly accountId: string;
  readonly accountVersion: number;
  readonly userName: string;
  readonly expiresAt: Instant;
};

export type House = {
  readonly store: Store;
  readonly auth: Auth;
  /** The session of a token, if it has not ended and its account is active; asked at every request, so that an ended one is out at once. */
  readonly sessionOf: (token: string) => Promise<HeldSession | null>;
  readonly settings: Settings;
  readonly buckets: Buckets;
  /** The clock, handed in; tests set it. */
  readonly now: () => Instant;
  /** Actors that are not people, with their grants. */
  readonly system: Readonly<Record<SystemActorName, Actor>>;
  /** The actor of an account with its grants; kept by account version. */
  readonly actorOf: (accountId: string, version: number) => Promise<Actor | null>;
};
