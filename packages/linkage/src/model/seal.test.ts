import { expect, it } from 'vitest';
import { findComparison } from '../roles/index.ts';
import { tableOf } from './frequency-counts.ts';
import type { GatheredFrequencies } from './model.ts';
import { sealFrequencies } from './seal.ts';

const { frequency, prepare } = findComparison('zh-TW/full-name');
const NAMES = [
  ['陳怡君', 30],
  ['林志明', 12],
  ['歐陽雅婷', 2],
  ['陳○君', 9],
  ['粘*明', 1],
] as const;

const gather = (): GatheredFrequencies => {
  const table = frequency!.empty();
  for (const [name, count] of NAMES) frequency!.add(table, prepare([name])!, count);
  const counts = Object.entries(table.counts).map(([kind, map]) => [kind, [...map]] as const);
  return { total: table.total, counts: Object.fromEntries(counts), rest: { given: { count: 1, keys: 7 } } };
};

it('keeps every weight and no name', () => {
  const gathered = gather();
  const sealed = sealFrequencies(gathered, frequency);
  const written = JSON.stringify(sealed);
  for (const character of '陳怡君林志明歐陽雅婷粘') expect(written).not.toContain(character);
  const stored = tableOf(JSON.parse(written));
  for (const name of [...NAMES.map(([n]) => n), '王小美', '陳小○']) {
    const value = prepare([name])!;
    expect([...frequency!.shares(stored, value)]).toEqual([...frequency!.shares(tableOf(gathered), value)]);
  }
});

it('gives the same data the same digests and other data others', () => {
  expect(sealFrequencies(gather(), frequency)).toEqual(sealFrequencies(gather(), frequency));
  expect(sealFrequencies({ ...gather(), total: 55 }, frequency).counts.name).not.toEqual(sealFrequencies(gather(), frequency).counts.name);
});
