// Where do results live between runs, and how are parts of them replaced without losing the others?

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AccuracyRow } from './accuracy.ts';
import type { Machine } from './machine.ts';
import type { OrderRow } from './order.ts';
import type { Practice } from './people-and-updates.ts';
import type { SpeedRow } from './speed.ts';

export interface Results {
  readonly schemaVersion: 1;
  readonly versions: Readonly<Record<string, string>>;
  readonly machine: Machine | null;
  /** Of everything but the times, which say themselves when and beside what they were taken. */
  readonly remark: string;
  readonly measuredAt: string;
  readonly accuracy: readonly AccuracyRow[];
  /** The same sets with columns missing; Splink is not run on them. */
  readonly variants: readonly AccuracyRow[];
  readonly speed: readonly SpeedRow[];
  readonly practice: Practice | null;
  /** The same rows in another order on other threads. */
  readonly order: readonly OrderRow[];
}

const EMPTY: Results = {
  schemaVersion: 1,
  versions: {},
  machine: null,
  remark: '',
  measuredAt: '',
  accuracy: [],
  variants: [],
  speed: [],
  practice: null,
  order: [],
};

export const readResults = async (file: string): Promise<Results> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? EMPTY : { ...EMPTY, ...(JSON.parse(text) as Partial<Results>) };
};

/** Rows with the same key are replaced, others stay. */
export const merged = <T>(old: readonly T[], fresh: readonly T[], key: (row: T) => string): T[] => [
  ...new Map([...old, ...fresh].map((row) => [key(row), row])).values(),
];

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

export const writeResults = async (file: string, results: Results): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify(results, rounded, 1)}\n`);
  await rename(`${file}.part`, file);
};
