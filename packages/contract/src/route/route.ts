// What a route must state to exist: method, path, shapes, and who may call it, why, and how it may fail. Law 4: without these it does not compile.
import type { Action, Purpose } from '@anwang/core/access';
import type { ProblemCode } from '@anwang/core/lang';
import { oc } from '@orpc/contract';
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Budgets that a route may draw on; their sizes are settings of the server. */
export type RateLimit = 'publicReport' | 'receipt' | 'signIn' | 'publicRead' | 'upload';

export type RouteFacts = {
  /** The action of the access model that `decide()` is asked for; `public` needs no account. */
  access: Action | 'public' | 'signedIn';
  /** For which purposes it may be called; the first is taken when the caller names none. */
  purpose: readonly [Purpose, ...Purpose[]];
  /** Every problem the handler itself may answer with, beyond those that any route can give. */
  problems: readonly ProblemCode[];
  rateLimit?: RateLimit;
  /** `stream`: the request body is a file, not JSON. */
  body?: 'json' | 'stream';
  /** `stream`: the reply is a file; `redirect`: the reply sends the browser elsewhere. */
  reply?: 'json' | 'stream' | 'redirect';
  /** False for a write that repeats harmlessly (sign-in, presence, reads by POST) and so takes no idempotency key. */
  keyed?: boolean;
};

export type RouteMeta = Required<Omit<RouteFacts, 'rateLimit'>> & { rateLimit: RateLimit | null };

type Shaped<I extends z.ZodType, O extends z.ZodType> = RouteFacts & {
  method: Method;
  path: `/${string}`;
  summary: string;
  input: I;
  output: O;
};

/** One route of the API as a value: the contract of oRPC with our facts as its meta. */
export function route<const I extends z.ZodType, const O extends z.ZodType>(facts: Shaped<I, O>) {
  const meta: RouteMeta = {
    access: facts.access,
    purpose: facts.purpose,
    problems: facts.problems,
    rateLimit: facts.rateLimit ?? null,
    body: facts.body ?? 'json',
    reply: facts.reply ?? 'json',
    keyed: facts.keyed ?? facts.method !== 'GET',
  };
  return oc
    .$meta<RouteMeta>(meta)
    .route({ method: facts.method, path: facts.path, summary: facts.summary, inputStructure: 'compact' })
    .input(facts.input)
    .output(facts.output);
}
