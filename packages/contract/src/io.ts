// The types of a route, for whoever handles or calls it: `OutputOf<'cases', 'list'>`.
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { z } from 'zod';
import type { Contract } from './contract.ts';

type Sent = InferContractRouterInputs<Contract>;
type Replied = InferContractRouterOutputs<Contract>;

/** What a caller sends. */
export type SentOf<F extends keyof Sent, V extends keyof Sent[F]> = Sent[F][V];
/** What a handler receives: parsed, defaults filled in. */
export type InputOf<F extends keyof Contract, V extends keyof Contract[F]> = Contract[F][V] extends { '~orpc': { inputSchema?: infer S } }
  ? S extends z.ZodType
    ? z.output<S>
    : never
  : never;
/** What a caller receives. */
export type OutputOf<F extends keyof Replied, V extends keyof Replied[F]> = Replied[F][V];
