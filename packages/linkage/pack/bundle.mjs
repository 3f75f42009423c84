// The command as a handful of files: finding, reading and compiling some 150 of them takes an eighth of a second at every start, and again in every thread.
// `node pack/bundle.mjs FOLDER`, a folder from which @duckdb/node-api can be found.
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** Threads are started from the file beside the one that asks for them: both lie flat in the folder. */
export const bundle = (folder) =>
  build({
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    input: { main: 'src/command/main.ts', worker: 'src/score/worker.ts' },
    platform: 'node',
    external: [/^node:/, /^@duckdb\//],
    output: { dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', cleanDir: true },
    logLevel: 'warn',
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(process.argv[2]);
