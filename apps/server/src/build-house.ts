// Puts the house together over a store: sign-in, packs, actors, limits. Used by main and by the tests, which set clock and settings.
import { createHmac } from 'node:crypto';
import type { Instant } from '@anwang/core/time';
import type { Store } from '@anwang/store/session';
import { openAuth } from './auth/index.ts';
import { ReadAhead } from './files/read-ahead.ts';
import type { House } from './house.ts';
import { AccountTries } from './http/account-tries.ts';
import { KnownSignIns } from './http/known-sign-ins.ts';
import { Buckets } from './http/rate-limit.ts';
import { actorLoader, systemActorsWithGrants } from './load-actor.ts';
import { packsInForce } from './packs-in-force.ts';
import type { Settings } from './settings.ts';
import { watchFacts } from './watched-facts.ts';

export type HouseOptions = {
  readonly store: Store;
  readonly settings: Settings;
  /** Under which browsers see us. */
  readonly origin: string;
  /** Signs session cookies; at least 32 random bytes as text. */
  readonly secret: string;
  readonly now: () => Instant;
  readonly onError: (what: string, error: unknown) => void;
};

/** The house and how to leave it. */
export async function buildHouse(options: HouseOptions): Promise<{ house: House; close: () => Promise<void> }> {
  const { store, settings } = options;
  const { oidc, limits } = settings;
  const system = systemActorsWithGrants();
  const facts = await watchFacts(store, system.clock, (error) => options.onError('facts', error));
  const auth = await openAuth({
    target: store.targets.auth,
    settings: {
      origin: options.origin,
      secret: options.secret,
      sessionHours: 12,
      providers: oidc
        ? [
            {
              id: 'oidc',
              name: oidc.name,
              issuer: oidc.issuer,
              clientId: oidc.client,
              clientSecret: oidc.secret,
              userNameClaim: oidc.userName,
            },
          ]
        : [],
    },
  });
  const perHour = (count: number) => ({ burst: count, perMinute: count / 60 });
  const buckets = new Buckets({
    publicReport: perHour(limits.reports),
    receipt: perHour(limits.receipts),
    signIn: perHour(limits.signIn),
    publicRead: { burst: 300, perMinute: 300 },
    upload: { burst: 60, perMinute: 20 },
    account: perHour(limits.account),
  });
  const house: House = {
    store,
    auth,
    settings,
    signIns: new KnownSignIns(),
    packs: packsInForce(),
    buckets,
    tries: new AccountTries(buckets),
    // Two or three files of the largest size, or dozens of photographs.
    readAhead: new ReadAhead(64 * 1024 * 1024),
    now: options.now,
    time: facts.time,
    demo: facts.demo,
    derive: (text) => createHmac('sha256', options.secret).update(text, 'utf8').digest(),
    tell: options.onError,
    system,
    actorOf: actorLoader(store),
  };
  return {
    house,
    close: async () => {
      facts.stop();
      await auth.close();
    },
  };
}
