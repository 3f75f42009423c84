// The production build of the web, made again only when something it is made of has changed.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './house/list-files.ts';
import { root } from './house/sources.ts';
import { runCommand } from './run-command.ts';
import { putInPlace } from './web-folder.ts';

const made = join(root, 'apps/web/dist');
/** Where it is made: the folder that is served stays whole until the new one is, and for good when the build fails. */
const next = join(root, 'apps/web/.dist-next');
const stamp = '.content-hash';

/** What the bundle is made of. What the first build leaves in the folder of the message compiler is none of it: a second start would build again, under the pages of the first. */
export function webSources(): string[] {
  return [...listFiles(root, ['apps/web', 'packages/core', 'packages/contract']), 'package-lock.json'].filter(
    (path) =>
      !path.startsWith('apps/web/e2e/') &&
      !/\.test\.tsx?$/.test(path) &&
      (!path.startsWith('apps/web/project.inlang/') || path.endsWith('/settings.json')),
  );
}

/** Digest of everything the bundle is made of: web, core, contract, lockfile. */
function contentHash(): string {
  const hash = createHash('sha256');
  for (const path of webSources()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

const words = join(root, 'apps/web/src/paraglide');

/** A place that this user may not write, if so: Vite would say it in a stack. */
function closedPlace(): string | undefined {
  return [join(root, 'apps/web'), made, words].find((place) => {
    try {
      accessSync(place, constants.W_OK);
      return false;
    } catch (error) {
      return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    }
  });
}

/** Builds apps/web into apps/web/dist unless the cached build is of the same content. Returns what Vite said when it failed. */
export async function buildWeb(): Promise<{ ok: true; cached: boolean; seconds: number } | { ok: false; output: string }> {
  const hash = contentHash();
  if (existsSync(join(made, stamp)) && readFileSync(join(made, stamp), 'utf8') === hash) return { ok: true, cached: true, seconds: 0 };
  const closed = closedPlace();
  if (closed !== undefined)
    return {
      ok: false,
      output: `啟動者無權寫入 ${closed}，請把整個資料夾交給這個使用者（例如 chown -R）。\nThe user who starts Anwang may not write ${closed}. Give the whole folder to this user (e.g. chown -R).`,
    };
  const vite = (mode: string) =>
    runCommand(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'warn', '--outDir', next, '--mode', mode], {
      cwd: join(root, 'apps/web'),
    });
  const staff = await vite('production');
  const run = staff.code === 0 ? await vite('public') : staff;
  if (run.code !== 0) {
    const full = run.output.includes('ENOSPC') ? `磁碟已滿，請騰出空間後再試。 The disk is full. Free some space and try again.` : '';
    return { ok: false, output: [run.output, full].filter(Boolean).join('\n') };
  }
  writeFileSync(join(next, stamp), hash);
  putInPlace(next, made);
  return { ok: true, cached: false, seconds: staff.seconds + run.seconds };
}
