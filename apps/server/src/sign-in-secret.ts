// The secret that signs session cookies and seals second-factor secrets: a file of its own beside the key file, made at the first start.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Reads the secret, or makes it; readable by the owner alone. */
export function signInSecret(keyFile: string): string {
  const file = `${keyFile.replace(/\.keys\.json$/, '')}.sign-in.secret`;
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 43)
    throw new Error(
      `The sign-in secret in ${file} is too short. Put back the file that was used before; a new one ends all sessions and second factors.`,
    );
  return secret;
}
