// A workshop of worker threads over shared memory. Work is cut into ranges; what a range gives does not depend on who does it.
import { Worker } from 'node:worker_threads';
import { tableOf } from '../model/frequency-counts.ts';
import type { BoundComparison, ColumnRole, Locale } from '../roles/types.ts';
import type { PairBatch } from './batch.ts';
import { Interner } from './intern.ts';
import type { PatternShape } from './pattern.ts';
import { type PreparedColumns, preparedColumns } from './prepare.ts';
import type { SharedSlot } from './slot-scorer.ts';
import type { Answer, Order } from './worker.ts';
import type { Patterns, PrepareJob, Workshop } from './workshop.ts';

type OrderWithoutId = Order extends infer O ? (O extends Order ? Omit<O, 'id'> : never) : never;

const VALUES_A_RANGE = 16_384;

export class TeamWorkshop implements Workshop {
  readonly #members: Member[];

  constructor(locale: Locale, roles: readonly ColumnRole[], size: number) {
    this.#members = Array.from({ length: size }, () => new Member(locale, roles));
  }

  async prepare({ slot, bound, chunks, values, wanted, frequencies }: PrepareJob): Promise<PreparedColumns> {
    const out = preparedColumns(bound.comparison, values, wanted.length, frequencies === null ? null : tableOf(frequencies));
    const job = { comparison: bound.id, columns: bound.columns.length, chunks, wanted, frequencies, out };
    await Promise.all(this.#members.map((member) => member.ask({ do: 'read', slot, job })));
    const orders: OrderWithoutId[] = [];
    for (let from = 0; from < values; from += VALUES_A_RANGE)
      orders.push({ do: 'prepare', slot, from, to: Math.min(values, from + VALUES_A_RANGE) });
    await this.#share(orders);
    return out;
  }

  async equip(
    _bound: readonly BoundComparison[],
    slots: readonly SharedSlot[],
    columns: readonly Int32Array[],
    shape: PatternShape,
  ): Promise<void> {
    await Promise.all(this.#members.map((member) => member.ask({ do: 'equip', slots, columns, shape })));
  }

  async compare(batches: readonly PairBatch[]): Promise<Patterns> {
    const doneBy = new Map<PairBatch, number>();
    await this.#share(
      batches.map((batch) => ({ do: 'score' as const, batch })),
      (order, member) => {
        if (order.do === 'score') doneBy.set(order.batch, member);
      },
    );
    const interner = new Interner(8192);
    let counts = new Float64Array(0);
    const renumber: Int32Array[] = [];
    for (const member of this.#members) {
      const { patterns } = await member.ask({ do: 'patterns' });
      if (patterns === undefined) throw new Error('a worker gave no patterns');
      const { size, keys } = patterns;
      const ids = Int32Array.from({ length: size }, (_, p) => interner.add(keys[p * 3]!, keys[p * 3 + 1]!, keys[p * 3 + 2]!));
      renumber.push(ids);
      const grown = new Float64Array(interner.size);
      grown.set(counts);
      for (let p = 0; p < size; p++) grown[ids[p]!]! += patterns.counts[p]!;
      counts = grown;
    }
    for (const [batch, member] of doneBy) {
      const ids = renumber[member]!;
      const { mask } = batch;
      for (let i = 0; i < mask.length; i++) mask[i] = ids[mask[i]!]!;
    }
    return { size: interner.size, keys: interner.keys, counts };
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.close()));
  }

  /** Every member takes the next order as soon as it is free. */
  async #share(orders: readonly OrderWithoutId[], done?: (order: OrderWithoutId, member: number) => void): Promise<void> {
    let next = 0;
    await Promise.all(
      this.#members.map(async (member, index) => {
        while (next < orders.length) {
          const order = orders[next++]!;
          await member.ask(order);
          done?.(order, index);
        }
      }),
    );
  }
}

class Member {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  #orders = 0;

  constructor(locale: Locale, roles: readonly ColumnRole[]) {
    // Beside this file under the same extension: .ts in the repository, .js in the package.
    const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
    this.#worker = new Worker(new URL(file, import.meta.url), { workerData: { locale, roles } });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.error !== undefined) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer);
    });
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
  }

  ask(order: OrderWithoutId): Promise<Answer> {
    const id = ++this.#orders;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...order, id });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
