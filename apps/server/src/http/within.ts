// The usual handler: one transaction for the whole request, and nothing outside it.
import type { Result } from '@anwang/core/lang';
import type { Tx } from '@anwang/store/session';
import type { Call, KeptForm } from './call.ts';

/** Marks a handler that does everything in its transaction or after it, so that the transaction may be what checks the sign-in. */
export const insideOnly: unique symbol = Symbol('insideOnly');

/** A handler that does nothing before the transaction of its request, and what follows only when that has succeeded. */
export const insideFirst = <I, O>(handler: (input: I, call: Call) => Promise<Result<O>>) =>
  Object.assign(handler, { [insideOnly]: true as const });

/** A handler whose work is done in the one transaction of the request. */
export const within = <I, O, K>(
  work: (input: I, tx: Tx, call: Call) => Promise<Result<O>>,
  kept?: (input: I, call: Call) => KeptForm<O, K>,
) =>
  Object.assign((input: I, call: Call): Promise<Result<O>> => call.within((tx) => work(input, tx, call), kept?.(input, call)), {
    [insideOnly]: true as const,
  });
