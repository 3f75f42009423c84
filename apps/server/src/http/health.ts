// Is the process there (/healthz), and can it serve (/readyz)?
import type { FastifyInstance } from 'fastify';
import type { House } from '../house.ts';
import { languageOf, sendProblem } from './send-problem.ts';

/** Adds both addresses. */
export function addHealth(app: FastifyInstance, house: House): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', async (request, reply) => {
    if (await house.store.ready()) return reply.header('cache-control', 'no-store').send({ status: 'ready' });
    return sendProblem(reply, { code: 'unavailable', retryAfterSeconds: 2 }, languageOf(request.headers['accept-language']));
  });
}
