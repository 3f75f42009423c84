// Every route of the contract on Fastify: rate, session, access, purpose, input, handler, reply. The order is the order of refusal.

import { Readable } from 'node:stream';
import { contract } from '@anwang/contract';
import { type WalkedRoute, walkRoutes } from '@anwang/contract/route';
import type { Result } from '@anwang/core/lang';
import { SignInEndedError } from '@anwang/store/session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../house.ts';
import type { Call } from './call.ts';
import { compressReply } from './compress-reply.ts';
import type { AllHandlers } from './handlers.ts';
import { makeCall } from './make-call.ts';
import { readInput } from './read-input.ts';
import { replyBytes } from './reply-bytes.ts';
import { languageOf, sendProblem } from './send-problem.ts';
import { insideOnly } from './within.ts';

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
  const result = (await trust(one, handler, house, request, reply)) ?? (await handle(one, handler, house, request, reply, false));
  if (!result.ok) return sendProblem(reply, result.problem, language);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (one.meta.reply === 'redirect') return reply.code(302).send();
  if (result.value instanceof Readable) return reply.send(result.value);
  const bytes = replyBytes(JSON.stringify(result.value));
  const small = compressReply(bytes, request.headers['accept-encoding']?.toString());
  if (small !== null) reply.header('content-encoding', small.encoding).header('vary', 'accept-encoding');
  return reply.header('content-type', 'application/json; charset=utf-8').send(small?.bytes ?? bytes);
}

/** Sign-in itself and the administration of accounts do things outside their transaction: there the sign-in is always asked for first. */
const asksFirst = new Set(['session', 'admin']);

/**
 * Goes ahead on a sign-in known from before, where all is done inside a transaction that checks it. Null when it must be asked for first:
 * none is known, it has ended, or the answer would be a refusal that a fresh look might give otherwise.
 */
async function trust(
  one: WalkedRoute,
  handler: Untyped,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<unknown> | null> {
  if (!(insideOnly in handler) || one.meta.access === 'public' || asksFirst.has(one.feature)) return null;
  if (house.signIns.find(request.headers.cookie) === undefined) return null;
  try {
    const result = await handle(one, handler, house, request, reply, true);
    return result.ok || result.problem.code !== 'accessDenied' ? result : null;
  } catch (error) {
    if (!(error instanceof SignInEndedError)) throw error;
    house.signIns.forget(request.headers.cookie);
    return null;
  }
}

async function handle(
  one: WalkedRoute,
  handler: Untyped,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  trusting: boolean,
): Promise<Result<unknown>> {
  const admitted = await makeCall(one, house, request, reply, languageOf(request.headers['accept-language']), trusting);
  if (!admitted.ok) return admitted;
  const input = readInput(one, {
    params: request.params as Record<string, string>,
    search: request.raw.url?.split('?')[1] ?? '',
    body: one.meta.body === 'stream' ? undefined : request.body,
  });
  return input.ok ? handler(input.value, admitted.value) : input;
}
