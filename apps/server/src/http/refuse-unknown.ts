// Addresses that do not exist: below /api a problem (404, or 405 where the address exists for another method), elsewhere the web's own page.
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';
import type { FastifyInstance } from 'fastify';
import { languageOf, sendProblem } from './send-problem.ts';
import type { WebPages } from './static-web.ts';

/** Answers what no route answers. `pages` are those of the web, null where the web is not built. */
export function refuseUnknown(app: FastifyInstance, pages: WebPages | null): void {
  const known = walkRoutes(contract).map((one) => ({
    method: one.method,
    shape: new RegExp(`^/api${one.path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
  }));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const language = languageOf(request.headers['accept-language']);
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !path.startsWith('/api') && !/\.[a-z0-9]{1,8}$/i.test(path);
    if (isPage && pages)
      return reply
        .code(200)
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(/^\/report(?:\/|$)/.test(path) ? pages.report : pages.staff);
    const elsewhere = known.some((one) => one.method !== request.method && one.shape.test(path));
    return sendProblem(
      reply,
      elsewhere ? { code: 'methodNotAllowed', method: request.method } : { code: 'notFound', kind: 'address', id: null },
      language,
    );
  });
}
