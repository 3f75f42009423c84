// Turns messages/*.json into typed functions under src/paraglide. Run before types are checked, tests are run or the web is built:
// `node apps/web/compile-words.ts`; the configurations of Vite and Vitest run it themselves. A program of its own because the
// compiler leaves a handle open (2.25.4), on which Vite and Vitest would wait.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const outdir = join(here, 'src/paraglide');
const stamp = join(outdir, '.made-of');

/** Digest of what the functions are made of: words, settings, compiler, this program. */
function madeOf(): string {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  const messages = readdirSync(join(here, 'messages')).map((name) => join('messages', name));
  for (const path of [...messages.sort(), 'project.inlang/settings.json', 'package.json'])
    hash.update(path).update(readFileSync(join(here, path)));
  return hash.digest('hex');
}

/** A word that stands in two files keeps the compiler busy for minutes instead of being refused. */
function refuseTwice(): void {
  const seen = new Map<string, string>();
  for (const name of readdirSync(join(here, 'messages'))) {
    const words: Record<string, unknown> = JSON.parse(readFileSync(join(here, 'messages', name), 'utf8'));
    const locale = name.split('.')[1];
    for (const key of Object.keys(words)) {
      if (key === '$schema') continue;
      const first = seen.get(`${locale} ${key}`);
      if (first !== undefined) throw new Error(`The word "${key}" stands in messages/${first} and in messages/${name}: keep one.`);
      seen.set(`${locale} ${key}`, name);
    }
  }
}

// Compiling takes six seconds of a processor, and every run of Vite, Vitest and Knip comes by here.
const digest = madeOf();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  refuseTwice();
  const { compile } = await import('@inlang/paraglide-js');
  await compile({
    project: join(here, 'project.inlang'),
    outdir,
    strategy: ['globalVariable', 'baseLocale'],
    outputStructure: 'locale-modules',
    emitTsDeclarations: true,
  });
  writeFileSync(stamp, digest);
}
process.exit(0);
