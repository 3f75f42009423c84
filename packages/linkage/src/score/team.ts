// A workshop of worker threads over shared memory. Every member has the next piece at hand while it is at one, so that none waits for the caller.
import { Worker } from 'node:worker_threads';
import type { GatheredFrequencies } from '../model/model.ts';
import type { ColumnRole, Locale } from '../roles/types.ts';
import { collectGarbage } from './collect.ts';
import type { Answer, Letter } from './member.ts';
import type { Equipment, OrderKind, Orders } from './orders.ts';
import type { Workshop } from './workshop.ts';

/** Pieces that a member holds at a time. */
const AT_HAND = 2;

interface Waiting {
  readonly letter: Letter;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

export class TeamWorkshop implements Workshop {
  readonly #members: Member[];
  readonly #queue: Waiting[] = [];

  constructor(locale: Locale, roles: readonly ColumnRole[], size: number) {
    this.#members = Array.from({ length: size }, () => new Member(locale, roles, () => this.#deal()));
  }

  get size(): number {
    return this.#members.length;
  }

  async ready(): Promise<void> {
    await this.#all({ kind: 'greet', ask: null });
  }

  ask<K extends OrderKind>(kind: K, ask: Orders[K]['ask'], member?: number): Promise<Orders[K]['answer']> {
    return new Promise((resolve, reject) => {
      if (member !== undefined) {
        this.#members[member]!.send({ letter: { kind, ask }, resolve, reject });
        return;
      }
      this.#queue.push({ letter: { kind, ask }, resolve, reject });
      this.#deal();
    });
  }

  async equip(equipment: Equipment): Promise<void> {
    await this.#all({ kind: 'equip', ask: equipment });
  }

  async tidy(): Promise<void> {
    collectGarbage();
    await this.#all({ kind: 'tidy', ask: null });
  }

  async release(): Promise<void> {
    // A thread that has nothing to do collects no garbage: what it was handed would stay in memory with it.
    await this.close();
  }

  async weighBy(frequencies: readonly (GatheredFrequencies | null)[]): Promise<void> {
    await this.#all({ kind: 'weighBy', ask: frequencies });
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.close()));
  }

  async #all(letter: Letter): Promise<void> {
    await Promise.all(
      this.#members.map((member) => new Promise<void>((resolve, reject) => member.send({ letter, resolve: () => resolve(), reject }))),
    );
  }

  #deal(): void {
    while (this.#queue.length > 0) {
      const member = this.#members.reduce((least, one) => (one.load < least.load ? one : least));
      if (member.load >= AT_HAND) return;
      member.send(this.#queue.shift()!);
    }
  }
}

class Member {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(locale: Locale, roles: readonly ColumnRole[], free: () => void) {
    // In the repository the sources are run as they are, in the package they are JavaScript.
    const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
    this.#worker = new Worker(new URL(file, import.meta.url), { workerData: { locale, roles } });
    this.#worker.unref();
    this.#worker.on('message', ({ value, error }: Answer) => {
      const first = this.#waiting.shift();
      if (this.#waiting.length === 0) this.#worker.unref();
      if (error !== undefined) first?.reject(new Error(error));
      else first?.resolve(value);
      free();
    });
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  get load(): number {
    return this.#waiting.length;
  }

  /** A member answers in the order of what it is sent. */
  send(waiting: Waiting): void {
    this.#worker.ref();
    this.#waiting.push(waiting);
    this.#worker.postMessage(waiting.letter);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
