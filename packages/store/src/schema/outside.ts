// An outside server (DATABASE_URL): is it there, is it new enough, and may its login take our roles? Asked before anything is migrated or served.

import { ClusterError } from '../cluster/index.ts';
import { connectAs, type Target } from '../session/target.ts';

/** Throws ClusterError `outsideUnreachable` or `outsideTooOld` with what to do. */
export async function checkOutside(target: Target): Promise<void> {
  const client = await connectAs({ config: { connectionTimeoutMillis: 10_000, ...target.config } }, 'check').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new ClusterError(
      'outsideUnreachable',
      `The database of DATABASE_URL does not answer or refuses the login: ${why}. Check address, password and pg_hba.conf.`,
      `DATABASE_URL 的資料庫沒有回應或拒絕登入：${why}。請檢查位址、密碼與 pg_hba.conf。`,
      error,
    );
  });
  try {
    const row = (await client.query<{ version: string }>('show server_version_num')).rows[0];
    const version = Number(Object.values(row ?? {})[0] ?? 0);
    if (version < 180000)
      throw new ClusterError(
        'outsideTooOld',
        `The database of DATABASE_URL is PostgreSQL ${Math.floor(version / 10000)}; Anwang needs 18 or later.`,
        `DATABASE_URL 的資料庫為 PostgreSQL ${Math.floor(version / 10000)}，安網需要 18 以上。`,
      );
  } finally {
    await client.end();
  }
}

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
