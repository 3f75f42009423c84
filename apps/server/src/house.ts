// What every handler may use: the store, sign-in, the packs in force, the settings. Made once in main, handed in; nothing is global.
import type { Actor } from '@anwang/core/access';
import type { Instant, TimeContext } from '@anwang/core/time';
import type { SystemActorName } from '@anwang/store/access';
import type { Store } from '@anwang/store/session';
import type { Auth } from './auth/index.ts';
import type { ReadAhead } from './files/read-ahead.ts';
import type { AccountTries } from './http/account-tries.ts';
import type { KnownSignIns } from './http/known-sign-ins.ts';
import type { Buckets } from './http/rate-limit.ts';
import type { PacksInForce } from './packs-in-force.ts';
import type { Settings } from './settings.ts';

export type House = {
  readonly store: Store;
  readonly auth: Auth;
  readonly settings: Settings;
  readonly buckets: Buckets;
  readonly tries: AccountTries;
  readonly readAhead: ReadAhead;
  readonly signIns: KnownSignIns;
  readonly packs: PacksInForce;
  /** The clock, handed in; tests set it. */
  readonly now: () => Instant;
  /** The legal zone and the calendar of working days of a county, imported years and the county's closures included. */
  readonly time: (county?: string | null) => TimeContext;
  /** Whether this database holds invented people: their banner, and no real ones. */
  readonly demo: () => boolean;
  /** Bytes that follow from a text and the secret of this installation, and that nobody else can make. */
  readonly derive: (text: string) => Buffer;
  /** Puts a failure on the log that must not fail the request: its work is done again by a job. */
  readonly tell: (what: string, error: unknown) => void;
  /** Actors that are not people, with their grants. */
  readonly system: Readonly<Record<SystemActorName, Actor>>;
  /** The actor of an account with its grants; kept by account version. */
  readonly actorOf: (accountId: string, version: number) => Promise<Actor | null>;
};
