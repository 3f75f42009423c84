// How does a command reach a PostgreSQL that a running server has started? By the same socket and passwords; it neither starts nor stops anything.

import { join, resolve } from 'node:path';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { choosePlace, databaseOf } from './place.ts';
import { clusterSecrets } from './secrets.ts';
import type { Cluster } from './start-cluster.ts';

/** The cluster of a data folder as a guest; `stop` leaves it running. */
export function attachCluster(folder: string): Cluster {
  const data = resolve(folder);
  const place = choosePlace(data, findBinaries(), chooseAccount(databaseOf(data)));
  return {
    host: place.socket,
    port: 5432,
    secrets: clusterSecrets(data, place.database),
    notices: [],
    database: place.database,
    log: join(data, 'postgres.log'),
    recoveredOrphan: false,
    stop: async () => undefined,
  };
}
