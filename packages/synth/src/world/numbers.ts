// Running numbers from counters that can be taken up again: per county and day for reports, per county, programme and month for cases.

import { caseNumber, reportNumber } from '@anwang/core/cases';
import { instantFromMs, taipei } from '@anwang/core/time';
import type { Numbers } from './rules.ts';

/** Counters by the number without its running part, prefixed with the county: `64000 115-1118`. */
export type Counters = Map<string, number>;

const prefixOf = (county: string, number: string): string => `${county} ${number.slice(0, number.lastIndexOf('-'))}`;

/** The counter a stored number has advanced to. */
export const countStored = (counters: Counters, county: string, number: string): void => {
  const key = prefixOf(county, number);
  counters.set(key, Math.max(counters.get(key) ?? 0, Number(number.slice(number.lastIndexOf('-') + 1))));
};

/** Numbers that go on from the counters. */
export const runningNumbers = (counters: Counters): Numbers => {
  const next = (county: string, make: (running: number) => string): string => {
    const key = prefixOf(county, make(0));
    const running = (counters.get(key) ?? 0) + 1;
    counters.set(key, running);
    return make(running);
  };
  return {
    report: (county, atMs) => next(county, (n) => reportNumber(instantFromMs(atMs), n, taipei)),
    case: (county, prefix, atMs) => next(county, (n) => caseNumber(prefix, instantFromMs(atMs), n, taipei)),
  };
};
