// How far did the last seed come? Kept in the database, written in the transaction of each chunk: a killed seed goes on after the last chunk that was committed.

import type { Tx } from '@anwang/store/session';
import { sql } from 'kysely';
import type { DemoSize } from './plan.ts';

export interface SeedState {
  readonly size: DemoSize;
  readonly seed: string;
  /** Instant of the first start: the clocks of the demo count from it. */
  readonly anchor: string;
  readonly done: number;
  readonly total: number;
}

const KEY = 'demo.seed';

export const readSeedState = async (tx: Tx): Promise<SeedState | null> => {
  const { rows } = await sql<{ value: SeedState }>`select value from system.setting where key = ${KEY}`.execute(tx);
  return rows[0]?.value ?? null;
};

export const writeSeedState = async (tx: Tx, state: SeedState): Promise<void> => {
  await sql`insert into system.setting (key, value) values (${KEY}, ${JSON.stringify(state)}::jsonb) on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(
    tx,
  );
};
