// The secret that signs session cookies and seals second-factor secrets: a file of its own beside the key file, made at the first start.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Installation } from '@anwang/store/installation';

/** Whether an account has a second factor, which only the secret that was can read. */
export const hasSecondFactors = async (logins: Installation['logins']): Promise<boolean> =>
  (await logins.selectFrom('twoFactor').select('id').limit(1).execute()).length > 0;

const sentence = (en: string, zh: string): Error => Object.assign(new Error(en), { zh });

/**
 * Reads the secret, or makes it; readable by the owner alone.
 * @param bound whether something was sealed under the secret that was: then a missing file is an error, since a new one would lock out everybody with a second factor
 */
export function signInSecret(keyFile: string, bound: boolean): string {
  const file = `${keyFile.replace(/\.keys\.json$/, '')}.sign-in.secret`;
  if (!existsSync(file)) {
    if (bound)
      throw sentence(
        `The sign-in secret ${file} is missing, and accounts have second factors sealed under it. Put it back from your copy; it lies beside the key file. Lost for good: docs/guides/keys.md.`,
        `找不到登入密鑰檔 ${file}，而已有帳號的第二因子以它封存。請由備份放回（它和金鑰檔放在一起）；若已永久遺失，見 docs/guides/keys.md。`,
      );
    writeFileSync(`${file}.new`, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 43)
    throw sentence(
      `The sign-in secret in ${file} is too short. Put back the file that was used before; a new one ends all sessions and second factors.`,
      `登入密鑰檔 ${file} 不完整。請放回先前的檔案；換新的會結束所有登入與第二因子。`,
    );
  return secret;
}
