// The run's PostgreSQL with a migrated template database. Test files run in several processes: the first makes it, the others wait for its note.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, startCluster } from '@anwang/store/cluster';
import { type KeyRing, newKeyRing, openKeyFile, writeKeyFile } from '@anwang/store/keys';
import { createDatabase, migrate } from '@anwang/store/schema';
import { embeddedTargets } from '@anwang/store/session';
import { inject } from 'vitest';

export type TestCluster = Pick<Cluster, 'host' | 'port' | 'secrets'> & { readonly ring: KeyRing };

export const templateName = 'anwang_template';
const patienceSeconds = 90;

let known: Promise<TestCluster> | undefined;

/** The cluster of this run. */
export function testCluster(): Promise<TestCluster> {
  known ??= find();
  return known;
}

async function find(): Promise<TestCluster> {
  const folder = inject('anwangTestFolder') ?? mkdtempSync(join(tmpdir(), 'anwang-alone-'));
  chmodSync(folder, 0o711);
  const note = join(folder, 'cluster.json');
  const keys = join(folder, 'keys.json');
  try {
    mkdirSync(join(folder, 'making'));
  } catch {
    return wait(note, keys, join(folder, 'making'));
  }
  try {
    const cluster = await startCluster({ data: join(folder, 'data'), quick: true });
    const targets = embeddedTargets(cluster, templateName);
    await createDatabase(targets.owner, templateName);
    await migrate(targets.owner, { passwords: cluster.secrets });
    const ring = newKeyRing();
    writeKeyFile(keys, ring);
    const facts = { host: cluster.host, port: cluster.port, secrets: cluster.secrets };
    writeFileSync(`${note}.new`, JSON.stringify(facts));
    renameSync(`${note}.new`, note);
    return { ...facts, ring };
  } catch (error) {
    rmSync(join(folder, 'making'), { recursive: true, force: true });
    throw error;
  }
}

async function wait(note: string, keys: string, making: string): Promise<TestCluster> {
  for (let waited = 0; waited < patienceSeconds * 20; waited++) {
    if (existsSync(note))
      return { ...(JSON.parse(readFileSync(note, 'utf8')) as Omit<TestCluster, 'ring'>), ring: openKeyFile(keys, true) };
    if (!existsSync(making)) return find();
    await sleep(50);
  }
  throw new Error(`the test database was not ready after ${patienceSeconds} s`);
}
