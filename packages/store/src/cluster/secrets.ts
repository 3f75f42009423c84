// Passwords of the embedded server's roles: random, made once, in a file only we can read. Never `trust`, even behind a closed socket.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type ClusterSecrets = { readonly admin: string; readonly app: string; readonly worker: string; readonly auth: string };

/** Reads the passwords of a data folder, making them on first use (192 random bits each). */
export function clusterSecrets(data: string): ClusterSecrets {
  const file = join(data, 'postgres-passwords.json');
  if (existsSync(file)) return parseSecrets(readFileSync(file, 'utf8'));
  const draw = (): string => randomBytes(24).toString('base64url');
  const secrets: ClusterSecrets = { admin: draw(), app: draw(), worker: draw(), auth: draw() };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function parseSecrets(text: string): ClusterSecrets {
  const value: unknown = JSON.parse(text);
  const read = (name: string): string => {
    const password = value && typeof value === 'object' ? Reflect.get(value, name) : undefined;
    if (typeof password !== 'string') throw new Error(`postgres-passwords.json lacks ${name}`);
    return password;
  };
  return { admin: read('admin'), app: read('app'), worker: read('worker'), auth: read('auth') };
}
