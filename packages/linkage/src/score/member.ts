// What a worker thread of the team does: carries out pieces of work with the role shelf's comparisons.
import { parentPort, workerData } from 'node:worker_threads';
import type { GatheredFrequencies } from '../model/model.ts';
import { assemble } from '../roles/index.ts';
import type { ColumnRole, Locale } from '../roles/types.ts';
import { Hands } from './hands.ts';
import type { Equipment, OrderKind, Orders } from './orders.ts';

export type Letter =
  | { readonly kind: OrderKind; readonly ask: Orders[OrderKind]['ask'] }
  | { readonly kind: 'equip'; readonly ask: Equipment }
  | { readonly kind: 'greet' | 'tidy'; readonly ask: null }
  | { readonly kind: 'weighBy'; readonly ask: readonly (GatheredFrequencies | null)[] };

export interface Answer {
  readonly value: never;
  readonly error?: string;
}

const { locale, roles }: { readonly locale: Locale; readonly roles: readonly ColumnRole[] } = workerData;
const hands = new Hands(assemble(locale, roles).comparisons);

parentPort?.on('message', ({ kind, ask }) => {
  try {
    if (kind === 'equip') hands.equip(ask);
    else if (kind === 'weighBy') hands.weighBy(ask);
    else if (kind === 'tidy') hands.tidy();
    else if (kind !== 'greet') {
      parentPort?.postMessage({ value: hands.carryOut(kind, ask) });
      return;
    }
    parentPort?.postMessage({ value: null });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
