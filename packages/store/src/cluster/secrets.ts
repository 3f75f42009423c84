// Passwords of the embedded server's roles: random, made once, in a file only we can read. Never `trust`, even behind a closed socket.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from './cluster-error.ts';

export type ClusterSecrets = { readonly admin: string; readonly app: string; readonly worker: string; readonly auth: string };

/**
 * Reads the passwords of a data folder, making them on first use (192 random bits each).
 * @param database where the database files lie or will lie; when they are there already, a missing file is an error
 */
export function clusterSecrets(data: string, database: string): ClusterSecrets {
  const file = join(data, 'postgres-passwords.json');
  if (existsSync(file)) return parseSecrets(readFileSync(file, 'utf8'), file);
  if (existsSync(database)) throw broken(file, 'it is missing', '檔案不在');
  const draw = (): string => randomBytes(24).toString('base64url');
  const secrets: ClusterSecrets = { admin: draw(), app: draw(), worker: draw(), auth: draw() };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

const broken = (file: string, en: string, zh: string): ClusterError =>
  new ClusterError(
    'halfMade',
    `${file} opens the database of this data folder, and ${en}. Put it back from your copy of the folder, or restore a backup into a new folder (anwang restore FILE).`,
    `${file} 是開啟此資料夾資料庫的密碼檔，但${zh}。請由資料夾的備份放回，或把備份還原至新的資料夾（anwang restore FILE）。`,
  );

function parseSecrets(text: string, file: string): ClusterSecrets {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken(file, 'it is not JSON', '內容已損壞');
  }
  const read = (name: string): string => {
    const password = value && typeof value === 'object' ? Reflect.get(value, name) : undefined;
    if (typeof password !== 'string') throw broken(file, `it lacks ${name}`, `缺少 ${name}`);
    return password;
  };
  return { admin: read('admin'), app: read('app'), worker: read('worker'), auth: read('auth') };
}
