// A typed client of the contract for browsers and programs: one call per route, problems as thrown `ApiProblem`.
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { type Contract, contract } from '../contract.ts';
import type { ProblemDocument } from '../problems/index.ts';
import { ApiProblem } from './api-problem.ts';

/** What a call may say about itself: the key of a write (kept over retries) and the purpose of use. */
export type CallContext = { key?: string; purpose?: string };
export type ApiClient = ContractRouterClient<Contract, CallContext>;

export type ClientOptions = {
  url: string;
  fetch?: (request: Request, init?: RequestInit) => Promise<Response>;
  newKey: () => string;
  headers?: () => Record<string, string>;
};

/** The client. `newKey` makes an idempotency key for a write that was given none. */
export function createClient(options: ClientOptions): ApiClient {
  const send = options.fetch ?? ((request, init) => globalThis.fetch(request, init));
  const link = new OpenAPILink<CallContext>(contract, {
    url: `${options.url}/api`,
    headers: (call) => ({
      ...options.headers?.(),
      'idempotency-key': call.context.key ?? options.newKey(),
      ...(call.context.purpose ? { purpose: call.context.purpose } : {}),
    }),
    fetch: async (request, init) => {
      const response = await send(request, init as RequestInit);
      if (response.headers.get('content-type')?.startsWith('application/problem+json'))
        throw new ApiProblem((await response.json()) as ProblemDocument);
      return response;
    },
  });
  return createORPCClient<ApiClient>(link);
}
