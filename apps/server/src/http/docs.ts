// The API's own description: /openapi.json, and /docs as a page that needs no script and no network.
import { contract } from '@anwang/contract';
import { openApiDocument } from '@anwang/contract/openapi';
import type { FastifyInstance } from 'fastify';
import { docsPage } from './docs-page.ts';

export const productVersion = '0.1.0';

/** Adds both addresses; the texts are made once. */
export function addDocs(app: FastifyInstance): void {
  const document = JSON.stringify(openApiDocument(contract, productVersion));
  const page = docsPage(contract);
  app.get('/openapi.json', async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-cache').send(document),
  );
  app.get('/docs', async (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
  );
}
