// All routes of a contract as a flat list: what the server mounts, the OpenAPI page prints and the access test calls.
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import type { Method, RouteMeta } from './route.ts';

export type WalkedRoute = {
  /** `feature.verb` */
  name: string;
  feature: string;
  verb: string;
  method: Method;
  path: string;
  summary: string;
  input: z.ZodType;
  output: z.ZodType;
  meta: RouteMeta;
};

type Routes = { readonly [feature: string]: { readonly [verb: string]: AnyContractProcedure } };

/** The routes in the order of their statement. */
export function walkRoutes(contract: Routes): WalkedRoute[] {
  return Object.entries(contract).flatMap(([feature, routes]) =>
    Object.entries(routes).map(([verb, procedure]) => {
      if (!isContractProcedure(procedure)) throw new TypeError(`${feature}.${verb} is not a route`);
      const facts = procedure['~orpc'];
      return {
        name: `${feature}.${verb}`,
        feature,
        verb,
        method: facts.route.method as Method,
        path: facts.route.path as string,
        summary: facts.route.summary ?? '',
        input: facts.inputSchema as z.ZodType,
        output: facts.outputSchema as z.ZodType,
        meta: facts.meta as RouteMeta,
      };
    }),
  );
}
