// The usual handler: one transaction for the whole request.
import type { Result } from '@anwang/core/lang';
import type { Tx } from '@anwang/store/session';
import type { Call } from './call.ts';

/** A handler whose work is done in the one transaction of the request. */
export const within =
  <I, O>(work: (input: I, tx: Tx, call: Call) => Promise<Result<O>>) =>
  (input: I, call: Call): Promise<Result<O>> =>
    call.within((tx) => work(input, tx, call));
