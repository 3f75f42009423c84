// Runs a script with the bytecode that an earlier run of it left. Node's own cache is written before a module runs, when V8 has compiled hardly any of
// its functions: they were read and compiled again at every start, a tenth of the time of linking 10,000 rows.
import { closeSync, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

/** The file's bytes if it is ours and nobody else could have written it: bytecode is trusted as the program itself is. */
const readOwn = (path) => {
  let file;
  try {
    file = openSync(path);
    const { uid, mode } = fstatSync(file);
    const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return own ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

const keep = (path, script) => {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, script.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch {
    // Without a place for it the next run is as slow as this one.
  }
};

/**
 * What the CommonJS script exports. Its name must change with its text, which V8 does not compare. Bytecode is kept in the folder of Node's compile cache,
 * for every `purpose` its own, since it holds the functions that a run has called; where that cache is off, nothing is kept.
 */
export const runKept = (url, purpose) => {
  const file = fileURLToPath(url);
  const folder = module.getCompileCacheDir?.();
  const name = /^[a-z]+$/.test(purpose) ? purpose : 'other';
  const path = folder === undefined ? undefined : join(folder, `${basename(file, '.cjs')}-${name}.bytecode`);
  const cachedData = path === undefined ? undefined : readOwn(path);
  const script = new vm.Script(module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (path !== undefined && (cachedData === undefined || script.cachedDataRejected)) {
    process.on('exit', (code) => {
      if (code === 0) keep(path, script);
    });
  }
  const own = { exports: {} };
  script.runInThisContext()(own.exports, createRequire(url), own, file, dirname(file));
  return own.exports;
};
