// The crash test as one function: load, and at random moments a SIGKILL, turn by turn for Node, PostgreSQL and both.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CrashFindings, check } from './check.ts';
import { type Load, startLoad } from './load.ts';
import { prepare } from './prepare.ts';
import { type Kill, startVictim, type Victim } from './victim.ts';

const turns: readonly Kill[] = ['node', 'postgres', 'both'];

/**
 * Kills `rounds` times under load and says what was found.
 * @param random in [0, 1): when within a round the kill comes
 */
export async function crash(
  rounds: number,
  random: () => number,
  onRound: (round: number, what: Kill, acknowledged: number) => void = () => undefined,
): Promise<CrashFindings> {
  const { folder, data, everyone } = await prepare();
  let victim: Victim | undefined;
  try {
    victim = await startVictim(data);
    const load = await startLoad(victim.address, everyone, join(folder, 'acknowledged.jsonl'));
    for (let round = 0; round < rounds; round++) {
      const what = turns[round % turns.length] ?? 'node';
      await underWay(load, 6, victim);
      await sleep(random() * 2000);
      await victim.kill(what);
      if (what !== 'postgres') {
        victim = await startVictim(data);
        load.point(victim.address);
      }
      onRound(round + 1, what, load.acks.length);
    }
    await load.finish();
    // Jobs that were waiting have a moment to be done.
    await sleep(3000);
    await victim.stop();
    return await check(data, load.acks);
  } finally {
    // What was found may have ended the run before its server; stopping one that has stopped does nothing.
    await victim?.stop();
    for (const path of [folder]) rmSync(path, { recursive: true, force: true });
  }
}

/** Waits until some more writes were acknowledged, so that every kill meets work, however slow the machine is. */
async function underWay(load: Load, more: number, victim: Victim): Promise<void> {
  const wanted = load.acks.length + more;
  for (let waited = 0; waited < 900 && load.acks.length < wanted; waited++) await sleep(100);
  if (load.acks.length < wanted)
    throw new Error(`nothing was acknowledged for ninety seconds after a kill: ${load.acks.length} of ${wanted}\n${victim.said()}`);
}
