// How do the server and the command line come to the same database? By one function: embedded cluster (or outside server), database, keys, store, logins.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import { attachCluster, type Cluster, ClusterError, startCluster } from '../cluster/index.ts';
import { type KeyRing, openKeyFile } from '../keys/index.ts';
import { checkOutside, createDatabase, holdsSealed, migrate } from '../schema/index.ts';
import {
  type AuthDatabase,
  embeddedTargets,
  openAuthDatabase,
  openStore,
  outsideTargets,
  type Store,
  type Targets,
} from '../session/index.ts';
import { explainTrouble } from './explain-trouble.ts';

export interface InstallationOptions {
  /** Data folder. */
  readonly data: string;
  /** An outside PostgreSQL instead of the embedded one, and its login for migrations. */
  readonly databaseUrl?: string | undefined;
  readonly migrationsUrl?: string | undefined;
  /** Key file; default beside the data folder, so that a copy of the folder alone opens nothing. */
  readonly keys?: string | undefined;
  readonly pooled?: boolean;
  readonly connections?: number;
  /** Work beside a server that already runs on this folder, as its guest. */
  readonly beside?: boolean;
  /** Tests only: no fsync. */
  readonly quick?: boolean;
  readonly onRestart?: (event: { readonly restarted: boolean; readonly message: string }) => void;
}

export interface Installation {
  readonly store: Store;
  readonly ring: KeyRing;
  readonly keyFile: string;
  readonly targets: Targets;
  /** Null with an outside server. */
  readonly cluster: Cluster | null;
  readonly logins: Kysely<AuthDatabase>;
  /** Brings the schema up to date; quick when it is. */
  migrate(onStep?: (step: string) => void): Promise<void>;
  /** Closes connections and stops the embedded server. */
  close(): Promise<void>;
}

const databaseName = 'anwang';

/** Where the keys of a data folder are looked for when nothing else is said. */
export const defaultKeyFile = (data: string): string => `${resolve(data)}.keys.json`;

const clusterOf = async ({ data, quick = false, beside = false, onRestart }: InstallationOptions): Promise<Cluster> => {
  try {
    return await startCluster({ data, quick, ...(onRestart === undefined ? {} : { onRestart }) });
  } catch (error) {
    if (beside && error instanceof ClusterError && error.code === 'alreadyRunning') return attachCluster(data);
    throw error;
  }
};

const dataLiesIn = (data: string): boolean => ['postgres', 'postgres.at'].some((name) => existsSync(join(resolve(data), name)));

/** Asks the outside server whether it will do, and, where the key file is missing, whether something was sealed there under keys that are gone. */
const outsideNeedsKeys = async ({ databaseUrl, migrationsUrl }: InstallationOptions, keyFile: string): Promise<boolean> => {
  const targets = outsideTargets(databaseUrl ?? '', migrationsUrl);
  await checkOutside(targets);
  return !existsSync(keyFile) && holdsSealed(targets.owner);
};

/** Opens the installation of a data folder. Throws errors whose message is a sentence for the person who starts us. */
export const openInstallation = (options: InstallationOptions): Promise<Installation> =>
  open(options).catch((error: unknown) => {
    throw explainTrouble(error, options.data);
  });

const open = async (options: InstallationOptions): Promise<Installation> => {
  const keyFile = options.keys ?? defaultKeyFile(options.data);
  const outside = options.databaseUrl !== undefined && options.databaseUrl !== '';
  const ring = openKeyFile(keyFile, outside ? await outsideNeedsKeys(options, keyFile) : dataLiesIn(options.data));
  const cluster = outside ? null : await clusterOf(options);
  try {
    const targets =
      cluster === null ? outsideTargets(options.databaseUrl ?? '', options.migrationsUrl) : embeddedTargets(cluster, databaseName);
    if (cluster !== null) await createDatabase(targets.owner, databaseName);
    const store = openStore({
      targets,
      ring,
      pooled: options.pooled ?? false,
      ...(options.connections === undefined ? {} : { connections: options.connections }),
    });
    const logins = openAuthDatabase(targets.auth);
    return {
      store,
      ring,
      keyFile,
      targets,
      cluster,
      logins,
      migrate: (onStep) =>
        migrate(targets.owner, {
          ...(cluster === null ? {} : { passwords: cluster.secrets }),
          ...(onStep === undefined ? {} : { onStep }),
        }),
      close: async () => {
        await Promise.all([store.close(), logins.destroy()]);
        await cluster?.stop();
      },
    };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
};
