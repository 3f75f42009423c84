// What does a function return that may fail for reasons of the domain? A value or a problem; exceptions are for bugs.

import type { Problem } from './problem.ts';

/** Success with a value. */
export type Ok<T> = { readonly ok: true; readonly value: T };
/** Failure with a problem that has the facts to be said in words. */
export type Failed<P> = { readonly ok: false; readonly problem: P };
/** Either a value or a problem. */
export type Result<T, P = Problem> = Ok<T> | Failed<P>;

/** Wraps a value. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a problem. */
export function fail<P>(problem: P): Failed<P> {
  return { ok: false, problem };
}

/** The value, or an exception: for tests and for places where a failure is a bug. */
export function must<T, P>(result: Result<T, P>): T {
  if (result.ok) return result.value;
  throw new Error(`expected a value, got ${JSON.stringify(result.problem)}`);
}
