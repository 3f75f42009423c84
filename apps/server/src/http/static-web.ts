// The built web from its folder: names with a hash for ever, the page itself never from a cache.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The two pages that addresses of the web begin with: who reports gets a small one (apps/web/src/public.tsx). */
export type WebPages = { readonly staff: Buffer; readonly report: Buffer };

/** What every reply calls the build that the staff's page begins with by: a page of an earlier one learns that there is a newer. */
const buildHeader = 'anwang-web';

/** The script that the page begins with; its name changes with anything that it loads. */
const beginOf = (page: Buffer): string | undefined => /\/assets\/(index-[\w-]+)\.js/.exec(page.toString('utf8'))?.[1];

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
  const pages = { staff: readFileSync(staff), report: readFileSync(report) };
  const build = beginOf(pages.staff);
  if (build !== undefined)
    app.addHook('onRequest', async (_request, reply) => {
      reply.header(buildHeader, build);
    });
  return pages;
}
