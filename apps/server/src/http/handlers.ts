// What a feature gives the server: one handler per route of the contract, no more and no fewer (exhaustive by type).
import type { Contract, Feature, InputOf } from '@anwang/contract';
import type { Result } from '@anwang/core/lang';
import type { z } from 'zod';
import type { Call } from './call.ts';

/** What a handler replies: the shape before the output schema, which is a statement and is not run on every reply. */
type ReplyOf<F extends Feature, V extends keyof Contract[F]> = Contract[F][V] extends { '~orpc': { outputSchema?: infer S } }
  ? S extends z.ZodType
    ? z.input<S>
    : never
  : never;

/** Answers one route. A problem is a value; an exception is a bug or a broken database. */
type Handler<F extends Feature, V extends keyof Contract[F]> = (input: InputOf<F, V>, call: Call) => Promise<Result<ReplyOf<F, V>>>;

/** All handlers of one feature. */
export type Handlers<F extends Feature> = { readonly [V in keyof Contract[F]]: Handler<F, V> };
/** All handlers of the server. */
export type AllHandlers = { readonly [F in Feature]: Handlers<F> };
