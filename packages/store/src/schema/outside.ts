// An outside server (DATABASE_URL): is it there, is it new enough, and may its login take our roles? Asked before anything is migrated or served.

import type { Client } from 'pg';
import { ClusterError } from '../cluster/index.ts';
import { connectAs, type Target, type Targets } from '../session/target.ts';
import { migratingFault, servingFault } from './outside-rights.ts';

type Variable = 'DATABASE_URL' | 'DATABASE_MIGRATIONS_URL';
const guide = 'docs/guides/outside-postgresql.md';

/** What to do, by PostgreSQL's or the network's code. */
function advice(code: unknown, name: string): readonly [en: string, zh: string] {
  if (code === '3D000')
    return [
      `Its administrator makes it: create database ${name} owner … template template0 encoding 'UTF8' (${guide}).`,
      `請其管理者建立：create database ${name} owner … template template0 encoding 'UTF8'（${guide}）。`,
    ];
  if (code === '28P01' || code === '28000')
    return ['Check user name and password, and pg_hba.conf there.', '請檢查帳號與密碼，以及該主機的 pg_hba.conf。'];
  return ['Check address, password and pg_hba.conf.', '請檢查位址、密碼與 pg_hba.conf。'];
}

async function enter(target: Target, variable: Variable): Promise<Client> {
  const { connectionString } = target.config;
  if (connectionString !== undefined && !/^(postgres(ql)?:\/\/|socket:|\/)/.test(connectionString))
    throw new ClusterError(
      'outsideUnreachable',
      `${variable} is no address of a database. It reads postgres://USER:PASSWORD@HOST/DATABASE (signs such as @ or / in the password as %40, %2F).`,
      `${variable} 不是資料庫位址。寫法為 postgres://帳號:密碼@主機/資料庫（密碼中的 @、/ 等寫成 %40、%2F）。`,
    );
  return connectAs({ config: { connectionTimeoutMillis: 10_000, ...target.config } }, 'check').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    const [en, zh] = advice(
      error instanceof Error ? Reflect.get(error, 'code') : null,
      /database "(.+)" does not exist/.exec(why)?.[1] ?? 'anwang',
    );
    throw new ClusterError(
      'outsideUnreachable',
      `The database of ${variable} does not answer or refuses the login: ${why}. ${en}`,
      `${variable} 的資料庫沒有回應或拒絕登入：${why}。${zh}`,
      error,
    );
  });
}

/** Throws ClusterError `outsideUnreachable`, `outsideTooOld` or `outsideRights` with what to do. */
export async function checkOutside({ app, owner }: Pick<Targets, 'app' | 'owner'>): Promise<void> {
  const serving = await enter(app, 'DATABASE_URL');
  try {
    const fault = versionFault(await serverVersion(serving)) ?? (await servingFault(serving));
    if (fault !== null) throw fault;
  } finally {
    await serving.end();
  }
  const alone = app.config.connectionString !== undefined && app.config.connectionString === owner.config.connectionString;
  const migrating = await enter(owner, 'DATABASE_MIGRATIONS_URL');
  try {
    const fault = await migratingFault(migrating);
    // The serving login must never be given what the migrating one needs.
    if (fault !== null) throw alone ? new ClusterError('outsideRights', ...second) : fault;
  } finally {
    await migrating.end();
  }
}

const second = [
  `The login of DATABASE_URL may not migrate, and shall not: name the login that may in DATABASE_MIGRATIONS_URL (${guide}).`,
  `DATABASE_URL 的帳號不能（也不應）更新資料庫結構：請另以 DATABASE_MIGRATIONS_URL 指定可以的帳號（${guide}）。`,
] as const;

async function serverVersion(client: Client): Promise<number> {
  const row = (await client.query<{ version: string }>('show server_version_num')).rows[0];
  return Number(Object.values(row ?? {})[0] ?? 0);
}

/** @param version as PostgreSQL numbers it: 180004 */
export const versionFault = (version: number): ClusterError | null =>
  version >= 180000
    ? null
    : new ClusterError(
        'outsideTooOld',
        `The database of DATABASE_URL is PostgreSQL ${Math.floor(version / 10000)}; Anwang needs 18 or later. Upgrade it, or leave DATABASE_URL empty: Anwang then runs its own.`,
        `DATABASE_URL 的資料庫為 PostgreSQL ${Math.floor(version / 10000)}，安網需要 18 以上。請升級，或不設 DATABASE_URL，由安網使用內建的。`,
      );

/** Whether an outside database already holds something sealed: then its key file must be there, and a new one would be of no use. */
export async function holdsSealed(owner: Target): Promise<boolean> {
  // First as the plain login: before the first migration there is no owner's role to take.
  const login = await connectAs({ config: owner.config }, 'check');
  try {
    const { rowCount } = await login.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'keys' and c.relname = 'subject'`,
    );
    if (rowCount === 0) return false;
  } finally {
    await login.end();
  }
  const client = await connectAs(owner, 'check');
  try {
    return (await client.query<{ held: boolean }>('select exists (select from keys.subject) as held')).rows[0]?.held === true;
  } finally {
    await client.end();
  }
}
