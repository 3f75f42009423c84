// One request as a handler sees it: who asks, why, when, and the one transaction in which it is answered.

import type { Readable } from 'node:stream';
import type { Actor, Purpose } from '@anwang/core/access';
import type { Problem, Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import type { Tx } from '@anwang/store/session';
import type { House } from '../house.ts';

/** The signed-in session behind a call; null for the public. */
export type SessionRef = { readonly id: string; readonly token: string; readonly expiresAt: Instant; readonly userName: string };

/** What of an answer is kept for repetitions of its key, where not all of it may be; the rest is made anew, under the rights of the moment. */
export type KeptForm<T, K = unknown> = { readonly keep: (answer: T) => K; readonly restore: (kept: K, tx: Tx) => T | Promise<T> };

export type Call = {
  readonly actor: Actor;
  readonly session: SessionRef | null;
  readonly purpose: Purpose;
  /** `feature.verb` */
  readonly route: string;
  readonly now: Instant;
  readonly address: string;
  readonly language: 'zh-TW' | 'en';
  readonly house: House;
  /** A header of the request, lower case. */
  header(name: string): string | undefined;
  /** The body of a route that takes a file. */
  readonly upload: Readable | null;
  /** Headers of the reply, for sign-in cookies and downloads. */
  reply(name: string, value: string | readonly string[]): void;
  /**
   * The transaction of this request: under the actor and the purpose, with the idempotency key of a write claimed first.
   * A problem rolls everything back.
   */
  within<T, K>(work: (tx: Tx) => Promise<Result<T>>, kept?: KeptForm<T, K>): Promise<Result<T>>;
  /** What is the same for this write and its repetitions, and for nothing else: actor, route, key and body. */
  readonly writeName: string;
};

/** Thrown inside a transaction to roll it back and answer with a problem. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
