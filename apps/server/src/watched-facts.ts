// Facts that change rarely and every request needs: the office calendar with imported years, and whether the people here are invented. Read at start and each minute.

import type { Actor } from '@anwang/core/access';
import { officeCalendar, type TimeContext, taipei } from '@anwang/core/time';
import { type BusinessCalendars, readBusinessCalendars } from '@anwang/store/org';
import type { Store } from '@anwang/store/session';

export type WatchedFacts = {
  /** Zone and working days of a county; without one, the national calendar. */
  readonly time: (county?: string | null) => TimeContext;
  readonly demo: () => boolean;
  refresh(): Promise<void>;
  stop(): void;
};

/** Begins to watch; the first reading is awaited. */
export async function watchFacts(store: Store, clock: Actor, onError: (error: unknown) => void): Promise<WatchedFacts> {
  let calendars: BusinessCalendars = { national: officeCalendar, ofCounty: new Map() };
  let demo = false;
  const refresh = (): Promise<void> =>
    store.withActor(clock, 'system', { route: 'facts.watch' }, async (tx) => {
      calendars = await readBusinessCalendars(tx);
      demo = (await tx.selectFrom('system.population').select('kind').executeTakeFirst())?.kind === 'demo';
    });
  await refresh();
  const timer = setInterval(() => void refresh().catch(onError), 60_000);
  timer.unref();
  return {
    time: (county) => ({ calendar: calendars.ofCounty.get(county ?? '') ?? calendars.national, zone: taipei }),
    demo: () => demo,
    refresh,
    stop: () => clearInterval(timer),
  };
}
