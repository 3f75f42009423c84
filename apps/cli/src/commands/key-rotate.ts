// `anwang master rotate` and `anwang vault rotate`: a new key, then every row rewritten under it while everybody works on; run again after a kill, it goes on.

import { type KeyRing, rotateMaster, withNewKey, withoutKey, writeKeyFile } from '@anwang/store/keys';
import { connectOwner } from '@anwang/store/session';
import { rotateVault } from '@anwang/store/vault';
import { progressOn } from '../seed/progress.ts';
import { withInstallation } from './open.ts';

interface Kind {
  readonly use: 'master' | 'vault';
  /** How many rows are under another key than `$1`. */
  readonly left: string;
  readonly rewrite: typeof rotateVault;
  readonly done: (key: string, rows: number) => string;
}

const MASTER: Kind = {
  use: 'master',
  left: 'select count(*) as left from keys.subject where master_id <> $1',
  rewrite: rotateMaster,
  done: (key, rows) => `主金鑰已換為 ${key}，重新包裝 ${rows} 把個別金鑰。 The master key is ${key}; ${rows} keys wrapped anew.`,
};
const VAULT: Kind = {
  use: 'vault',
  left: 'select count(*) as left from vault.entry where key_id <> $1',
  rewrite: rotateVault,
  done: (key, rows) => `通報人保管庫已換用金鑰 ${key}，改寫 ${rows} 筆。 The vault is under key ${key}; ${rows} entries rewritten.`,
};

// A server on another machine may still seal under the key before: that one stays in the file; older ones that nothing uses go.
const withoutOlder = (ring: KeyRing, use: Kind['use']): KeyRing => {
  const before = [...ring[use].keys.keys()].filter((id) => id !== ring[use].current);
  return before.slice(0, -1).reduce<KeyRing>((rest, id) => withoutKey(rest, use, id), ring);
};

const rotate = (data: string | undefined, { use, left, rewrite, done }: Kind): Promise<void> =>
  withInstallation(data, async ({ store, ring, keyFile }) => {
    const owner = await connectOwner(store, `${use} rotate`);
    try {
      const count = async (current: string) => Number((await owner.query<{ left: number }>(left, [current])).rows[0]?.left ?? 0);
      // An earlier rotation was cut off: it is finished before another key is made. The new key is on disk before anything is written under it.
      const next = (await count(ring[use].current)) > 0 ? ring : withNewKey(ring, use);
      const all = await count(next[use].current);
      writeKeyFile(keyFile, next);
      const progress = progressOn(process.stdout);
      const rows = await rewrite(owner, next, { onBatch: (n) => progress.step(n, Math.max(n, all), `已改寫 rewritten ${n}`) });
      writeKeyFile(keyFile, withoutOlder(next, use));
      progress.end(done(next[use].current, rows));
      process.stdout.write(
        `請重新備份金鑰檔；這台機器上的伺服器一秒內改用新金鑰，其他機器請放上新的金鑰檔。 Copy the key file ${keyFile} again. Servers on this machine follow it within a second; give every other machine the new file.\n`,
      );
    } finally {
      await owner.end();
    }
  });

/** Rotates the master key, which wraps the keys of subjects. */
export const masterRotate = (data: string | undefined): Promise<void> => rotate(data, MASTER);

/** Rotates the key of the reporters' vault. */
export const vaultRotate = (data: string | undefined): Promise<void> => rotate(data, VAULT);
