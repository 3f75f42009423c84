// Fills an empty database with the demo, or goes on where a killed seed stopped. Every chunk is written through withActor as the seeder.

import { type Instant, instantFromMs } from '@anwang/core/time';
import { systemActors } from '@anwang/store/access';
import type { Installation } from '@anwang/store/installation';
import { type Counters, countyRules, DEMO_COUNTIES, type DemoCounty, demoOrg, runningNumbers, worldChunk } from '@anwang/synth';
import { writeAccounts } from './accounts.ts';
import { readFirstAccounts, writeFirstAccounts } from './first-account.ts';
import { writeCalendar, writeOrg } from './org-rows.ts';
import { chunksOf, DEMO_SEED, type DemoSize, type FillPlan, REPORTS_PER_THOUSAND } from './plan.ts';
import type { Progress } from './progress.ts';
import { readSeedState, type SeedState, writeSeedState } from './state.ts';
import { storedCounters, writeChunk } from './write-chunk.ts';

export interface FillOptions {
  readonly installation: Pick<Installation, 'store' | 'logins'>;
  readonly data: string;
  readonly size: DemoSize;
  /** Now; the anchor of a new demo. */
  readonly now: Instant;
  readonly progress: Progress;
  /** Leaves after this many chunks of this run; for tests of resuming. */
  readonly stopAfter?: number;
  /** Instead of what the size says; for measuring. */
  readonly plan?: FillPlan;
  /** Codes of the counties that begin without a demo. */
  readonly counties?: readonly string[];
}

export interface Filled {
  readonly state: SeedState | null;
  /** Chunks written by this run. */
  readonly written: number;
}

const route = { route: 'cli.seed' } as const;

/** Fills or resumes; does nothing when the demo is whole. */
export const fillDemo = async ({
  installation,
  data,
  size,
  now,
  progress,
  stopAfter,
  plan,
  counties = [],
}: FillOptions): Promise<Filled> => {
  const { store } = installation;
  const as = <T>(work: Parameters<typeof store.withActor<T>>[3]) => store.withActor(systemActors.seeder, 'system', route, work);
  const begun = await as(readSeedState);
  // What was begun without a demo stays without: real people are never mixed with invented ones.
  if (begun === null && (size === 'none' || (await as(readFirstAccounts)) !== null)) {
    await writeFirstAccounts(installation, data, now, counties);
    return { state: null, written: 0 };
  }
  // What was begun is finished as it was begun: size and anchor of the first start hold.
  const { chunks, reportsPerThousand } = plan ?? { chunks: chunksOf(begun?.size ?? size), reportsPerThousand: REPORTS_PER_THOUSAND };
  const state: SeedState = begun ?? {
    size,
    seed: DEMO_SEED,
    anchor: instantFromMs(Math.floor(Date.parse(now) / 60_000) * 60_000),
    done: 0,
    total: chunks.length,
  };
  const anchorMs = Date.parse(state.anchor);
  const orgs = new Map(DEMO_COUNTIES.map((county) => [county.id, demoOrg(state.seed, county, anchorMs)]));
  const orgOf = (county: DemoCounty) => orgs.get(county.id) ?? demoOrg(state.seed, county, anchorMs);
  if (state.done >= state.total) return { state, written: 0 };
  if (begun === null)
    await as(async (tx) => {
      await writeCalendar(tx);
      for (const org of orgs.values()) await writeOrg(tx, org, instantFromMs(anchorMs - 760 * 86_400_000));
      await writeSeedState(tx, state);
    });
  await writeAccounts(installation, data, [...orgs.values()]);
  const counters: Counters = await as(storedCounters);
  const numbers = runningNumbers(counters);
  let written = 0;
  let turn: Promise<unknown> = Promise.resolve();
  for (const { county, index, people } of chunks.slice(state.done)) {
    if (written === stopAfter) break;
    progress.step(index, chunks.length, `示範資料 Demo data: ${county.zh}`);
    const rules = countyRules(county.id);
    const org = orgOf(county);
    const chunk = worldChunk({ seed: state.seed, org, rules, numbers, index, people, anchorMs, perThousandYearly: reportsPerThousand });
    const before = turn;
    turn = as(async (tx) => {
      await writeChunk(tx, chunk, { org, rules, anchorMs, turn: before });
      await writeSeedState(tx, { ...state, done: index + 1 });
    });
    // Two chunks are under way: Node prepares one while PostgreSQL writes the other. A failure of either ends the run.
    // Only the first is written alone: it settles that invented people live here, and whoever comes second at that must not be the one it waits for.
    turn.catch(() => undefined);
    await (index === 0 ? turn : before);
    written++;
  }
  await turn;
  return { state: { ...state, done: state.done + written }, written };
};
