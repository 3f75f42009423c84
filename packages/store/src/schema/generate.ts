// Writes what follows from the migrations: the tables' types, schema.sql and the policies. Run by `npm run generate`; the tests compare.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../cluster/index.ts';
import { writePolicies } from '../policies/generate.ts';
import { connectAs, embeddedTargets } from '../session/target.ts';
import { createDatabase } from './create-database.ts';
import { migrate } from './migrate.ts';
import { printSchema } from './print-schema.ts';
import { printTypes } from './print-types.ts';

writePolicies();
const data = mkdtempSync(join(tmpdir(), 'anwang-generate-'));
chmodSync(data, 0o711);
const cluster = await startCluster({ data, quick: true });
try {
  const targets = embeddedTargets(cluster, 'anwang');
  await createDatabase(targets.owner, 'anwang');
  await migrate(targets.owner, { passwords: cluster.secrets });
  const client = await connectAs(targets.owner, 'generate');
  writeFileSync(join(import.meta.dirname, 'database.generated.ts'), await printTypes(client));
  writeFileSync(join(import.meta.dirname, '..', '..', 'schema.sql'), await printSchema(client));
  await client.end();
} finally {
  await cluster.stop();
  rmSync(data, { recursive: true, force: true });
}
