// Which versions were measured?

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runProcess } from './process.ts';

const ASK = 'import importlib.metadata as m; print(*(f"{p}={m.version(p)}" for p in ("splink", "duckdb")), sep="\\n")';

/** Versions of our DuckDB and, where there is a virtual environment, of Splink and its DuckDB. */
export const versionsOf = async (venv: string | undefined): Promise<Record<string, string>> => {
  const ours = createRequire(import.meta.url)('@duckdb/node-api/package.json') as { version: string };
  const versions: Record<string, string> = { '@duckdb/node-api': ours.version };
  if (venv === undefined) return versions;
  const { out } = await runProcess(join(venv, 'bin', 'python'), ['-c', ASK]);
  for (const line of out.trim().split('\n')) {
    const [name, version] = line.split('=');
    versions[name === 'duckdb' ? 'DuckDB under Splink' : 'Splink'] = version ?? '';
  }
  return versions;
};
