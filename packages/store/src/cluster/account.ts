// Which user runs the PostgreSQL process: PostgreSQL refuses to run as root, so root starts it as an account without rights.
// initdb looks its own user up by name, hence an account of the password file and not a free number.

import { readFileSync, statSync } from 'node:fs';
import { ClusterError } from './cluster-error.ts';

export type RunAs = { readonly uid: number; readonly gid: number; readonly name: string };

/**
 * The account to run as when we are root; undefined when we are an ordinary user and simply run as ourselves.
 * @param database where the files lie or will lie: whoever owns what is there already goes on owning it
 */
export function chooseAccount(
  database: string,
  passwd: string = '/etc/passwd',
  ownUid: number | undefined = process.getuid?.(),
): RunAs | undefined {
  if (ownUid !== 0) return undefined;
  const found = new Map<string, RunAs>();
  for (const line of readFileSync(passwd, 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && Number(uid) > 0) found.set(name, { name, uid: Number(uid), gid: Number(gid) });
  }
  const owner = statSync(database, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid > 0)
    return [...found.values()].find((one) => one.uid === owner.uid) ?? { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const account = found.get('postgres') ?? found.get('nobody');
  if (account) return account;
  throw new ClusterError(
    'noAccount',
    'PostgreSQL refuses to run as root, and this machine has neither an account “postgres” nor “nobody”. Start Anwang as an ordinary user, or add one: useradd --system postgres',
    'PostgreSQL 不以 root 執行，而本機沒有 postgres 或 nobody 帳號。請以一般使用者啟動，或先執行：useradd --system postgres',
  );
}
