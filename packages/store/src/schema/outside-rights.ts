// May the logins of an outside server do what they are for? The guide's statements are the administrator's: what is missing of them is named, with the statement.

import type { Client } from 'pg';
import { ClusterError } from '../cluster/index.ts';
import { roleNames } from '../session/target.ts';

const guide = 'docs/guides/outside-postgresql.md';
const serving = [roleNames.app, roleNames.worker, roleNames.auth];

interface Rights {
  readonly login: string;
  readonly strong: boolean;
  readonly makes_roles: boolean;
  readonly owns: boolean;
  readonly database: string;
  readonly encoding: string;
  readonly standby: boolean;
  /** Our roles that are there, and those of them that this login may take. */
  readonly known: readonly string[];
  readonly taken: readonly string[];
}

async function rightsOf(client: Client): Promise<Rights> {
  const { rows } = await client.query<Rights>(
    `select session_user::text as login, r.rolsuper as strong, r.rolcreaterole as makes_roles, pg_has_role(d.datdba, 'USAGE') as owns,
       d.datname::text as database, pg_encoding_to_char(d.encoding)::text as encoding, pg_is_in_recovery() as standby,
       array(select rolname::text from pg_roles where rolname = any($1) order by 1) as known,
       array(select rolname::text from pg_roles where rolname = any($1) and pg_has_role(oid, 'SET') order by 1) as taken
     from pg_roles r, pg_database d where r.rolname = session_user and d.datname = current_database()`,
    [Object.values(roleNames)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no login');
  return row;
}

const fault = (en: string, zh: string): ClusterError => new ClusterError('outsideRights', en, zh);
const told = (login: string, variable: string, statement: string): ClusterError =>
  fault(
    `The login ${login} of ${variable} may not do what it is for. As the administrator of that PostgreSQL run: ${statement}; (all of it: ${guide})`,
    `${variable} 的帳號 ${login} 權限不足。請以該 PostgreSQL 管理者執行：${statement};（全部步驟：${guide}）`,
  );

/** What keeps a login from serving; null when nothing does. */
export async function servingFault(client: Client): Promise<ClusterError | null> {
  const { login, strong, standby, taken, database, encoding } = await rightsOf(client);
  if (encoding !== 'UTF8')
    return fault(
      `The database ${database} is encoded as ${encoding}; Chinese needs UTF8. Make it anew: create database ${database} owner … template template0 encoding 'UTF8' (${guide}).`,
      `資料庫 ${database} 的編碼為 ${encoding}，中文需要 UTF8。請重建：create database ${database} owner … template template0 encoding 'UTF8'（${guide}）。`,
    );
  if (standby)
    return fault(
      'The database of DATABASE_URL is a standby and takes no writing. Name the primary server.',
      'DATABASE_URL 的資料庫是唯讀的備援（standby）。請改用主要伺服器的位址。',
    );
  if (strong || serving.every((role) => taken.includes(role))) return null;
  return told(login, 'DATABASE_URL', `grant ${serving.join(', ')} to ${login} with set true, inherit false`);
}

/** What keeps a login from migrating; null when nothing does. */
export async function migratingFault(client: Client): Promise<ClusterError | null> {
  const { login, strong, makes_roles, owns, database, known, taken } = await rightsOf(client);
  const all = Object.values(roleNames);
  if (strong) return null;
  if (!makes_roles && known.length < all.length) return told(login, 'DATABASE_MIGRATIONS_URL', `alter role ${login} createrole`);
  if (known.some((role) => !taken.includes(role)))
    return told(login, 'DATABASE_MIGRATIONS_URL', `grant ${all.join(', ')} to ${login} with admin option`);
  return owns ? null : told(login, 'DATABASE_MIGRATIONS_URL', `alter database ${database} owner to ${login}`);
}
