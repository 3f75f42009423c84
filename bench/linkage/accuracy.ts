// How accurate are both tools on every data set, at their own threshold and at the one that is best by the truth?

import { isAbsolute, join } from 'node:path';
import type { BenchData } from './data.ts';
import { judge, type Verdict } from './judge.ts';
import { writeKeys } from './keys.ts';
import { type Measured, runOurs, runSplink } from './tools.ts';

export interface AccuracyRow {
  readonly data: string;
  readonly records: number;
  readonly truePairs: number;
  readonly bar: BenchData['bar'] | null;
  readonly ours: Scored;
  /** Splink with its own rules, and with our keys as rules; null where it was not run. */
  readonly splink: Scored | null;
  readonly splinkOurKeys: Scored | null;
}

export interface Scored {
  readonly threshold: number;
  readonly own: Verdict['own'];
  readonly best: Verdict['best'];
  readonly clusters: Verdict['clusters'];
  readonly bCubed: Verdict['bCubed'];
  readonly bestClosure: Verdict['bestClosure'];
  readonly blockingRecall: number;
  readonly pairs: number;
  readonly largestCluster: number;
  readonly expected: Measured['expected'];
  readonly calibration: Verdict['calibration'];
  readonly seconds: number;
}

const scored = (measured: Measured, verdict: Verdict): Scored => ({
  threshold: measured.threshold,
  own: verdict.own,
  best: verdict.best,
  clusters: verdict.clusters,
  bCubed: verdict.bCubed,
  bestClosure: verdict.bestClosure,
  blockingRecall: verdict.blockingRecall,
  pairs: verdict.keptPairs,
  largestCluster: verdict.largestCluster,
  expected: measured.expected,
  calibration: verdict.calibration,
  seconds: measured.seconds,
});

export interface Places {
  readonly datasets: string;
  readonly work: string;
  /** Folder of the virtual environment with Splink, if there is one. */
  readonly venv: string | undefined;
}

/** Runs and judges both tools on one data set, all candidate pairs kept. */
export const measureAccuracy = async (data: BenchData, places: Places): Promise<AccuracyRow> => {
  const file = isAbsolute(data.file) ? data.file : join(places.datasets, data.file);
  const folder = (tool: string): string => join(places.work, `${data.id}-${tool}`);
  const ours = await runOurs(data, file, folder('ours'), { keepFrom: 0 });
  const verdict = await judge(data, file, folder('ours'), ours.threshold);
  let splink: Scored | null = null;
  let splinkOurKeys: Scored | null = null;
  if (places.venv !== undefined) {
    const own = await runSplink(places.venv, data, file, folder('splink'), { keepFrom: 0 });
    splink = scored(own, await judge(data, file, folder('splink'), own.threshold));
    const keys = join(places.work, `${data.id}-keys.parquet`);
    await writeKeys(data, file, ours.rules, keys);
    const keyed = await runSplink(places.venv, data, file, folder('splink-keys'), { keepFrom: 0, keys });
    splinkOurKeys = scored(keyed, await judge(data, file, folder('splink-keys'), keyed.threshold));
  }
  return {
    data: data.id,
    records: verdict.records,
    truePairs: verdict.truePairs,
    bar: data.bar ?? null,
    ours: scored(ours, verdict),
    splink,
    splinkOurKeys,
  };
};
