// Facts that change rarely and every request needs: the office calendar with imported years, and whether the people here are invented. Read at start and each minute.

import type { Actor } from '@anwang/core/access';
import { type BusinessCalendar, officeCalendar, type TimeContext, taipei } from '@anwang/core/time';
import { readBusinessCalendar } from '@anwang/store/org';
import type { Store } from '@anwang/store/session';

export type WatchedFacts = { readonly time: () => TimeContext; readonly demo: () => boolean; refresh(): Promise<void>; stop(): void };

/** Begins to watch; the first reading is awaited. */
export async function watchFacts(store: Store, clock: Actor, onError: (error: unknown) => void): Promise<WatchedFacts> {
  let calendar: BusinessCalendar = officeCalendar;
  let demo = false;
  const refresh = (): Promise<void> =>
    store.withActor(clock, 'system', { route: 'facts.watch' }, async (tx) => {
      calendar = await readBusinessCalendar(tx, null);
      demo = (await tx.selectFrom('system.population').select('kind').executeTakeFirst())?.kind === 'demo';
    });
  await refresh();
  const timer = setInterval(() => void refresh().catch(onError), 60_000);
  timer.unref();
  return { time: () => ({ calendar, zone: taipei }), demo: () => demo, refresh, stop: () => clearInterval(timer) };
}
