// Every route of the contract on Fastify: rate, session, access, purpose, input, handler, reply. The order is the order of refusal.

import { Readable } from 'node:stream';
import { contract } from '@anwang/contract';
import { type WalkedRoute, walkRoutes } from '@anwang/contract/route';
import type { Result } from '@anwang/core/lang';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../house.ts';
import type { Call } from './call.ts';
import type { AllHandlers } from './handlers.ts';
import { makeCall } from './make-call.ts';
import { readInput } from './read-input.ts';
import { languageOf, sendProblem } from './send-problem.ts';

type Untyped = (input: unknown, call: Call) => Promise<Result<unknown>>;

/** Mounts all routes below /api. Routes that take a file get a scope of their own, whose parser hands the body over as a stream. */
export async function mountRoutes(app: FastifyInstance, house: House, handlers: AllHandlers): Promise<void> {
  const routes = walkRoutes(contract);
  const mount = (scope: FastifyInstance, one: WalkedRoute): void => {
    const handler = (handlers as Record<string, Record<string, Untyped>>)[one.feature]?.[one.verb];
    if (!handler) throw new Error(`no handler for ${one.name}`);
    scope.route({
      method: one.method,
      url: `/api${one.path.replace(/\{([^}]+)\}/g, ':$1')}`,
      handler: (request, reply) => answer(one, handler, house, request, reply),
    });
  };
  for (const one of routes) if (one.meta.body === 'json') mount(app, one);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const one of routes) if (one.meta.body === 'stream') mount(scope, one);
  });
}

async function answer(
  one: WalkedRoute,
  handler: Untyped,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const language = languageOf(request.headers['accept-language']);
  const admitted = await makeCall(one, house, request, reply, language);
  if (!admitted.ok) return sendProblem(reply, admitted.problem, language);
  const search = request.raw.url?.split('?')[1] ?? '';
  const input = readInput(one, {
    params: request.params as Record<string, string>,
    search,
    body: one.meta.body === 'stream' ? undefined : request.body,
  });
  if (!input.ok) return sendProblem(reply, input.problem, language);
  const result = await handler(input.value, admitted.value);
  if (!result.ok) return sendProblem(reply, result.problem, language);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (one.meta.reply === 'redirect') return reply.code(302).send();
  if (result.value instanceof Readable) return reply.send(result.value);
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(result.value));
}
