// The built web from its folder: names with a hash for ever, the page itself never from a cache.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The two pages that addresses of the web begin with: who reports gets a small one (apps/web/src/public.tsx). */
export type WebPages = { readonly staff: Buffer; readonly report: Buffer };

/** Serves the folder; gives its pages, or null where the web was not built. */
export async function addWeb(app: FastifyInstance, folder: string): Promise<WebPages | null> {
  const [staff, report] = ['index.html', 'report.html'].map((name) => join(folder, name));
  if (!staff || !report || !existsSync(staff) || !existsSync(report)) return null;
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    cacheControl: false,
    // The forms for the wire lie beside the files (apps/web/compress-assets.ts); they are no addresses of their own.
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => {
      const hashed = /[\\/]assets[\\/].*-[A-Za-z0-9_-]{8,}\.[a-z0-9]+(?:\.br|\.gz)?$/.test(path);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return { staff: readFileSync(staff), report: readFileSync(report) };
}
