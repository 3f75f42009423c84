// The command as a handful of files: finding, reading and compiling some 250 of them takes a sixth of a second at every start, and again in every thread.
// `node pack/bundle.mjs FOLDER`, a folder from which @duckdb/node-bindings can be found.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  cwd: here('..'),
  platform: 'node',
  external: [/^node:/, '@duckdb/node-bindings'],
  logLevel: 'warn',
};

const PROGRAM = 'src/command/run-command.ts';

/** In the place of the program: what runs it with the bytecode that was kept. */
const loading = (program) => ({
  name: 'kept-code',
  load: (id) =>
    id === here(`../${PROGRAM}`)
      ? `import { runKept } from ${JSON.stringify(here('./kept-code.mjs'))};
export const { runCommand } = runKept(new URL(${JSON.stringify(`./${program}`)}, import.meta.url), process.argv[2] ?? '');`
      : null,
});

/** Threads are started from the file beside the one that asks for them: both lie flat in the folder. */
export const bundle = async (folder) => {
  const { output } = await build({
    ...shared,
    input: { program: PROGRAM },
    output: { dir: folder, format: 'cjs', entryFileNames: '[name]-[hash].cjs', codeSplitting: false, cleanDir: true },
  });
  const [{ fileName, imports }] = output;
  await build({
    ...shared,
    input: { main: 'src/command/main.ts' },
    plugins: [loading(fileName)],
    output: {
      ...{ dir: folder, format: 'esm', entryFileNames: '[name].js', codeSplitting: false },
      // Before V8's settings are changed: then Node's bytecode of its own modules no longer fits.
      banner: imports.map((name) => `import ${JSON.stringify(name)};`).join('\n'),
    },
  });
  await build({
    ...shared,
    input: { worker: 'src/score/worker.ts' },
    output: { dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  });
  // Its JavaScript is in the bundle, so its licence goes with it.
  copyFileSync(fileURLToPath(new URL('../LICENSE', import.meta.resolve('@duckdb/node-api'))), join(folder, 'duckdb-node-api.LICENSE'));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(process.argv[2]);
