// How does the web speak to the server? The contract's typed client; every call carries the purpose of use that the person has chosen,
// if that route may be used for it, and every write an idempotency key.
import { contract } from '@anwang/contract';
import { type ApiClient, createClient } from '@anwang/contract/client';
import { chosenPurpose } from '../session/purpose.ts';
import { hearBuild } from './build.ts';

const client = createClient({
  url: window.location.origin,
  newKey: () => crypto.randomUUID(),
  fetch: async (request, init) => {
    const response = await fetch(request, { ...init, credentials: 'same-origin', cache: 'no-store' });
    hearBuild(response.headers.get('anwang-web'));
    return response;
  },
});

type Facts = { '~orpc': { meta: { purpose?: readonly string[] } } };
type Call = (input: unknown, options?: { context?: { key?: string; purpose?: string }; signal?: AbortSignal }) => Promise<unknown>;

function withPurpose(call: Call, purposes: readonly string[]): Call {
  return (input, options = {}) => {
    const purpose = chosenPurpose();
    const context = { ...options.context, ...(purpose && purposes.includes(purpose) ? { purpose } : {}) };
    return call(input, { ...options, context });
  };
}

/** The contract's client with the chosen purpose on every route that allows it. */
export const api = Object.fromEntries(
  Object.entries(contract).map(([feature, routes]) => [
    feature,
    Object.fromEntries(
      Object.entries(routes as Record<string, Facts>).map(([verb, route]) => {
        const calls = client[feature as keyof ApiClient] as unknown as Record<string, Call>;
        return [verb, withPurpose((input, options) => calls[verb]!(input, options), route['~orpc'].meta.purpose ?? [])];
      }),
    ),
  ]),
) as unknown as ApiClient;
