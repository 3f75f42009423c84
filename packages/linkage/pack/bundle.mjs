// The command as a handful of files: finding, reading and compiling some 250 of them takes a sixth of a second at every start, and again in every thread.
// `node pack/bundle.mjs FOLDER`, a folder from which @duckdb/node-bindings can be found.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** Threads are started from the file beside the one that asks for them: both lie flat in the folder. */
export const bundle = async (folder) => {
  await build({
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    input: { main: 'src/command/main.ts', worker: 'src/score/worker.ts' },
    platform: 'node',
    external: [/^node:/, '@duckdb/node-bindings'],
    output: { dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', cleanDir: true },
    logLevel: 'warn',
  });
  // Its JavaScript is in the bundle, so its licence goes with it.
  copyFileSync(fileURLToPath(new URL('../LICENSE', import.meta.resolve('@duckdb/node-api'))), join(folder, 'duckdb-node-api.LICENSE'));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(process.argv[2]);
