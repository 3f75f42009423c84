// The HTTP server: API, the API's own description, health and metrics, and the web for everything else.

import { randomUUID } from 'node:crypto';
import type { Problem } from '@anwang/core/lang';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { House } from '../house.ts';
import { addDocs } from './docs.ts';
import { explainError } from './explain-error.ts';
import type { AllHandlers } from './handlers.ts';
import { addHealth } from './health.ts';
import { addMetrics } from './metrics.ts';
import { mountRoutes } from './mount.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { languageOf, sendProblem } from './send-problem.ts';
import { addWeb } from './static-web.ts';

export type AppOptions = { readonly house: House; readonly handlers: AllHandlers; readonly log: Logger; readonly web: string | null };

/** The whole server, not yet listening. */
export async function makeApp({ house, handlers, log, web }: AppOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    logger: false,
    bodyLimit: 1_048_576,
    // Counted from ourselves: the caller is whom the farthest of our proxies saw.
    trustProxy: (_address, hop) => hop < house.settings.trustProxy,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) =>
      sendProblem(
        reply as never,
        explainError(error) ?? { code: 'notFound', kind: 'address', id: null },
        languageOf(request.headers['accept-language']),
      ),
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return;
      const body = '{"type":"urn:anwang:problem:bodyUnreadable","title":"Bad request","status":400,"code":"bodyUnreadable"}';
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
    },
  });
  app.setErrorHandler((error, request, reply) => {
    const problem: Problem = explainError(error) ?? { code: 'unexpected', incident: request.id };
    // A bug is logged with its stack and its incident number; of the request only the route is said, since addresses and bodies may speak of people.
    if (problem.code === 'unexpected' || problem.code === 'unavailable')
      log.error({ incident: request.id, route: request.routeOptions.url, error: loggable(error) }, problem.code);
    return sendProblem(reply, problem, languageOf(request.headers['accept-language']));
  });
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        id: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
  addSecurityHeaders(app, house.settings.origin?.startsWith('https:') ?? false);
  addMetrics(app);
  addHealth(app, house);
  addDocs(app);
  // Before the routes: their replies name the build of the web.
  const pages = web ? await addWeb(app, web) : null;
  await mountRoutes(app, house, handlers);
  refuseUnknown(app, pages);
  return app;
}

/** Name, code and stack; a database error's message may quote values, so only its code and constraint are kept. */
function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table, routine } = error as Error & Record<string, unknown>;
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    name: error.name,
    code,
    constraint,
    table,
    routine,
    ...(fromDatabase ? {} : { message: error.message }),
    stack: error.stack?.split('\n').slice(1, 12).join('\n'),
  };
}
