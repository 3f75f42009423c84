// How to reach a database: the embedded server by socket and password, or an outside one by URL. Only this folder speaks to the driver.

import pg from 'pg';
import type { Cluster } from '../cluster/index.ts';
import { valueParsers } from './value-parsers.ts';

/** Roles of the database; `owner` migrates, erases and backs up, the others serve. */
export type DatabaseRole = 'owner' | 'app' | 'worker' | 'auth';

/** One way into one database. `become` is the role taken inside each transaction when the login is another one (outside servers). */
export type Target = { readonly config: pg.ClientConfig; readonly become?: string };

/** All ways into one database. */
export type Targets = Readonly<Record<DatabaseRole, Target>>;

export const roleNames: Readonly<Record<DatabaseRole, string>> = {
  owner: 'anwang_owner',
  app: 'anwang_app',
  worker: 'anwang_worker',
  auth: 'anwang_auth',
};

/** Targets of the embedded server. The owner enters as the cluster's administrator and takes the owner's role. */
export function embeddedTargets(cluster: Pick<Cluster, 'host' | 'port' | 'secrets'>, database: string): Targets {
  const at = { host: cluster.host, port: cluster.port, database };
  const login = (role: 'app' | 'worker' | 'auth'): Target => ({
    config: { ...at, user: roleNames[role], password: cluster.secrets[role] },
  });
  return {
    owner: { config: { ...at, user: 'postgres', password: cluster.secrets.admin }, become: roleNames.owner },
    app: login('app'),
    worker: login('worker'),
    auth: login('auth'),
  };
}

/** Targets of an outside server: one URL that may take the roles app, worker and auth, and one for migrations that may take the owner's. */
export function outsideTargets(url: string, migrationsUrl: string = url): Targets {
  const login = (role: DatabaseRole): Target => ({
    config: { connectionString: role === 'owner' ? migrationsUrl : url },
    become: roleNames[role],
  });
  return { owner: login('owner'), app: login('app'), worker: login('worker'), auth: login('auth') };
}

/** Settings every connection has: UTC, our parsers, a name for the operator's view. */
export function clientConfig(target: Target, name: string): pg.ClientConfig {
  return { ...target.config, types: valueParsers, application_name: `anwang ${name}`, keepAlive: true };
}

/** Connects one client as the role of the target for good (owner's work: migrations, backup, erasure). The caller ends it. */
export async function connectAs(target: Target, name: string): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(target, name));
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`set timezone = 'UTC'${target.become ? `; set role ${pg.escapeIdentifier(target.become)}` : ''}`);
  return client;
}
