// A fresh database per test file, copied from the migrated template: real PostgreSQL, real roles, real policies, nobody else's rows.

import { randomBytes } from 'node:crypto';
import type { KeyRing } from '@anwang/store/keys';
import { createDatabase, dropDatabase } from '@anwang/store/schema';
import { connectAs, embeddedTargets, openStore, type Store, type Targets } from '@anwang/store/session';
import type { Client } from 'pg';
import { templateName, testCluster } from './test-cluster.ts';

export type TestDatabase = {
  readonly name: string;
  readonly store: Store;
  readonly targets: Targets;
  readonly ring: KeyRing;
  /** A client with the owner's role: sees everything, for arranging and for looking behind the policies. */
  owner(): Promise<Client>;
  close(): Promise<void>;
};

/** Makes a database; call `close` in afterAll. About 50 ms. */
export async function temporaryDatabase(): Promise<TestDatabase> {
  const cluster = await testCluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const targets = embeddedTargets(cluster, name);
  await createDatabase(targets.owner, name, templateName);
  const store = openStore({ targets, ring: cluster.ring, connections: 6 });
  const owners: Client[] = [];
  return {
    name,
    store,
    targets,
    ring: cluster.ring,
    owner: async () => {
      const client = await connectAs(targets.owner, 'test owner');
      owners.push(client);
      return client;
    },
    close: async () => {
      await store.close();
      await Promise.all(owners.map((client) => client.end().catch(() => undefined)));
      await dropDatabase(targets.owner, name);
    },
  };
}

/** Runs `work` with a database of its own and removes it. */
export async function withDatabase<Result>(work: (database: TestDatabase) => Promise<Result>): Promise<Result> {
  const database = await temporaryDatabase();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
