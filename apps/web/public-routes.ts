// Where the public pages write to, out of the contract and into their bundle as plain data: they do not load the contract itself.
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';

/** Method and path of each route that asks for no account and takes JSON, by its name. */
export const publicRoutes = (): Record<string, { method: string; path: string }> =>
  Object.fromEntries(
    walkRoutes(contract)
      .filter(({ feature, meta }) => feature === 'intake' && meta.access === 'public' && meta.body === 'json')
      .map(({ verb, method, path }) => [verb, { method, path: `/api${path}` }]),
  );
